import { copyFileSync, cpSync, mkdtempSync, rmSync } from "node:fs";
import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { err, ok } from "#base/Result.ts";
import { createLog } from "#server/mailbox/createLog.ts";
import { createMailbox, type Mailbox } from "#server/mailbox/createMailbox.ts";
import { usualSettings } from "#server/mailbox/MailboxSettings.ts";
import { openLibsqlStore } from "#server/mailbox/store/libsql/openLibsqlStore.ts";
import type { Transport } from "#sync/ports/Transport.ts";

const plenty = { burst: 1_000_000, perSecond: 1_000_000 };
const simSettings = {
  ...usualSettings,
  deviceRate: plenty,
  addressRate: plenty,
  strangerRate: plenty,
  lookMilliseconds: 1e9,
  openInvitations: 1_000,
};

/** The real mailbox in this process, without a network before it. */
export interface SimServer {
  readonly transport: Transport;
  /** Ends in good order and starts again on the same data. */
  readonly restart: () => Promise<void>;
  /**
   * Stops as after kill -9: what stands in its files at this moment, the write-ahead log with them, is all
   * that the next one finds; nothing is closed, and what was asked meanwhile gets no answer.
   */
  readonly stopHard: () => void;
  /** Remembers the data as they are now. */
  readonly backUp: () => Promise<void>;
  /** Puts back what was remembered, however old. */
  readonly restore: () => Promise<void>;
  /** Lets go of what is past its time. */
  readonly sweep: () => Promise<void>;
  readonly directory: string;
  readonly logged: () => string;
  readonly end: () => Promise<void>;
}

/** Starts a mailbox whose clock is `now`; covered rows go after `coveredMilliseconds`. */
export function startSimServer(
  now: () => number,
  coveredMilliseconds = usualSettings.coveredMilliseconds,
): SimServer {
  const settings = { ...simSettings, coveredMilliseconds };
  // In memory where there is such a file system: what is tested is the protocol, not the disk.
  const root = mkdtempSync(join(process.platform === "linux" ? "/dev/shm" : tmpdir(), "sim-"));
  /** Mailboxes that were stopped hard: what they still do reaches nobody. */
  const dead: Mailbox[] = [];
  const directory = () => join(root, String(dead.length));
  let lines = "";
  const sink = new Writable({
    write: (chunk, _encoding, done) => {
      lines += String(chunk);
      done();
    },
  });
  const begin = (): Mailbox =>
    createMailbox(
      openLibsqlStore(directory(), settings.quota),
      settings,
      createLog("info", sink),
      now,
    );
  let mailbox = begin();
  // The mailbox asks its connection for an address, to count by.
  const connection = (path: string) => {
    const incoming = new IncomingMessage(new Socket());
    incoming.url = path;
    return { incoming, outgoing: new ServerResponse(incoming) };
  };
  const stop = async (one = mailbox) => {
    one.end();
    await one.close();
  };
  const backup = () => join(directory(), "backup.db");
  let hasBackup = false;
  return {
    get directory() {
      return directory();
    },
    logged: () => lines,
    transport: {
      send: async ({ method, path, headers, body }) => {
        const asked = mailbox;
        try {
          const answered = await asked.routes.fetch(
            new Request(`http://sim.invalid${path}`, {
              method,
              headers: { ...headers },
              ...(body.length > 0 ? { body: new Uint8Array(body) } : {}),
            }),
            connection(path),
          );
          const said = new Uint8Array(await answered.arrayBuffer());
          if (dead.includes(asked)) return err({ type: "Unreachable" });
          return ok({ status: answered.status, body: said });
        } catch {
          return err({ type: "Unreachable" });
        }
      },
      live: (_path, listener) => {
        listener.closed();
        return { send: () => undefined, close: () => undefined };
      },
    },
    sweep: () => mailbox.sweep(),
    restart: async () => {
      await stop();
      mailbox = begin();
    },
    stopHard: () => {
      const before = directory();
      dead.push(mailbox);
      cpSync(before, directory(), { recursive: true });
      mailbox = begin();
    },
    backUp: async () => {
      await stop();
      copyFileSync(join(directory(), "mailbox.db"), backup());
      hasBackup = true;
      mailbox = begin();
    },
    restore: async () => {
      if (!hasBackup) return;
      await stop();
      // A file of its own, as after the death of a process: a closed connection lives on in this one
      // until its statements are collected, and shares its index with the next one to the same file.
      rmSync(join(directory(), "mailbox.db"));
      rmSync(join(directory(), "mailbox.db-wal"), { force: true });
      rmSync(join(directory(), "mailbox.db-shm"), { force: true });
      copyFileSync(backup(), join(directory(), "mailbox.db"));
      mailbox = begin();
    },
    end: async () => {
      for (const one of [...dead, mailbox]) await stop(one);
      rmSync(root, { recursive: true, force: true });
    },
  };
}
