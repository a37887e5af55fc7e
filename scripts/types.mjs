// Runs the compiler once for each world (pure code, page, workers, service worker, server, tests),
// so that pure code cannot name `document` and page code cannot name `process`.
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";

const worlds = readdirSync(".").filter((name) => /^tsconfig\.(?!base).+\.json$/.test(name));
let failed = 0;
for (const world of worlds) {
  const run = spawnSync(process.execPath, ["node_modules/typescript7/bin/tsc", "-p", world], {
    stdio: "inherit",
  });
  if (run.status !== 0) failed += 1;
}
console.log(`types: ${worlds.length - failed} of ${worlds.length} worlds agree`);
process.exit(failed ? 1 : 0);
