import { err, ok, type Result } from "#base/Result.ts";
import type { NoteReason, Refusal, SkipReason } from "#core/exchange/Importing.ts";
import type { SourceFile } from "#core/exchange/SourceFile.ts";
import { detectKind } from "#exchange/formats/detectKind.ts";
import { parseTable } from "#exchange/formats/parseTable.ts";
import { isJournalFile, isJournalValue } from "#exchange/headroom/readJournal.ts";
import { ByteBudget } from "#exchange/source/ByteBudget.ts";
import { memoryFile } from "#exchange/source/memoryFile.ts";
import type { UnpackedFile } from "#exchange/source/UnpackedFile.ts";
import { unpack } from "#exchange/source/unpack.ts";
import { decodeText } from "#exchange/text/decodeText.ts";
import type { ImportLimits } from "./importLimits.ts";
import type { Source } from "./Source.ts";
import type { Tallies } from "./Tallies.ts";

/** What the chosen files hold, and which of them cannot be read. */
export interface OpenedSources {
  readonly sources: readonly Source[];
  readonly refused: readonly { readonly file: string; readonly refusal: Refusal }[];
}

/** A first kilobyte tells Headroom's own files from all others. */
const headBytes = 1024;

function openText(
  { name, bytes }: UnpackedFile,
  limits: ImportLimits,
  notes: Tallies<NoteReason>,
): Result<Source, Refusal> {
  if (isJournalFile(bytes.subarray(0, headBytes)))
    return ok({ type: "journal", file: memoryFile(name, bytes) });
  if (/^age-encryption\.org\//.test(new TextDecoder().decode(bytes.subarray(0, 24))))
    return err({ type: "Locked" });
  const decoded = decodeText(bytes, /\.(?:json|jsonl|ndjson)$/i.test(name));
  if (!decoded.ok) return decoded;
  const { text, isWindows1252 } = decoded.value;
  if (text.trim() === "") return err({ type: "Empty" });
  const kind = detectKind(name, text, limits);
  if (isWindows1252) notes.add("read-as-windows-1252", { file: name, unit: "file", position: 0 });
  switch (kind.type) {
    case "too-deep":
      return err({ type: "TooDeep", limit: limits.nesting });
    case "too-many":
      return err({ type: "TooManyParts" });
    case "broken-json":
      return err({ type: "Damaged", what: "json", line: 0 });
    case "json":
      return ok({
        type: isJournalValue(kind.value) ? "journal-value" : "json",
        name,
        value: kind.value,
      });
    case "csv": {
      const rows = parseTable(text, limits);
      return rows.ok ? ok({ type: "table", name, rows: rows.value }) : rows;
    }
    default:
      return ok({ type: kind.type, name, text });
  }
}

async function openFile(
  file: SourceFile,
  limits: ImportLimits,
  budget: ByteBudget,
  skipped: Tallies<SkipReason>,
): Promise<Result<readonly (Source | UnpackedFile)[], Refusal>> {
  try {
    const head = new Uint8Array(await file.slice(0, headBytes).arrayBuffer());
    if (!isJournalFile(head))
      return await unpack(file, limits, budget, (reason, place) => skipped.add(reason, place));
    return file.size > limits.headroomBytes
      ? err({ type: "TooLarge", limit: limits.headroomBytes })
      : ok([{ type: "journal", file }]);
  } catch (fault) {
    if (fault instanceof DOMException || fault instanceof RangeError)
      return err({ type: "Unreadable" });
    throw fault;
  }
}

/** Opens every chosen file; one that is refused does not keep the others out. */
export async function openSources(
  files: readonly SourceFile[],
  limits: ImportLimits,
  skipped: Tallies<SkipReason>,
  notes: Tallies<NoteReason>,
): Promise<OpenedSources> {
  const budget = new ByteBudget(limits.bytes);
  const sources: Source[] = [];
  const refused: { file: string; refusal: Refusal }[] = [];
  for (const file of files) {
    const opened = await openFile(file, limits, budget, skipped);
    if (!opened.ok) refused.push({ file: file.name, refusal: opened.error });
    for (const each of opened.ok ? opened.value : []) {
      const source = "type" in each ? ok(each) : openText(each, limits, notes);
      if (source.ok) sources.push(source.value);
      else refused.push({ file: nameOf(each), refusal: source.error });
    }
  }
  return { sources, refused };
}

const nameOf = (each: Source | UnpackedFile): string =>
  "name" in each ? each.name : each.file.name;
