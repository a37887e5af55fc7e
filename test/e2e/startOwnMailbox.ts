import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ServerProcess, startServer } from "../unit/server/mailbox/serverProcess.ts";
import type { OwnMailbox } from "./OwnMailbox.ts";
import { twoNodes } from "./twoNodes.ts";

async function oneProcess(port: number): Promise<OwnMailbox> {
  const folder = mkdtempSync(join(tmpdir(), "headroom-mailbox-"));
  const begin = () => startServer({ PORT: String(port), DATA_DIR: folder });
  let server: ServerProcess = await begin();
  let said = "";
  return {
    name: "one process on libSQL",
    folder,
    said: () => said + server.said(),
    kill: async () => {
      await server.end("SIGKILL");
      said += server.said();
    },
    restart: async () => {
      server = await begin();
    },
    remove: async () => {
      await server.end("SIGTERM");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Starts one on `port`: one process on libSQL or, with `E2E_NODES=2`, two nodes on PostgreSQL. */
export const startOwnMailbox = (port: number): Promise<OwnMailbox> =>
  process.env.E2E_NODES === "2" ? twoNodes(port) : oneProcess(port);
