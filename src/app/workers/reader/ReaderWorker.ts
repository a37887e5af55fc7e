import type { Reader } from "#core/journal/Reader.ts";

/** What the reader worker offers to the page by Comlink: once `connect` has answered, the reader. */
export interface ReaderWorker extends Reader {
  /** Gives the worker its end of the channel to the vault (transferred); called once, before anything else. */
  readonly connect: (port: MessagePort) => Promise<void>;
}
