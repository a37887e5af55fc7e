/** Thrown inside a reading stream when the budget is used up; it never leaves `source/`. */
export class OverBudget extends Error {}

/**
 * How many unpacked bytes an import may still hold. Shared by all its files and layers, so that many
 * small archives weigh as much as a large one.
 */
export class ByteBudget {
  readonly limit: number;
  #left: number;

  constructor(limit: number) {
    this.limit = limit;
    this.#left = limit;
  }

  /** Takes `bytes` from the budget, or throws `OverBudget`. */
  spend(bytes: number): void {
    this.#left -= bytes;
    if (this.#left < 0) throw new OverBudget();
  }

  /** Gives back what is no longer held. */
  release(bytes: number): void {
    this.#left = Math.min(this.limit, this.#left + bytes);
  }
}
