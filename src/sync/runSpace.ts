import { instant } from "#base/Clock.ts";
import type { Frame } from "#wire/Frame.ts";
import { createLongPoll } from "./createLongPoll.ts";
import { createRetries } from "./createRetries.ts";
import { createSpaceLine } from "./createSpaceLine.ts";
import { type ExchangeFailure, exchangeSpace } from "./exchangeSpace.ts";
import { joinFrames } from "./joinFrames.ts";
import { makeRows } from "./makeRows.ts";
import { outOf } from "./outOf.ts";
import type { Timers } from "./ports/Transport.ts";
import { createWhoIsWhere, sealPresence } from "./presence.ts";
import { nextPush, unacknowledged } from "./pushRows.ts";
import type { RunningSpace, RunState } from "./RunningSpace.ts";
import { type SpaceContext, stateRow, tell } from "./SpaceContext.ts";
import type { SpaceState } from "./SpaceState.ts";
import { takeLive } from "./takeLive.ts";

const pollEvery = 30_000;
/** A live line does not make looking superfluous. */
const lookEvery = 240_000;
/** Somebody waits to be let in, and is looked for this often. */
const joinEvery = 3_000;
/** Changes are gathered for a moment, so that a burst of keystrokes is one row. */
const gatherFor = 60;
/** A line that closed is opened again after this long. */
const reopenAfter = 1_000;
/** So often may a socket not open before another way is taken. */
const socketTries = 2;
const pollTries = 2;

/**
 * Keeps a space level with its server: exchanges, then listens; sends what is written; waits longer
 * after each failure, less long while somebody looks (`isInSight`) [L2]. Falls back from WebSocket to long poll to polling.
 */
export function runSpace(
  context: SpaceContext,
  timers: Timers,
  changed: () => void,
  isInSight: () => boolean,
): RunningSpace {
  const { clock, random } = context.tools;
  const retries = createRetries(random, isInSight);
  const whoIsWhere = createWhoIsWhere(context);
  const arrived = new Map<number, string>();
  let run: RunState = { live: "off", levelAt: null, isBusy: false, failure: null };
  let isStopped = false;
  let queue: Promise<unknown> = Promise.resolve();
  let cancelTimer = () => {};
  let isGathering = false;
  let waiting: Frame[] = [];

  const news = {
    opened: () => {
      set({ live: "socket" });
      send();
    },
    arrived: take,
    closed: () => {
      whoIsWhere.clear();
      set({ live: "off" });
      // After a failure the next try is set already.
      if (run.failure === null) later(reopenAfter);
    },
  };
  const line = createSpaceLine(context, timers, news, isInSight);
  const longPoll = createLongPoll(context, {
    news: async () => {
      exchange();
      await queue;
      return run.failure === null;
    },
    ended: () => later(pollEvery),
  });

  function set(next: Partial<RunState>): void {
    run = { ...run, ...next };
    changed();
  }
  /** One thing at a time is done with a space. */
  function turn<T>(work: () => Promise<T>): Promise<T> {
    const next = queue.then(work);
    queue = next.catch(() => undefined);
    return next;
  }
  function later(milliseconds: number): void {
    cancelTimer();
    if (!isStopped) cancelTimer = timers.after(milliseconds, exchange);
  }
  /** Kept, so that no closed team looks open offline; who cannot keep it hears it again. */
  async function noteOut(out: SpaceState["out"]): Promise<void> {
    if (context.state.out === out) return;
    context.state = { ...context.state, out };
    await context.tools.store.write({ put: [stateRow(context)], drop: [] });
  }
  async function failed(error: ExchangeFailure): Promise<void> {
    const out = outOf(error);
    if (out !== null) await noteOut(out);
    const wait = retries.next();
    const now = clock.now();
    const since = run.failure?.since ?? now;
    set({ isBusy: false, failure: { error, since, nextTry: instant(now + wait) } });
    later(wait);
    // A line to where nobody is reached only seems to be there.
    if (error.type === "Unreachable") line.leave();
  }

  function exchange(): void {
    cancelTimer();
    if (isStopped) return;
    void turn(async () => {
      if (isStopped) return;
      set({ isBusy: true });
      const exchanged = await exchangeSpace(context);
      const off = context.requests?.clockOff() ?? 0;
      if (off !== 0) await tell(context, { type: "ClockOff", by: off });
      if (!exchanged.ok) return failed(exchanged.error);
      await noteOut(null);
      retries.end();
      set({ isBusy: false, failure: null, levelAt: clock.now() });
      if (context.requests === null) return;
      listen();
      if (isExpectant(context)) later(joinEvery);
      else later(line.isOpen() || longPoll.isThere() ? lookEvery : pollEvery);
    });
  }

  /** By a socket; where that does not work, the next best way. */
  function listen(): void {
    if (isStopped || context.state.phase.type !== "open") return;
    if (line.isThere() || longPoll.isThere()) return;
    if (line.failures() < socketTries) void line.connect();
    else if (longPoll.failures() < pollTries) {
      set({ live: "longPoll" });
      void longPoll.begin();
    } else set({ live: "polling" });
  }

  /** What came over the line is taken in together: a burst costs one transaction. */
  function take(frames: readonly Frame[]): void {
    waiting.push(...frames);
    if (waiting.length > frames.length) return;
    void turn(async () => {
      const now = joinFrames(waiting);
      waiting = [];
      if (isStopped) return;
      const taken = await takeLive(context, now, arrived);
      if (!taken.ok) return failed(taken.error);
      if (now.some(({ type }) => type === "ack" || type === "nack")) line.acknowledged();
      for (const sealed of taken.value.presence) await whoIsWhere.hear(sealed);
      changed();
      if (taken.value.needsPull || taken.value.isRefused) exchange();
      else send();
    });
  }

  /** Sends what is unsent over the line, one push at a time; without a line by an exchange. */
  function send(): void {
    // After a failure an exchange comes first: it shows whether what is written may go out so.
    const mayNot = () => isStopped || line.isPushing() || !line.isOpen();
    if (mayNot() || run.failure !== null) return;
    void turn(async () => {
      if (mayNot()) return;
      const made = await makeRows(context);
      if (!made.ok) return failed(made.error);
      const rows = nextPush(unacknowledged(context));
      if (rows.length === 0) return;
      line.push(rows);
      changed();
    });
  }

  function wake(): void {
    if (isGathering || isStopped) return;
    isGathering = true;
    timers.after(gatherFor, () => {
      isGathering = false;
      if (line.isOpen()) send();
      else exchange();
    });
  }

  exchange();
  return {
    context,
    state: () => run,
    wake,
    look: exchange,
    during: (work) =>
      turn(() => work(context)).finally(() => {
        changed();
        exchange();
      }),
    here: (where) => {
      void turn(async () => {
        const sealed = await sealPresence(context, where);
        if (sealed !== null) line.send({ type: "presence", space: context.state.space, sealed });
      });
    },
    presence: () => whoIsWhere.all,
    stop: async () => {
      isStopped = true;
      cancelTimer();
      line.close();
      longPoll.close();
      await queue;
    },
  };
}

/** Somebody waits to be let in, here or there. */
const isExpectant = ({ state, tools }: SpaceContext): boolean =>
  state.phase.type === "joining" ||
  state.invitations.some(
    ({ answer, expiresAt }) => answer === null && expiresAt > tools.clock.now(),
  );
