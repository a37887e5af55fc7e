import { ServerResponse } from "node:http";
import type { Plugin } from "vite";

/**
 * Lets the browser keep every module it was given for as long as the run lasts. Each test file has a
 * page of its own, and would otherwise ask Vite for the same hundreds of modules once more: Vite has
 * them asked for anew in case they were edited, Vitest in case they were mocked, and here neither is.
 * Where files are watched nothing is kept.
 */
export function cachedModules(): Plugin {
  return {
    name: "headroom:cached-modules",
    configureServer({ config, middlewares }) {
      if (config.server.watch !== null) return;
      middlewares.use((request, response, next) => {
        if (!/^\/(src|test|node_modules)\//.test(request.url ?? "")) return next();
        response.setHeader = (name, value) =>
          ServerResponse.prototype.setHeader.call(
            response,
            name,
            name === "Cache-Control" ? "max-age=31536000, immutable" : value,
          );
        next();
      });
    },
  };
}
