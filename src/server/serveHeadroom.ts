import { once } from "node:events";
import { createServer, type Server } from "node:http";
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

function fail(line: string): void {
  console.error(line);
  process.exitCode = 1;
}

async function tryOpen(environment: Environment): Promise<MailboxStore | null> {
  try {
    return await openStore(environment);
  } catch (failure) {
    const { name, code } = errorFacts(failure);
    if (name === "DirectoryInUse") {
      fail(
        `Another Headroom server uses the directory ${environment.DATA_DIR}. Stop it, or choose another with DATA_DIR=…`,
      );
    } else if (environment.DATABASE_URL) {
      fail(`The database at DATABASE_URL cannot be used: ${code ?? name}`);
    } else {
      fail(`The mailbox in ${environment.DATA_DIR} cannot be used: ${code ?? name}`);
    }
    return null;
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
 * `npm start`: serves the app and the mailbox on `PORT` (8787 unless said otherwise) until SIGTERM or
 * SIGINT, then answers what is under way and stops. A setting that is wrong, a port that is taken or
 * a database that cannot be opened ends the process with code 1 and one line that says so.
 */
export async function serveHeadroom(variables: NodeJS.ProcessEnv): Promise<void> {
  const read = readEnvironment(variables);
  if (!read.ok) return fail(read.says);
  const environment = read.value;
  const store = await tryOpen(environment);
  if (!store) return;
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
  const app = createApp("dist", mailbox.routes, (failure) =>
    log.error({ event: "page failed", error: errorFacts(failure) }),
  );
  const listener = getRequestListener(app.fetch);
  const server = createServer(timeouts, listener);
  mailbox.accept(server);
  server.on("error", (failure: NodeJS.ErrnoException) => {
    console.error(
      failure.code === "EADDRINUSE"
        ? `Port ${environment.PORT} is in use. Choose another with PORT=…`
        : `The server cannot start: ${failure.code ?? failure.name}`,
    );
    process.exit(1);
  });
  server.listen(environment.PORT, () => {
    const address = server.address();
    const port = typeof address === "object" && address ? address.port : environment.PORT;
    console.log(`Headroom is at http://localhost:${port}`);
  });
  await Promise.race([once(process, "SIGTERM"), once(process, "SIGINT")]);
  await stop(server, mailbox);
  process.exit(0);
}
