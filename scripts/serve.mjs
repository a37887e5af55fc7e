// Serves what is already built, from whichever directory it is called, and builds nothing: for containers and services.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const server = new URL("../dist-server/serveHeadroom.js", import.meta.url);
const pages = new URL("../dist/", import.meta.url);
if (![server, new URL("index.html", pages)].every((built) => existsSync(built))) {
  console.error("There is no build yet: npm ci && npm run build");
  process.exit(1);
}
const { serveHeadroom } = await import(server.href);
await serveHeadroom(process.env, fileURLToPath(pages));
