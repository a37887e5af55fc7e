import type { IndexName, ReaderSource } from "#core/journal/ReaderFeed.ts";
import type { Mark } from "#core/journal/Vault.ts";
import type { ChangedSegments } from "./KeptIndex.ts";
import type { ReaderPlatform } from "./ReaderPlatform.ts";

/** Changes within this time are stored together, well after the save that made them. */
const together = 4_000;
/** After storage refused, it is asked again this much later. */
const patience = 60_000;

/**
 * Stores an index in the background. Losing it costs nothing but time at the next unlock, so
 * failures are not told to anyone: what could not be stored is offered again later.
 */
export class IndexStorer {
  readonly #name: IndexName;
  readonly #source: ReaderSource;
  readonly #platform: ReaderPlatform;
  readonly #changed: () => (ChangedSegments & { readonly through: Mark }) | null;
  readonly #unsaved = new Map<number, Uint8Array>();
  #planned = false;

  /** `changed` gives what to store, or null while the index is being filled. */
  constructor(
    name: IndexName,
    source: ReaderSource,
    platform: ReaderPlatform,
    changed: () => (ChangedSegments & { readonly through: Mark }) | null,
  ) {
    this.#name = name;
    this.#source = source;
    this.#platform = platform;
    this.#changed = changed;
  }

  /** What was stored last time, or null where nothing usable is. */
  async load(): ReturnType<ReaderSource["loadIndex"]> {
    try {
      return await this.#source.loadIndex(this.#name);
    } catch {
      return null;
    }
  }

  /** Something changed: it is stored within some seconds. */
  plan(wait = together): void {
    if (this.#planned) return;
    this.#planned = true;
    this.#platform.after(wait, () => {
      this.#store().then((stored) => {
        this.#planned = false;
        if (stored !== "done") this.plan(stored === "busy" ? together : patience);
      });
    });
  }

  async #store(): Promise<"done" | "busy" | "refused"> {
    const changed = this.#changed();
    if (changed === null) return "busy";
    for (const { number, bytes } of changed.segments) this.#unsaved.set(number, bytes);
    const segments = [...this.#unsaved].map(([number, bytes]) => ({ number, bytes }));
    try {
      await this.#source.storeIndex(this.#name, changed.through, segments, changed.count);
    } catch {
      return "refused";
    }
    for (const { number, bytes } of segments) {
      if (this.#unsaved.get(number) === bytes) this.#unsaved.delete(number);
    }
    return "done";
  }
}
