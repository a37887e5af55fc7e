import type { Instant } from "#base/Clock.ts";
import type { ExchangeFailure } from "./exchangeSpace.ts";
import type { Said, Where } from "./presence.ts";
import type { SpaceContext } from "./SpaceContext.ts";

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
  readonly presence: () => ReadonlyMap<string, Said>;
  /** Ends when what is under way has ended. */
  readonly stop: () => Promise<void>;
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
