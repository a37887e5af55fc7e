import type { Door } from "#core/journal/Door.ts";
import type { Vault } from "#core/journal/Vault.ts";

/** What the vault worker answers to, by Comlink. The methods of `Vault` throw until a journal is open. */
export interface VaultWorker extends Door, Vault {
  /**
   * Answers as `ReaderSource`, by Comlink, on this port from then on. The other end goes to the
   * reader worker. Call it once a journal is open, with the port transferred.
   */
  readonly serveReader: (port: MessagePort) => Promise<void>;
  /** Answers as `Spaces`, by Comlink, on this port from then on. Call it once a journal is open. */
  readonly spaces: (port: MessagePort) => Promise<void>;
  /** Resolves once every write asked for so far has ended; at once where no journal is open. To be waited for before the thread is ended. */
  readonly settled: () => Promise<void>;
}
