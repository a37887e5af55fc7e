// Serves what is already built, and builds nothing: for containers and services. Node 22.18 and newer
// read the server's TypeScript themselves, so that no development dependency is needed.
import { serveHeadroom } from "../src/server/serveHeadroom.ts";

await serveHeadroom(process.env);
