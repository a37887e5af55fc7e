/** Something to wait for that happens once. */
export class Gate {
  #isOpen = false;
  #waiting: (() => void)[] = [];

  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Lets through everybody who waits and will come. */
  open(): void {
    this.#isOpen = true;
    for (const go of this.#waiting) go();
    this.#waiting = [];
  }

  /** Resolves once the gate is open. */
  async passed(): Promise<void> {
    if (!this.#isOpen) await new Promise<void>((go) => this.#waiting.push(go));
  }
}
