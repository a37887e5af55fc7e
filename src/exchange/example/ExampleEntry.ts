import type { Feeling } from "#core/entry/Entry.ts";

/** What an example entry is about where it comes back; the first two are themes from the start. */
export type ExampleThread = "medicines" | "obs" | "handover" | "phone" | "porters" | "fluids";

/** A made-up entry, before it has an id and a date of its own. */
export interface ExampleEntry {
  /** How many days before the example is loaded it happened, and the local time; no time: only the day is known. */
  readonly daysAgo: number;
  readonly time?: `${number}:${number}`;
  readonly thread?: ExampleThread;
  readonly feeling: Feeling;
  /** The words on a free page, or under each part key of `model`. */
  readonly text?: string;
  readonly model?: string;
  readonly parts?: Readonly<Record<string, string>>;
  readonly tags?: readonly string[];
  readonly setting?: string;
  readonly roles?: readonly string[];
  readonly forAppraisal?: boolean;
}
