import type { Place, SkipReason } from "#core/exchange/Importing.ts";

/** One file of words, out of whatever it was packed in. */
export interface UnpackedFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Called for each thing in an archive that is left out. */
export type Skipping = (reason: SkipReason, place: Place) => void;
