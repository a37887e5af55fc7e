import { basename } from "node:path";
import { build, type Plugin } from "vite";

/** A worker's script with all that it imports in one file, as the built app has it. */
async function bundle(file: string): Promise<string> {
  const built = await build({
    configFile: false,
    publicDir: false,
    logLevel: "silent",
    build: {
      write: false,
      minify: false,
      target: "es2022",
      rolldownOptions: { input: file, output: { format: "es", codeSplitting: false } },
    },
  });
  const outputs = [built].flat().flatMap((one) => ("output" in one ? one.output : []));
  const [script, ...others] = outputs;
  if (script?.type !== "chunk" || others.length > 0) {
    throw new Error(`${basename(file)} is not one file: ${others.map((one) => one.fileName)}`);
  }
  return script.code;
}

/**
 * Gives tests each worker in one file. Every test starts workers of its own, and Vite would have the
 * browser ask for each of their hundreds of modules anew each time.
 */
export function bundledWorkers(): Plugin {
  const bundles = new Map<string, Promise<string>>();
  return {
    name: "headroom:bundled-workers",
    configureServer({ config, middlewares }) {
      middlewares.use((request, response, next) => {
        const [path = "", query = ""] = request.url?.split("?") ?? [];
        if (!/^\/src\/.*\.worker\.ts$/.test(path) || !query.includes("worker_file")) return next();
        const file = `${config.root}${path}`;
        const bundled = bundles.get(file) ?? bundle(file);
        bundles.set(file, bundled);
        bundled.then((code) => {
          response.setHeader("Content-Type", "text/javascript");
          response.end(code);
        }, next);
      });
    },
  };
}
