// `npm start`: builds where there is no build or a source is newer than it, then serves.
import { spawnSync } from "node:child_process";
import { newestChange } from "./newestChange.mjs";

const sources = [
  "src",
  "messages",
  "public",
  "index.html",
  "voice.html",
  "vite.config.ts",
  "vite.server.config.ts",
  "package.json",
  "package-lock.json",
];
const results = ["dist/index.html", "dist-server/serveHeadroom.js"];
const built = Math.min(...results.map(newestChange));
if (built < Math.max(...sources.map(newestChange))) {
  console.log("Building …");
  const build = spawnSync("npm", ["run", "--silent", "build"], { stdio: "inherit" });
  if (build.status !== 0) process.exit(build.status ?? 1);
}

await import("./serve.mjs");
