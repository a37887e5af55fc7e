import { addDays, isValid, parse } from "date-fns";
import { type Instant, instant } from "#base/Clock.ts";
import type { Feeling } from "#core/entry/Entry.ts";
import type { ModelId } from "#core/identifiers.ts";
import type { EntryFilter } from "#core/journal/Reader.ts";

/** What a person is looking for: words as typed, and filters; empty ones narrow nothing. */
export interface JournalSearch {
  readonly typed: string;
  readonly tags: readonly string[];
  readonly feeling: Feeling | "any";
  readonly setting: string;
  readonly model: ModelId | "any";
  /** First and last day, `yyyy-MM-dd` in this device's time zone, both included. */
  readonly fromDay: string;
  readonly toDay: string;
  readonly forAppraisal: boolean;
}

/** Everything, newest first. */
export const everything: JournalSearch = {
  typed: "",
  tags: [],
  feeling: "any",
  setting: "",
  model: "any",
  fromDay: "",
  toDay: "",
  forAppraisal: false,
};

/** The beginning of a day that a native date input holds, or null. */
export function startOf(day: string): Instant | null {
  const at = parse(day, "yyyy-MM-dd", new Date(0));
  return isValid(at) ? instant(at.getTime()) : null;
}

/** The filters as the reader takes them. */
export function toFilter(search: JournalSearch): EntryFilter {
  const from = startOf(search.fromDay);
  const last = startOf(search.toDay);
  return {
    ...(search.tags.length > 0 ? { tags: search.tags } : {}),
    ...(search.feeling === "any" ? {} : { feeling: search.feeling }),
    ...(search.setting.trim() === "" ? {} : { setting: search.setting.trim() }),
    ...(search.model === "any" ? {} : { model: search.model }),
    ...(from === null ? {} : { from }),
    ...(last === null ? {} : { to: instant(addDays(last, 1).getTime()) }),
    ...(search.forAppraisal ? { forAppraisal: true } : {}),
  };
}
