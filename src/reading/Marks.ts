import type { Mark } from "#core/journal/Vault.ts";

/** Lets questions wait until a write has arrived. */
export class Marks {
  #reached: Mark = Number.NEGATIVE_INFINITY;
  #waiting: { readonly mark: Mark; readonly go: () => void }[] = [];

  /** How far everything has arrived; nothing at all at first. */
  get reached(): Mark {
    return this.#reached;
  }

  /** Everything up to this mark has arrived; lower ones change nothing. */
  reach(mark: Mark): void {
    if (mark <= this.#reached) return;
    this.#reached = mark;
    const ready = this.#waiting.filter((waiting) => waiting.mark <= mark);
    this.#waiting = this.#waiting.filter((waiting) => waiting.mark > mark);
    for (const { go } of ready) go();
  }

  /** Resolves once the mark has been reached. */
  async until(mark: Mark): Promise<void> {
    if (mark <= this.#reached) return;
    await new Promise<void>((go) => this.#waiting.push({ mark, go }));
  }
}
