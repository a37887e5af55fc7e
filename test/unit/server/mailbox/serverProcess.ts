import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { newestChange } from "../../../../scripts/newestChange.mjs";

/** `npm start`'s server in a process of its own. */
export interface ServerProcess {
  readonly origin: string;
  readonly pid: number | undefined;
  /** All that it said, on both of its streams. */
  readonly said: () => string;
  /** Ends it, waits for that, and gives its exit code; SIGKILL is no warning at all, and leaves none. */
  readonly end: (signal: NodeJS.Signals) => Promise<number | null>;
}

/** Arguments of Node for the server's sources as they are, and for what `npm run build:server` made of them. */
const fromSource = [
  "--import",
  "tsx",
  "-e",
  'import("./src/server/serveHeadroom.ts").then((server) => server.serveHeadroom(process.env, "dist"))',
];
export const asBuilt = ["scripts/serve.mjs"];

const isBuilt =
  newestChange("dist-server/serveHeadroom.js") >
  Math.max(...["src", "vite.server.config.ts", "package-lock.json"].map(newestChange));

/** What is tested: what everybody runs, where it was built since a source changed, as in `npm test`; else the sources. */
export const tested = isBuilt
  ? { arguments: asBuilt, name: "as built" }
  : { arguments: fromSource, name: "from its sources" };

/** Starts one on `port` (0: any) with settings by environment, and waits until it answers. */
export async function startServer(
  environment: Readonly<Record<string, string>>,
  argumentsOfNode: readonly string[] = tested.arguments,
): Promise<ServerProcess> {
  const child: ChildProcess = spawn(process.execPath, argumentsOfNode, {
    env: { ...process.env, PORT: "0", DATABASE_URL: "", LOG_LEVEL: "debug", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  const origin = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: unknown) => {
      text += String(chunk);
      const address = /http:\/\/localhost:(\d+)/.exec(text);
      if (address) resolve(`http://127.0.0.1:${address[1]}`);
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.once("exit", () => reject(new Error(`the server ended: ${text}`)));
  });
  return {
    origin,
    pid: child.pid,
    said: () => text,
    end: async (signal) => {
      const exit = once(child, "exit");
      child.kill(signal);
      const [code] = (await exit) as [number | null];
      return code;
    },
  };
}
