/** What came of a suite. */
export interface Proof {
  /** How many cases were tried. */
  readonly tried: number;
  /** What went wrong, in words; none is what is hoped for. */
  readonly failures: readonly string[];
  /** What must fail did: without it the suite would prove nothing. */
  readonly control: boolean;
  /** What else is worth knowing, for the table. */
  readonly note: string;
}

/** A suite that what it needs is missing for: neither passed nor failed. */
export interface NotRun {
  /** What is missing, and how to come by it. */
  readonly notRun: string;
}

/** One way of breaking things, at full size for `npm run prove` and in a short form for `npm test`. */
export interface Suite<Outcome = Proof> {
  readonly name: string;
  /** The law that has to hold. */
  readonly law: string;
  readonly full: number;
  readonly short: number;
  readonly run: (count: number) => Promise<Outcome>;
}

/** Collects failures without stopping at the first. */
export class Failures {
  readonly list: string[] = [];

  expect(holds: boolean, otherwise: () => string): void {
    if (!holds && this.list.length < 20) this.list.push(otherwise());
  }
}
