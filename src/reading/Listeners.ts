import type { ReaderPlatform } from "./ReaderPlatform.ts";

const together = 50;

/** Tells listeners that something changed, once for all changes within 50 ms. */
export class Listeners {
  readonly #platform: ReaderPlatform;
  readonly #listeners = new Set<() => void>();
  #planned = false;

  constructor(platform: ReaderPlatform) {
    this.#platform = platform;
  }

  /** Adds a listener; returns a way to stop. */
  add(listener: () => void): () => void {
    const own = () => listener();
    this.#listeners.add(own);
    return () => void this.#listeners.delete(own);
  }

  /** Something changed. */
  tell(): void {
    if (this.#planned) return;
    this.#planned = true;
    this.#platform.after(together, () => {
      this.#planned = false;
      for (const listener of this.#listeners) listener();
    });
  }
}
