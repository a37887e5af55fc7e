/** What the reader needs of the thread it runs in; given so that tests decide when time passes. */
export interface ReaderPlatform {
  /** Resolves once waiting messages had their turn. */
  readonly turn: () => Promise<void>;
  /** Runs a task once, later; returns a way to stop it. */
  readonly after: (milliseconds: number, task: () => void) => () => void;
  /** UTF-8 both ways. `decode` throws on bytes that are not UTF-8. */
  readonly encode: (text: string) => Uint8Array;
  readonly decode: (bytes: Uint8Array) => string;
  /** `Date.getTimezoneOffset` at a moment: minutes that local time is behind UTC then. */
  readonly timezoneOffset: (at: number) => number;
}
