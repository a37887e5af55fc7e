import type { Instant } from "#base/Clock.ts";
import { instant } from "#base/Clock.ts";
import { decodeFrames } from "#wire/decodeFrames.ts";
import { encodeFrames } from "#wire/encodeFrames.ts";
import type { Frame } from "#wire/Frame.ts";
import { idText } from "#wire/idText.ts";
import { type ExchangeFailure, exchangeSpace } from "./exchangeSpace.ts";
import { makeRows } from "./makeRows.ts";
import type { LiveLine, Timers } from "./ports/Transport.ts";
import { openPresence, sealPresence, type Where } from "./presence.ts";
import { nextPush, pushFrame, unacknowledged } from "./pushRows.ts";
import { type SpaceContext, tell } from "./SpaceContext.ts";
import { takeLive } from "./takeLive.ts";

/** How the exchange of a space stands. */
export interface RunState {
  readonly live: "socket" | "longPoll" | "polling" | "off";
  /** The last exchange that came to its end. */
  readonly levelAt: Instant | null;
  readonly isBusy: boolean;
  readonly failure: {
    readonly error: ExchangeFailure;
    readonly since: Instant;
    readonly nextTry: Instant;
  } | null;
}

/** A space being exchanged, until it is stopped. */
export interface RunningSpace {
  readonly context: SpaceContext;
  readonly state: () => RunState;
  /** Something was written: it is sent soon, whatever was waited for [L2]. */
  readonly wake: () => void;
  /** A person wants it now: a whole exchange, at once. */
  readonly look: () => void;
  /** Does something with the space while nothing else is; the exchange goes on afterwards. */
  readonly during: <T>(work: (space: SpaceContext) => Promise<T>) => Promise<T>;
  readonly here: (where: Where | null) => void;
  /** Who is where, and since when they said so. */
  readonly presence: () => ReadonlyMap<string, { readonly where: Where; readonly at: Instant }>;
  /** Ends when what is under way has ended. */
  readonly stop: () => Promise<void>;
}

const firstRetry = 1_000;
const lastRetry = 300_000;
const pollEvery = 30_000;
/** A live line does not make looking superfluous. */
const lookEvery = 240_000;
/** Somebody waits to be let in, and is looked for this often. */
const joinEvery = 3_000;
/** Changes are gathered for a moment, so that a burst of keystrokes is one row. */
const gatherFor = 60;
/** An acknowledgement that takes longer will not come over this line. */
const ackWithin = 15_000;
/** So often may a socket not open before another way is taken. */
const socketTries = 2;
const pollTries = 2;

/**
 * Keeps a space level with its server: exchanges, then listens; sends what is written; waits longer
 * after each failure, with jitter [L2]. Falls back from WebSocket to long poll to polling.
 */
export function runSpace(context: SpaceContext, timers: Timers, changed: () => void): RunningSpace {
  const { clock, random } = context.tools;
  let run: RunState = { live: "off", levelAt: null, isBusy: false, failure: null };
  let stopped = false;
  let queue: Promise<unknown> = Promise.resolve();
  let cancelTimer = () => {};
  let cancelAck = () => {};
  let line: LiveLine | null = null;
  let isOpen = false;
  let inFlight = 0;
  let request = 0;
  let retries = 0;
  let failedSockets = 0;
  let failedPolls = 0;
  let gathering = false;
  let isPolling = false;
  let waiting: Frame[] = [];
  const arrived = new Map<number, string>();
  const present = new Map<string, { where: Where; at: Instant }>();

  const set = (next: Partial<RunState>) => {
    run = { ...run, ...next };
    changed();
  };
  const turn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = queue.then(work);
    queue = next.catch(() => undefined);
    return next;
  };
  const later = (milliseconds: number) => {
    cancelTimer();
    if (!stopped) cancelTimer = timers.after(milliseconds, exchange);
  };

  function failed(error: ExchangeFailure): void {
    // Full jitter: a server that comes back is not met by everybody at once.
    const most = Math.min(lastRetry, firstRetry * 2 ** retries);
    retries += 1;
    const [a = 0, b = 0] = random.bytes(2);
    const wait = Math.max(firstRetry / 2, (most * (a * 256 + b)) / 65_536);
    const now = clock.now();
    const since = run.failure?.since ?? now;
    set({ isBusy: false, failure: { error, since, nextTry: instant(now + wait) } });
    later(wait);
  }

  function exchange(): void {
    cancelTimer();
    if (stopped) return;
    void turn(async () => {
      if (stopped) return;
      set({ isBusy: true });
      const exchanged = await exchangeSpace(context);
      const off = context.requests?.clockOff() ?? 0;
      if (off !== 0) await tell(context, { type: "ClockOff", by: off });
      if (!exchanged.ok) return failed(exchanged.error);
      retries = 0;
      set({ isBusy: false, failure: null, levelAt: clock.now() });
      if (context.requests === null) return;
      listen();
      if (isExpectant(context)) later(joinEvery);
      else later(isOpen || isPolling ? lookEvery : pollEvery);
    });
  }

  /** A ticket, then a socket; where that does not work, the next best way. */
  function listen(): void {
    if (line !== null || isPolling || stopped || context.state.phase.type !== "open") return;
    if (failedSockets < socketTries) void connect();
    else if (failedPolls < pollTries) void longPoll();
    else set({ live: "polling" });
  }

  async function connect(): Promise<void> {
    const { requests } = context;
    if (requests === null) return;
    const ticket = await requests.send("POST", "/ticket");
    if (!ticket.ok || stopped || line !== null) return;
    const path = `/live?ticket=${new TextDecoder().decode(ticket.value)}`;
    const own = requests.live(path, {
      opened: () => {
        isOpen = true;
        failedSockets = 0;
        const { space } = context.state;
        const { logId, cursor } = context.heads;
        const hello = { space, logId: logId ?? new Uint8Array(16), cursor };
        own.send(encodeFrames({ type: "hello", version: 1, spaces: [hello] }));
        set({ live: "socket" });
        send();
      },
      message: (message) => {
        const frames = decodeFrames(message);
        if (frames.ok) take(frames.value);
      },
      closed: () => {
        if (line !== own) return;
        line = null;
        if (!isOpen) failedSockets += 1;
        isOpen = false;
        inFlight = 0;
        cancelAck();
        present.clear();
        set({ live: "off" });
        if (!stopped) later(run.failure === null ? firstRetry : lastRetry);
      },
    });
    line = own;
  }

  async function longPoll(): Promise<void> {
    const { requests } = context;
    if (requests === null) return;
    isPolling = true;
    set({ live: "longPoll" });
    while (!stopped && isPolling) {
      const { cursor } = context.heads;
      const path = `/spaces/${context.id}/nudge?head=${cursor}&membership=${context.state.log.length}`;
      const nudged = await requests.exchange("GET", path);
      if (!nudged.ok) {
        failedPolls += nudged.error.type === "Unreachable" ? 0 : 1;
        isPolling = false;
        if (!stopped) later(pollEvery);
        return;
      }
      const nudge = nudged.value.find((frame) => frame.type === "nudge");
      const isNews =
        nudge?.type === "nudge" &&
        (nudge.head !== context.heads.cursor || nudge.membership !== context.state.log.length);
      if (isNews) {
        exchange();
        await queue;
      }
    }
  }

  /** What came over the line is taken in together: a burst costs one transaction. */
  function take(frames: readonly Frame[]): void {
    waiting.push(...frames);
    if (waiting.length > frames.length) return;
    void turn(async () => {
      const now = joined(waiting);
      waiting = [];
      if (stopped) return;
      const taken = await takeLive(context, now, arrived);
      if (!taken.ok) return failed(taken.error);
      if (now.some(({ type }) => type === "ack" || type === "nack")) {
        inFlight = 0;
        cancelAck();
      }
      for (const sealed of taken.value.presence) await noticed(sealed);
      changed();
      if (taken.value.needsPull || taken.value.isRefused) exchange();
      else send();
    });
  }

  async function noticed(sealed: Uint8Array): Promise<void> {
    const said = await openPresence(context, sealed);
    if (said === null || said.member === context.me) return;
    if (said.where === null) present.delete(said.member);
    else present.set(said.member, { where: said.where, at: clock.now() });
  }

  /** Sends what is unsent over the line, one push at a time; without a line by an exchange. */
  function send(): void {
    if (stopped || inFlight > 0) return;
    // After a failure an exchange comes first: it shows whether what is written may go out so.
    if (!isOpen || line === null || run.failure !== null) return;
    const own = line;
    void turn(async () => {
      if (stopped || inFlight > 0 || line !== own) return;
      const made = await makeRows(context);
      if (!made.ok) return failed(made.error);
      const rows = nextPush(unacknowledged(context));
      if (rows.length === 0) return;
      inFlight = rows.length;
      request += 1;
      own.send(encodeFrames(pushFrame(request, rows)));
      cancelAck = timers.after(ackWithin, () => own.close());
      changed();
    });
  }

  function wake(): void {
    if (gathering || stopped) return;
    gathering = true;
    timers.after(gatherFor, () => {
      gathering = false;
      if (isOpen) send();
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
        if (sealed === null || line === null || !isOpen) return;
        line.send(encodeFrames({ type: "presence", space: context.state.space, sealed }));
      });
    },
    presence: () => present,
    stop: async () => {
      stopped = true;
      cancelTimer();
      cancelAck();
      line?.close();
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

/** Frames with neighbouring rows of one kind made one: they are checked and kept together. */
function joined(frames: readonly Frame[]): readonly Frame[] {
  const all: Frame[] = [];
  for (const frame of frames) {
    const last = all.at(-1);
    const isMore =
      frame.type === "rows" &&
      last?.type === "rows" &&
      last.settled === frame.settled &&
      idText(last.logId) === idText(frame.logId);
    if (isMore) all[all.length - 1] = { ...last, rows: [...last.rows, ...frame.rows] };
    else all.push(frame);
  }
  return all;
}

/** A space that another tab exchanges: it can be looked at here, and nothing of it moves. */
export const showOnly = (context: SpaceContext): RunningSpace => ({
  context,
  state: () => ({ live: "off", levelAt: null, isBusy: true, failure: null }),
  wake: () => undefined,
  look: () => undefined,
  during: (work) => work(context),
  here: () => undefined,
  presence: () => new Map(),
  stop: async () => undefined,
});
