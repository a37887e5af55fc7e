import type { Feeling } from "#core/entry/Entry.ts";
import type { Place } from "#core/exchange/Importing.ts";
import type { ReadDate } from "#exchange/fields/readDate.ts";

/** What a format's reader found, before it is judged, cleaned and made an entry. */
export interface RawEntry {
  readonly place: Place;
  readonly text: string;
  readonly date: ReadDate;
  readonly feeling: unknown;
  readonly tags: unknown;
  readonly setting: unknown;
  readonly roles: unknown;
  readonly forAppraisal: boolean;
}

/** An entry out of a foreign file, ready but for its id, batch and the moment of import. */
export interface FoundEntry {
  readonly place: Place;
  readonly text: string;
  readonly date: ReadDate;
  readonly feeling: Feeling;
  readonly tags: readonly string[];
  readonly setting: string;
  readonly roles: readonly string[];
  readonly forAppraisal: boolean;
  /** The same words with the same date stand earlier in these files. */
  readonly isRepeat: boolean;
}
