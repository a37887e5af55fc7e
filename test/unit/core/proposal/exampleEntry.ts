import { instant } from "#base/Clock.ts";
import type { Entry, Feeling } from "#core/entry/Entry.ts";
import { madeUpEntry } from "../../../madeUp/madeUpEntry.ts";

/** A kept entry of one part with this text; `day` counts from 2026-01-01. */
export const exampleEntry = (
  id: string,
  text: string,
  day = 0,
  feeling: Feeling = "got-in-the-way",
): Entry =>
  madeUpEntry(id, text, instant(Date.UTC(2026, 0, 1, 12) + day * 86_400_000), { feeling });
