import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { isIPv6 } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { createApp } from "./createApp.ts";
import { type Environment, readEnvironment } from "./Environment.ts";
import { createLog, errorFacts } from "./mailbox/createLog.ts";
import { createMailbox, type Mailbox } from "./mailbox/createMailbox.ts";
import { usualSettings } from "./mailbox/MailboxSettings.ts";
import type { MailboxStore } from "./mailbox/store/MailboxStore.ts";
import { openStore } from "./openStore.ts";

/** Slow senders hold a connection no longer than this, in milliseconds. */
const timeouts = { headersTimeout: 20_000, requestTimeout: 120_000, keepAliveTimeout: 65_000 };

/** Answers under way when the server stops may take so many milliseconds more. */
const stopWithin = 5_000;

/** Says why the server does not start, and ends: a connection that was half made would keep it waiting. */
function fail(line: string): never {
  console.error(line);
  process.exit(1);
}

/** What went wrong, in one line with its code: for who starts the server, before anybody's request. */
function reasonOf(failure: unknown): string {
  const { name, code } = errorFacts(failure);
  const [line = ""] = failure instanceof Error ? failure.message.split("\n") : [];
  if (line === "") return code ?? name;
  return code === undefined || line.includes(code) ? line : `${line} (${code})`;
}

async function openOrFail(environment: Environment): Promise<MailboxStore> {
  const { DATA_DIR, DATABASE_URL } = environment;
  try {
    return await openStore(environment);
  } catch (failure) {
    if (errorFacts(failure).name === "DirectoryInUse") {
      fail(
        `Another Headroom server uses the directory ${DATA_DIR}. Stop it, or choose another with DATA_DIR=…`,
      );
    }
    const place = DATABASE_URL ? "database at DATABASE_URL" : `mailbox in ${DATA_DIR}`;
    fail(`The ${place} cannot be used: ${reasonOf(failure)}`);
  }
}

/** Answers what is under way, then ends: connections, mailbox, database. */
async function stop(server: Server, mailbox: Mailbox): Promise<void> {
  mailbox.end();
  const closed = once(server, "close");
  server.close();
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const late = setTimeout(() => server.closeAllConnections(), stopWithin);
  await closed;
  clearInterval(idle);
  clearTimeout(late);
  await mailbox.close();
}

/**
 * `npm start`: serves the app in the directory `pages` and the mailbox until SIGTERM or SIGINT, then
 * answers what is under way and stops. A setting that is wrong, a port that is taken or a database that
 * cannot be opened ends the process with code 1 and one line that says so.
 */
export async function serveHeadroom(variables: NodeJS.ProcessEnv, pages: string): Promise<void> {
  const read = readEnvironment(variables);
  if (!read.ok) return fail(read.says);
  const environment = read.value;
  // What it writes is for its own user only.
  process.umask(0o077);
  const store = await openOrFail(environment);
  const log = createLog(environment.LOG_LEVEL);
  const mailbox = createMailbox(
    store,
    {
      ...usualSettings,
      quota: environment.SPACE_QUOTA_MIB * 1024 * 1024,
      trustProxy: environment.TRUST_PROXY === "1",
    },
    log,
  );
  const app = createApp(pages, mailbox.routes, (failure) =>
    log.error({ event: "page failed", error: errorFacts(failure) }),
  );
  const listener = getRequestListener(app.fetch);
  const server = createServer(timeouts, listener);
  mailbox.accept(server);
  const { LISTEN_ADDRESS, PORT } = environment;
  server.on("error", (failure: NodeJS.ErrnoException) => {
    fail(
      failure.code === "EADDRINUSE"
        ? `Port ${PORT} is in use. Choose another with PORT=…`
        : `The server cannot start: ${reasonOf(failure)}`,
    );
  });
  server.listen({ port: PORT, ...(LISTEN_ADDRESS ? { host: LISTEN_ADDRESS } : {}) }, () => {
    const address = server.address();
    const port = typeof address === "object" && address ? address.port : PORT;
    const host = isIPv6(LISTEN_ADDRESS) ? `[${LISTEN_ADDRESS}]` : LISTEN_ADDRESS;
    console.log(`Headroom is at http://${host || "localhost"}:${port}`);
  });
  await Promise.race([once(process, "SIGTERM"), once(process, "SIGINT")]);
  await stop(server, mailbox);
  process.exit(0);
}
