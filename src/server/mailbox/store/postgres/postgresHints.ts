import pg from "pg";
import type { HintListener } from "../MailboxStore.ts";

const channel = "headroom";
/** One notification a node in so many milliseconds: NOTIFY takes a database-wide lock at commit. */
const gatherMilliseconds = 10;
const reconnectMilliseconds = 1_000;
/** 22 characters and a comma each; a notification holds less than 8,000 bytes. */
const spacesInHint = 300;

/** Tells other nodes which spaces moved on, and hears it from them; both may be lost [V6]. */
export interface PostgresHints {
  readonly onHint: (listener: HintListener) => void;
  readonly hint: (space: Uint8Array) => void;
  readonly close: () => Promise<void>;
}

/**
 * LISTEN on a connection of its own, made again when it breaks; `reconnected` is called then, since
 * what was said meanwhile is lost and the database may be another. NOTIFY goes through the pool,
 * gathered, outside of every write transaction.
 */
export function postgresHints(
  url: string,
  pool: pg.Pool,
  node: string,
  reconnected: () => void,
): PostgresHints {
  const listeners: HintListener[] = [];
  const gathered = new Map<string, null>();
  let isClosed = false;
  let listening: pg.Client | null = null;
  let sending: NodeJS.Timeout | null = null;
  let again: NodeJS.Timeout | null = null;
  let hasConnected = false;

  function hear(payload: string | undefined): void {
    const [from, ...spaces] = (payload ?? "").split(",");
    if (from === node) return;
    for (const space of spaces) {
      for (const listener of listeners) listener(Buffer.from(space, "base64url"));
    }
  }

  async function listen(): Promise<void> {
    const client = new pg.Client({ connectionString: url, keepAlive: true });
    listening = client;
    const lost = () => {
      if (isClosed || listening !== client) return;
      listening = null;
      client.end().catch(() => undefined);
      again = setTimeout(() => void listen(), reconnectMilliseconds);
    };
    client.on("error", lost);
    client.on("end", lost);
    client.on("notification", ({ payload }) => hear(payload));
    try {
      await client.connect();
      await client.query(`listen ${channel}`);
      if (hasConnected) reconnected();
      hasConnected = true;
    } catch {
      lost();
    }
  }

  function send(): void {
    sending = setTimeout(() => {
      sending = null;
      if (gathered.size > 0) send();
    }, gatherMilliseconds);
    const spaces = [...gathered.keys()].slice(0, spacesInHint);
    for (const space of spaces) gathered.delete(space);
    // Lost hints are allowed: nodes look for themselves every 30 seconds.
    pool
      .query("select pg_notify($1, $2)", [channel, [node, ...spaces].join(",")])
      .catch(() => undefined);
  }

  void listen();
  return {
    onHint: (listener) => {
      listeners.push(listener);
    },
    hint: (space) => {
      gathered.set(Buffer.from(space).toString("base64url"), null);
      // The first goes at once; what follows it closely is gathered.
      if (sending === null) send();
    },
    close: async () => {
      isClosed = true;
      if (sending) clearTimeout(sending);
      if (again) clearTimeout(again);
      await listening?.end().catch(() => undefined);
    },
  };
}
