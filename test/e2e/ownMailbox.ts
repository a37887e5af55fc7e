import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ServerProcess, startServer } from "../unit/server/mailbox/serverProcess.ts";

/** The app and its mailbox in a process of a test's own, that can be killed and started again on the same data. */
export interface OwnMailbox {
  /** Where its database stands. */
  readonly folder: string;
  /** All that it wrote to its log, every time it ran. */
  readonly said: () => string;
  /** Ends it without any warning. */
  readonly kill: () => Promise<void>;
  readonly restart: () => Promise<void>;
  /** Ends it for good and removes its data. */
  readonly remove: () => Promise<void>;
}

/** Starts one on `port`. */
export async function ownMailbox(port: number): Promise<OwnMailbox> {
  const folder = mkdtempSync(join(tmpdir(), "headroom-mailbox-"));
  const begin = () => startServer({ PORT: String(port), DATA_DIR: folder });
  let server: ServerProcess = await begin();
  let said = "";
  return {
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
