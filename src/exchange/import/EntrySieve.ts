import type { NoteReason, Place, SkipReason } from "#core/exchange/Importing.ts";
import { readFeeling } from "#exchange/fields/readFeeling.ts";
import { readLabels } from "#exchange/fields/readLabels.ts";
import { cleanLabel, cleanWords } from "#exchange/text/cleanWords.ts";
import type { FoundEntry, RawEntry } from "./FoundEntry.ts";
import type { ImportLimits } from "./importLimits.ts";
import type { Tallies } from "./Tallies.ts";

/** Thrown by the sieve when there are more entries than an import may bring; caught in `readSources`. */
export class TooManyEntries extends Error {}

/** Every foreign entry passes here: judged against the limits, cleaned, and told of where it changed. */
export class EntrySieve {
  readonly entries: FoundEntry[] = [];
  readonly #limits: ImportLimits;
  readonly #skipped: Tallies<SkipReason>;
  readonly #notes: Tallies<NoteReason>;
  readonly #seen = new Set<string>();
  #skips = 0;

  constructor(limits: ImportLimits, skipped: Tallies<SkipReason>, notes: Tallies<NoteReason>) {
    this.#limits = limits;
    this.#skipped = skipped;
    this.#notes = notes;
  }

  /** Something that is no entry: told, and counted, so that a file of nothing else comes to an end. */
  skip(reason: SkipReason, place: Place): void {
    this.#skips += 1;
    if (this.#skips > this.#limits.entries) throw new TooManyEntries();
    this.#skipped.add(reason, place);
  }

  add(raw: RawEntry): void {
    const limits = this.#limits;
    if (raw.text.length > limits.words) {
      this.skip("too-long", raw.place);
      return;
    }
    const { text, changed } = cleanWords(raw.text);
    if (text === "") {
      this.skip("no-words", raw.place);
      return;
    }
    if (this.entries.length === limits.entries) throw new TooManyEntries();
    if (changed) this.#notes.add("characters-removed", raw.place);
    if (raw.date.type !== "date") this.#notes.add(raw.date.type, raw.place);
    const feeling = readFeeling(raw.feeling);
    if (feeling === null) this.#notes.add("feeling-not-understood", raw.place);
    this.entries.push({
      place: raw.place,
      text,
      date: raw.date,
      feeling: feeling ?? "neither",
      tags: readLabels(raw.tags, limits),
      setting: typeof raw.setting === "string" ? cleanLabel(raw.setting, limits.label) : "",
      roles: readLabels(raw.roles, limits),
      forAppraisal: raw.forAppraisal,
      isRepeat: this.#isRepeat(text, raw.date),
    });
  }

  /** Undated entries are never repeats: the same few words may well be meant twice. */
  #isRepeat(text: string, date: FoundEntry["date"]): boolean {
    if (date.type !== "date") return false;
    const key = `${date.happened.at} ${text}`;
    const isRepeat = this.#seen.has(key);
    this.#seen.add(key);
    return isRepeat;
  }
}
