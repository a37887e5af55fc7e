import type { Feeling } from "#core/entry/Entry.ts";
import * as m from "#messages";

/** A feeling in words, or null where none was said. */
export const feelingName = (feeling: Feeling): string | null =>
  ({
    "went-well": m.notebook_went_well(),
    "got-in-the-way": m.notebook_got_in_the_way(),
    neither: null,
  })[feeling];
