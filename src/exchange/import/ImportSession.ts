import type { Clock, Instant } from "#base/Clock.ts";
import { newId } from "#base/newId.ts";
import type { Random } from "#base/Random.ts";
import { err, ok, type Result } from "#base/Result.ts";
import type {
  ImportChoices,
  ImportChunk,
  ImportPreview,
  NoteReason,
  PreviewEntry,
  Refusal,
  SkipReason,
  SourceKind,
  TimesKept,
} from "#core/exchange/Importing.ts";
import type { SourceFile } from "#core/exchange/SourceFile.ts";
import type { BatchId, EntryId } from "#core/identifiers.ts";
import type { Version } from "#core/journal/Vault.ts";
import type { JournalRecord } from "#core/record/JournalRecord.ts";
import type { FoundEntry } from "./FoundEntry.ts";
import type { ImportLimits } from "./importLimits.ts";
import { leaveOutKept } from "./leaveOutKept.ts";
import { type OpenedSources, openSources } from "./openSources.ts";
import { previewFound, previewRestored } from "./previewEntry.ts";
import { readSources } from "./readSources.ts";
import { type FoundItem, scanJournals } from "./scanJournals.ts";
import { Tallies } from "./Tallies.ts";
import { toEntry } from "./toEntry.ts";

/** Entries shown before an import. */
const shownFirst = 5;
/** A chunk ends with this many records or characters, whichever comes first: small enough to hand over without a pause on the page. */
const chunkRecords = 200;
const chunkCharacters = 512 * 1024;

/** What is being imported: read once, then handed out in chunks. */
interface Prepared {
  readonly found: readonly FoundEntry[];
  readonly journals: AsyncGenerator<Result<FoundItem, Refusal>>;
  readonly total: number;
  done: number;
}

/** One import from the chosen files to the last record; see `Exchange` for what each step promises. */
export class ImportSession {
  readonly #limits: ImportLimits;
  readonly #random: Random;
  readonly #clock: Clock;
  #opened: OpenedSources = { sources: [], refused: [] };
  #skippedFiles = new Tallies<SkipReason>();
  #fileNotes = new Tallies<NoteReason>();
  #prepared: Prepared | null = null;
  #timesKept: TimesKept = async (found) => found.map(() => 0);

  constructor(limits: ImportLimits, random: Random, clock: Clock) {
    this.#limits = limits;
    this.#random = random;
    this.#clock = clock;
  }

  async read(
    files: readonly SourceFile[],
    choices: ImportChoices,
    timesKept?: TimesKept,
  ): Promise<Result<ImportPreview, Refusal>> {
    if (timesKept) this.#timesKept = timesKept;
    this.#skippedFiles = new Tallies();
    this.#fileNotes = new Tallies();
    this.#opened = await openSources(files, this.#limits, this.#skippedFiles, this.#fileNotes);
    return this.choose(choices);
  }

  async choose(choices: ImportChoices): Promise<Result<ImportPreview, Refusal>> {
    this.#prepared = null;
    const { sources, refused } = this.#opened;
    const reading = readSources(sources, choices, this.#limits);
    if (!reading.ok) return reading;
    const { entries, kinds, table, skipped, notes } = reading.value;
    const repeats = entries.filter((entry) => entry.isRepeat);
    const leftOut = choices.leaveOutRepeats ? repeats : [];
    for (const { place } of leftOut) skipped.add("repeated", place);
    const meant = leftOut.length > 0 ? entries.filter((entry) => !entry.isRepeat) : entries;
    const now = this.#clock.now();
    const { fresh: found, kept: alreadyHere } = await leaveOutKept(meant, this.#timesKept, now);
    const span = new Span(found.slice(0, shownFirst).map((entry) => previewFound(entry, now)));
    for (const { date } of found) if (date.type === "date") span.stretch(date.happened.at);
    const journals = await this.#look(skipped, span);
    if (!journals.ok) return journals;
    const total = found.length + journals.value.records;
    const skips = [...skipped.list(), ...this.#skippedFiles.list()];
    const [firstRefused] = refused;
    if (total === 0 && alreadyHere === 0 && table === null)
      return err(firstRefused ? firstRefused.refusal : { type: "NothingFound", skipped: skips });
    this.#prepared = {
      found,
      journals: scanJournals(sources, this.#limits, new Tallies()),
      total,
      done: 0,
    };
    const allKinds: readonly SourceKind[] =
      journals.value.records > 0 ? ["headroom", ...kinds] : [...kinds];
    return ok({
      kinds: allKinds,
      entries: found.length + journals.value.entries,
      others: journals.value.records - journals.value.entries,
      repeats: repeats.length,
      alreadyHere,
      first: span.first,
      earliest: span.earliest,
      latest: span.latest,
      skipped: skips,
      notes: [...notes.list(), ...this.#fileNotes.list()],
      refused,
      table,
    });
  }

  /** Goes through the Headroom files once, only to count and show. */
  async #look(
    skipped: Tallies<SkipReason>,
    span: Span,
  ): Promise<Result<{ readonly entries: number; readonly records: number }, Refusal>> {
    let entries = 0;
    let records = 0;
    for await (const each of scanJournals(this.#opened.sources, this.#limits, skipped)) {
      if (!each.ok) return each;
      const { record } = each.value.item;
      records += 1;
      if (record.kind !== "entry") continue;
      entries += 1;
      span.stretch(record.happened.at);
      if (span.first.length < shownFirst) span.first.push(previewRestored(record));
    }
    return ok({ entries, records });
  }

  async next(batch: BatchId, now: Instant): Promise<Result<ImportChunk | null, Refusal>> {
    const prepared = this.#prepared;
    if (prepared === null || prepared.done === prepared.total) return ok(null);
    const records: JournalRecord[] = [];
    const versions: Version[] = [];
    let characters = 0;
    while (
      prepared.done < prepared.total &&
      records.length < chunkRecords &&
      characters < chunkCharacters
    ) {
      const found = prepared.found[prepared.done];
      if (found) {
        records.push(toEntry(found, newId(this.#random) as EntryId, batch, now));
        characters += found.text.length;
      } else {
        const { done, value } = await prepared.journals.next();
        // The file is no longer what it was when it was looked at.
        if (done) return err({ type: "Damaged", what: "headroom", line: 0 });
        if (!value.ok) return value;
        records.push(value.value.item.record);
        versions.push(...value.value.item.history);
        characters += value.value.size;
      }
      prepared.done += 1;
    }
    return ok({ records, versions, done: prepared.done, total: prepared.total });
  }
}

/** The first entries, and how far back and ahead all of them reach. */
class Span {
  readonly first: PreviewEntry[];
  earliest: Instant | null = null;
  latest: Instant | null = null;

  constructor(first: PreviewEntry[]) {
    this.first = first;
  }

  stretch(at: Instant): void {
    if (this.earliest === null || at < this.earliest) this.earliest = at;
    if (this.latest === null || at > this.latest) this.latest = at;
  }
}
