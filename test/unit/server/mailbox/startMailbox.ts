import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { getRequestListener } from "@hono/node-server";
import { createApp } from "#server/createApp.ts";
import { createLog } from "#server/mailbox/createLog.ts";
import { createMailbox } from "#server/mailbox/createMailbox.ts";
import { type MailboxSettings, usualSettings } from "#server/mailbox/MailboxSettings.ts";
import { openLibsqlStore } from "#server/mailbox/store/libsql/openLibsqlStore.ts";
import type { MailboxStore } from "#server/mailbox/store/MailboxStore.ts";

/** A mailbox served on a port of its own, in this process. */
export interface TestMailbox {
  readonly origin: string;
  readonly store: MailboxStore;
  readonly directory: string;
  /** Every route that it answers, as method and pattern. */
  readonly routes: readonly string[];
  /** Everything that was logged. */
  readonly logged: () => string;
  readonly stop: () => Promise<void>;
}

/** Serves a mailbox; over libSQL in a new directory unless a store is given. */
export async function startMailbox(
  change: {
    readonly settings?: Partial<MailboxSettings>;
    readonly store?: MailboxStore;
    readonly now?: () => number;
  } = {},
): Promise<TestMailbox> {
  const directory = mkdtempSync(join(tmpdir(), "headroom-mailbox-"));
  const settings = { ...usualSettings, ...change.settings };
  const store = change.store ?? openLibsqlStore(directory, settings.quota);
  let lines = "";
  const sink = new Writable({
    write: (chunk, _encoding, done) => {
      lines += String(chunk);
      done();
    },
  });
  const mailbox = createMailbox(store, settings, createLog("debug", sink), change.now);
  const server = createServer(getRequestListener(createApp(".", mailbox.routes).fetch));
  mailbox.accept(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    origin: `http://127.0.0.1:${port}`,
    store,
    directory,
    routes: mailbox.routes.routes
      .filter(({ method }) => method !== "ALL")
      .map(({ method, path }) => `${method} ${path}`),
    logged: () => lines,
    stop: async () => {
      mailbox.end();
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
      await mailbox.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
