import type { Result } from "#base/Result.ts";

/** No answer came: no network, no server, or something in between that is broken. */
export interface Unreachable {
  readonly type: "Unreachable";
}

/** A request as it goes out. `path` begins with `/` and includes the query. */
export interface Order {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** What came back. */
export interface Answered {
  readonly status: number;
  readonly body: Uint8Array;
}

/** A WebSocket, as far as sync needs one. */
export interface LiveLine {
  readonly send: (message: Uint8Array) => void;
  readonly close: () => void;
}

/** What happens on a live line; `closed` comes once, also where it never opened. */
export interface LiveListener {
  readonly opened: () => void;
  readonly message: (message: Uint8Array) => void;
  readonly closed: () => void;
}

/** The way to one server. */
export interface Transport {
  readonly send: (order: Order) => Promise<Result<Answered, Unreachable>>;
  readonly live: (path: string, listener: LiveListener) => LiveLine;
}

/** Something to be done later. Given as an argument so that tests decide what time it is. */
export interface Timers {
  /** Calls back after so many milliseconds, unless cancelled by what it returns. */
  readonly after: (milliseconds: number, call: () => void) => () => void;
}
