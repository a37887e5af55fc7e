import type { ReaderPlatform } from "./ReaderPlatform.ts";

/** Changes within this time are told once: soon for what a person does, seldom while a journal loads. */
const together = { soon: 50, loading: 200 };

/** Tells listeners that something changed, once for all changes within a short time. */
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

  /** Something changed; while loading, each telling has every place on screen ask again for long lists. */
  tell(when: keyof typeof together = "soon"): void {
    if (this.#planned) return;
    this.#planned = true;
    this.#platform.after(together[when], () => {
      this.#planned = false;
      for (const listener of this.#listeners) listener();
    });
  }
}
