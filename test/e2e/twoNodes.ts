import { once } from "node:events";
import { connect, createServer } from "node:net";
import { startPostgres } from "../contract/server/postgresServer.ts";
import { type ServerProcess, startServer } from "../unit/server/mailbox/serverProcess.ts";
import type { OwnMailbox } from "./OwnMailbox.ts";

/**
 * The app and its mailbox as two nodes on one real PostgreSQL, behind a balancer at `port` that gives
 * each connection to the next node.
 */
export async function twoNodes(
  port: number,
  environment: Readonly<Record<string, string>> = {},
): Promise<OwnMailbox> {
  const postgres = await startPostgres();
  const settings = { ...environment, DATABASE_URL: await postgres.newDatabase() };
  const begin = () => Promise.all([startServer(settings), startServer(settings)]);
  let nodes: readonly ServerProcess[] = await begin();
  let said = "";
  const end = async (signal: NodeJS.Signals) => {
    await Promise.all(nodes.map((node) => node.end(signal)));
    said += nodes.map((node) => node.said()).join("");
  };

  let turn = 0;
  const balancer = createServer((client) => {
    turn += 1;
    const { hostname, port: behind } = new URL(nodes[turn % nodes.length]?.origin ?? "");
    const server = connect(Number(behind), hostname);
    client.pipe(server).pipe(client);
    for (const side of [client, server]) {
      side.on("error", () => {
        client.destroy();
        server.destroy();
      });
    }
  });
  balancer.listen(port);
  await once(balancer, "listening");
  return {
    name: `two nodes on ${postgres.name}`,
    folder: postgres.folder,
    said: () => said + nodes.map((node) => node.said()).join(""),
    kill: () => end("SIGKILL"),
    restart: async () => {
      nodes = await begin();
    },
    remove: async () => {
      balancer.close();
      await end("SIGTERM");
      await postgres.stop();
    },
  };
}
