import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const generated = join("src", "messages");

/**
 * When something below `path` changed last, in milliseconds since 1970; 0 where nothing is there. Generated
 * files are left out; a folder's own time tells what was removed.
 * @param {string} path
 * @returns {number}
 */
export function newestChange(path) {
  if (!existsSync(path) || path === generated) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  const within = readdirSync(path).map((name) => newestChange(join(path, name)));
  // Generated files change the folder they stand in.
  return Math.max(path === "src" ? 0 : stat.mtimeMs, ...within);
}
