// Serves what is already built, and builds nothing: for containers and services.
import { existsSync } from "node:fs";

const built = new URL("../dist-server/serveHeadroom.js", import.meta.url);
if (!existsSync(built)) {
  console.error("There is no build yet: npm ci && npm run build");
  process.exit(1);
}
const { serveHeadroom } = await import(built.href);
await serveHeadroom(process.env);
