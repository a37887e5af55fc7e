/** One device's connection to a system under measurement. */
export interface BenchDevice {
  /** Makes updates beforehand where the system is measured so; not timed. */
  readonly prepare: (count: number) => Promise<void>;
  /** Hands over `count` updates at once; resolves when all are acknowledged. */
  readonly push: (count: number) => Promise<void>;
  /** Sends one small edit that carries a number. */
  readonly edit: (number: number) => void;
  readonly close: () => void;
}

/** What a new device's first exchange took. */
export interface Received {
  readonly ms: number;
  /** All that went and came in messages and bodies, in MB; headers that the network adds are not in it. */
  readonly megabytes: number;
  /** Of the time, what the device took to check, merge and keep, where that can be told. */
  readonly keeping: number | null;
}

/** What meeting again took. */
export interface Agreed {
  readonly ms: number;
  /** Edits that are not in both devices. */
  readonly lost: number;
}

/** A running server, its devices all in one space or document. */
export interface RunningSystem {
  /**
   * `heard` is called for each edit of another device, by its number. A device that is to `push` for
   * itself may have a document of its own, in systems that have many.
   */
  readonly connect: (
    purpose: "push" | "edit",
    heard: (number: number) => void,
  ) => Promise<BenchDevice>;
  /** A device of the space that has nothing yet receives so many documents of ten fields. */
  readonly receive: (documents: number) => Promise<Received>;
  /** Two devices make so many edits each, offline, to the same documents; then until both agree. */
  readonly agree: (documents: number, edits: number) => Promise<Agreed>;
  /** Resident memory of the server processes, in MB. */
  readonly memory: () => number;
  /** Processor time that they used so far, in ms; PostgreSQL's own is not in it. */
  readonly processor: () => number;
  /** Ends the server without warning and starts it anew; how many acknowledged updates are lost. */
  readonly killAndCount: (() => Promise<number>) | null;
  readonly stop: () => Promise<void>;
}

/** A system that can be measured. */
export interface SyncSystem {
  readonly name: string;
  readonly acknowledges: "in memory" | "on disk";
  readonly start: () => Promise<RunningSystem>;
}
