import * as v from "valibot";
import { err, ok, type Result } from "#base/Result.ts";
import type { Place, Refusal, SkipReason } from "#core/exchange/Importing.ts";
import { jsonShape } from "#exchange/formats/jsonShape.ts";
import { isJsonObject, ownValue, parseJson } from "#exchange/formats/parseJson.ts";
import type { ImportLimits } from "#exchange/import/importLimits.ts";
import {
  type JournalHead,
  type JournalItem,
  journalFootSchema,
  journalFormat,
  journalHeadSchema,
  journalItemSchema,
  journalVersion,
} from "./journalFormat.ts";
import { readLines } from "./readLines.ts";

/** One thing met while reading a Headroom file, in order. */
export type JournalNews =
  | { readonly type: "head"; readonly head: JournalHead }
  /** `size` is how many characters it took in the file. */
  | {
      readonly type: "item";
      readonly item: JournalItem;
      readonly size: number;
      readonly place: Place;
    }
  | { readonly type: "skipped"; readonly reason: SkipReason; readonly place: Place }
  /** The end, with the drafts that a backup holds, not yet looked at. */
  | { readonly type: "foot"; readonly drafts: readonly unknown[] }
  | { readonly type: "refused"; readonly refusal: Refusal };

const headPattern = /^\uFEFF?\{"format":"headroom-journal"[^\n]*\[\r?\n/;

/** Whether a file begins as Headroom writes its own, with one record a line; the first kilobyte is enough. */
export const isJournalFile = (head: Uint8Array): boolean =>
  headPattern.test(new TextDecoder().decode(head));

const broken = (line: number): JournalNews => ({
  type: "refused",
  refusal: { type: "Damaged", what: "headroom", line },
});

/** The head with its list closed, to be checked by itself. */
function readHead(line: string): Result<JournalHead, Refusal> {
  const opened = line.replace(/^\uFEFF/, "").trimEnd();
  if (!opened.endsWith("[")) return err({ type: "Damaged", what: "headroom", line: 1 });
  return checkHead(parseJson(`${opened}]}`));
}

function checkHead(parsed: Result<unknown, null>): Result<JournalHead, Refusal> {
  const head = parsed.ok ? v.safeParse(journalHeadSchema, parsed.value) : null;
  if (!head?.success) return err({ type: "Damaged", what: "headroom", line: 1 });
  return head.output.version > journalVersion
    ? err({ type: "Newer", version: head.output.version })
    : ok(head.output);
}

/** One record with its history, or why it is left out. */
function readItem(value: unknown, size: number, place: Place): JournalNews {
  const read = v.safeParse(journalItemSchema, value);
  if (!read.success) return { type: "skipped", reason: "unknown-record", place };
  const { record, history, document } = read.output;
  const own = history.filter(
    (each) => each.record.id === record.id && each.record.kind === record.kind,
  );
  const item = { record, history: own, ...(document !== undefined && { document }) };
  return { type: "item", item, size, place };
}

/** Reads a Headroom file line by line, so that its size does not matter; ends with a refusal when it breaks off. `name` is for telling places. */
export async function* readJournal(
  name: string,
  source: AsyncIterable<Uint8Array>,
  limits: Pick<ImportLimits, "headroomLine" | "records" | "nesting" | "values">,
): AsyncGenerator<JournalNews> {
  let line = 0;
  let items = 0;
  for await (const read of readLines(source, limits.headroomLine)) {
    line += 1;
    if (!read.ok) return yield { type: "refused", refusal: read.error };
    if (line === 1) {
      const head = readHead(read.value);
      if (!head.ok) return yield { type: "refused", refusal: head.error };
      yield { type: "head", head: head.value };
      continue;
    }
    const text = read.value.trim();
    if (text.startsWith("]")) {
      const foot = v.safeParse(journalFootSchema, footOf(text.replace(/^\],?/, "{")));
      if (!foot.success || foot.output.count !== items) return yield broken(line);
      return yield { type: "foot", drafts: foot.output.drafts };
    }
    items += 1;
    if (items > limits.records)
      return yield { type: "refused", refusal: { type: "TooManyEntries", limit: limits.records } };
    const place: Place = { file: name, unit: "line", position: line };
    const json = text.replace(/,$/, "");
    if (jsonShape(json, limits) !== "fine") yield { type: "skipped", reason: "too-deep", place };
    else {
      const parsed = parseJson(json);
      if (!parsed.ok) return yield broken(line);
      yield readItem(parsed.value, json.length, place);
    }
  }
  yield broken(line);
}

const footOf = (text: string): unknown => {
  const parsed = parseJson(text);
  return parsed.ok ? parsed.value : undefined;
};

/** Whether a parsed JSON file is Headroom's own, laid out by other hands. */
export const isJournalValue = (value: unknown): boolean =>
  isJsonObject(value) && ownValue(value, ["format"]) === journalFormat;

/** The same from a file that was parsed whole because its lines were changed, by a formatter for instance. */
export function* readJournalValue(file: string, value: unknown): Generator<JournalNews> {
  const head = checkHead({ ok: true, value });
  if (!head.ok) return yield { type: "refused", refusal: head.error };
  const records = isJsonObject(value) ? ownValue(value, ["records"]) : null;
  if (!Array.isArray(records)) return yield broken(1);
  let position = 0;
  for (const each of records) {
    position += 1;
    yield readItem(each, 1024, { file, unit: "item", position });
  }
}
