import { randomBytes } from "node:crypto";
import type { Server } from "node:http";
import { Hono } from "hono";
import { allowance } from "./Allowance.ts";
import { createHealth } from "./createHealth.ts";
import { errorFacts, type Log } from "./createLog.ts";
import { acceptSockets } from "./live/acceptSockets.ts";
import { createRooms } from "./live/Rooms.ts";
import type { MailboxSettings } from "./MailboxSettings.ts";
import { memberships as foldedMemberships } from "./Memberships.ts";
import { createMetrics } from "./metrics.ts";
import { asResponse, refuse } from "./routes/answers.ts";
import { addInvitationRoutes } from "./routes/invitationRoutes.ts";
import { addJoinRoutes } from "./routes/joinRoutes.ts";
import { addSnapshotRoutes } from "./routes/snapshotRoutes.ts";
import { addSpaceRoutes } from "./routes/spaceRoutes.ts";
import type { MailboxEnv } from "./routes/Visit.ts";
import { addVoiceRoutes } from "./routes/voiceRoutes.ts";
import type { Surroundings } from "./Surroundings.ts";
import { shareSweeps } from "./shareSweeps.ts";
import type { MailboxStore } from "./store/MailboxStore.ts";

/** The running mailbox. */
export interface Mailbox {
  /** `/sync/v1/…`, `/health`, `/metrics`. */
  readonly routes: Hono<MailboxEnv>;
  /** Opens WebSockets on the server that serves `routes`. */
  readonly accept: (server: Server) => void;
  /** Ends sockets and long polls; takes no more. */
  readonly end: () => void;
  /** Lets go of what is past its time; done by itself every ten minutes. */
  readonly sweep: () => Promise<void>;
  /** Finishes what is under way and lets go of the store; after `end`. */
  readonly close: () => Promise<void>;
}

const sweepMilliseconds = 600_000;

/** The mailbox over a store: blind, and without a state that the store does not hold. */
export function createMailbox(
  store: MailboxStore,
  settings: MailboxSettings,
  log: Log,
  now: () => number = Date.now,
): Mailbox {
  const metrics = createMetrics();
  const memberships = foldedMemberships(store);
  const failed = (failure: unknown) =>
    log.error({ event: "look failed", error: errorFacts(failure) });
  const rooms = createRooms({ store, memberships, metrics, failed });
  const counts = {
    devices: allowance(settings.deviceRate),
    addresses: allowance(settings.addressRate),
    strangers: allowance(settings.strangerRate),
    newSpaces: allowance(settings.newSpaceRate),
    messages: allowance(settings.messageRate),
    presences: allowance(settings.presenceRate),
  };
  const sweep = async () => {
    for (const count of Object.values(counts)) count.sweep(now());
    await store.sweep(now(), now() - settings.coveredMilliseconds);
  };
  const around: Surroundings = {
    ...counts,
    store,
    memberships,
    rooms,
    settings,
    now,
    startedAt: now(),
    randomBytes: (length) => randomBytes(length),
    sweepSoon: shareSweeps(sweep),
    log,
    metrics,
  };
  store.onHint(rooms.look);

  const routes = new Hono<MailboxEnv>();
  let isProxyTold = settings.trustProxy;
  routes.use("/sync/*", async (context, next) => {
    const started = performance.now();
    if (!isProxyTold && context.req.header("x-forwarded-for") !== undefined) {
      isProxyTold = true;
      // Everybody behind it would be one address.
      log.warn({ event: "a proxy is in front, and TRUST_PROXY is 0" });
    }
    await next();
    const seconds = (performance.now() - started) / 1000;
    const route = `${context.req.method} ${context.get("route") ?? "unknown"}`;
    const { status } = context.res;
    metrics.requests.inc({ route, status });
    if (!route.endsWith("/nudge")) metrics.seconds.observe(seconds);
    log.debug({ event: "request", route, status, milliseconds: Math.round(seconds * 1000) });
  });

  const sync = new Hono<MailboxEnv>();
  addSpaceRoutes(sync, around);
  addInvitationRoutes(sync, around);
  addJoinRoutes(sync, around);
  addSnapshotRoutes(sync, around);
  addVoiceRoutes(sync, around);
  sync.all("*", () => asResponse(refuse({ type: "NotFound" })));
  routes.route("/sync/v1", sync);
  const isHealthy = createHealth(store.ping, (failure) =>
    log.error({ event: "unhealthy", error: errorFacts(failure) }),
  );
  routes.get("/health", async (context) =>
    (await isHealthy())
      ? context.json({ status: "ok" })
      : context.json({ status: "unavailable" }, 503),
  );
  routes.get("/metrics", async () => {
    const { registry } = metrics;
    return new Response(await registry.metrics(), {
      headers: { "Content-Type": registry.contentType, "Cache-Control": "no-store" },
    });
  });
  routes.onError((failure, context) => {
    log.error({
      event: "request failed",
      route: context.get("route") ?? "unknown",
      error: errorFacts(failure),
    });
    return asResponse(refuse({ type: "Unavailable", after: 5 }));
  });

  const look = setInterval(rooms.lookAll, settings.lookMilliseconds);
  const sweeping = setInterval(() => void sweep().catch(failed), sweepMilliseconds);
  let endSockets = () => {};

  return {
    routes,
    accept: (server) => {
      endSockets = acceptSockets(server, around);
    },
    end: () => {
      clearInterval(look);
      clearInterval(sweeping);
      endSockets();
      rooms.happenings.tellAll();
    },
    sweep,
    close: () => store.close(),
  };
}
