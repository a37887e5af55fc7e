// The app and its mailbox as two nodes at `PORT`: `E2E_NODES=2 npx playwright test test/e2e/team.spec.ts`.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { twoNodes } from "./twoNodes.ts";

if (!existsSync("dist/index.html")) {
  spawnSync("npm", ["run", "--silent", "build"], { stdio: "inherit" });
}
const server = await twoNodes(Number(process.env.PORT), { LOG_LEVEL: "warn" });
console.log(`${server.name} behind http://localhost:${process.env.PORT}`);

process.once("SIGTERM", async () => {
  await server.remove();
  process.exit(0);
});
