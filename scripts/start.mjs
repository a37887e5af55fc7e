// `npm start`: builds where there is no build or a source is newer than it, then serves.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

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
const generated = join("src", "messages");

/** The time of the newest change below `path`, generated files left out; a folder's own tells what was removed. */
function newest(path) {
  if (!existsSync(path) || path === generated) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  const within = readdirSync(path).map((name) => newest(join(path, name)));
  // Generated files change the folder they stand in.
  return Math.max(path === "src" ? 0 : stat.mtimeMs, ...within);
}

const results = ["dist/index.html", "dist-server/serveHeadroom.js"];
const built = Math.min(...results.map(newest));
if (built < Math.max(...sources.map(newest))) {
  console.log("Building …");
  const build = spawnSync("npm", ["run", "--silent", "build"], { stdio: "inherit" });
  if (build.status !== 0) process.exit(build.status ?? 1);
}

await import("./serve.mjs");
