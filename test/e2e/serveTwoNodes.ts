// The app and its mailbox as two nodes on one real PostgreSQL, behind a balancer at `PORT` that gives
// each connection to the next node: `E2E_NODES=2 npx playwright test test/e2e/team.spec.ts`.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { connect, createServer } from "node:net";
import { startPostgres } from "../contract/server/postgresServer.ts";
import { startServer } from "../unit/server/mailbox/serverProcess.ts";

if (!existsSync("dist/index.html")) {
  spawnSync("npm", ["run", "--silent", "build"], { stdio: "inherit" });
}
const postgres = await startPostgres();
const DATABASE_URL = await postgres.newDatabase();
const environment = { DATABASE_URL, LOG_LEVEL: "warn" };
const nodes = [await startServer(environment), await startServer(environment)];

let turn = 0;
const balancer = createServer((client) => {
  turn += 1;
  const { hostname, port } = new URL(nodes[turn % nodes.length]?.origin ?? "");
  const server = connect(Number(port), hostname);
  client.pipe(server).pipe(client);
  for (const end of [client, server]) {
    end.on("error", () => {
      client.destroy();
      server.destroy();
    });
  }
});
balancer.listen(Number(process.env.PORT));
console.log(`two nodes on ${postgres.name} behind http://localhost:${process.env.PORT}`);

process.once("SIGTERM", async () => {
  balancer.close();
  await Promise.all(nodes.map((node) => node.end("SIGTERM")));
  await postgres.stop();
  process.exit(0);
});
