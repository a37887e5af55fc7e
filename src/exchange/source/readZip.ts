import { configure, Reader, ZipReader } from "@zip.js/zip.js/lib/zip-core-native.js";
import { err, ok, type Result } from "#base/Result.ts";
import type { Refusal } from "#core/exchange/Importing.ts";
import type { SourceFile } from "#core/exchange/SourceFile.ts";
import type { ImportLimits } from "#exchange/import/importLimits.ts";
import { type ByteBudget, OverBudget } from "./ByteBudget.ts";
import { entryName } from "./entryName.ts";
import { inflateEntry } from "./inflateEntry.ts";
import type { Skipping, UnpackedFile } from "./UnpackedFile.ts";

configure({ useWebWorkers: false });

/** Whether these bytes begin like a zip file, an empty one included. */
export const isZip = (head: Uint8Array): boolean =>
  head[0] === 0x50 &&
  head[1] === 0x4b &&
  ((head[2] === 3 && head[3] === 4) || (head[2] === 5 && head[3] === 6));

/** Reads a file's slices as zip.js asks for them, so that pictures in a journal are never loaded. */
class SliceReader extends Reader<SourceFile> {
  readonly #file: SourceFile;

  constructor(file: SourceFile) {
    super(file);
    this.#file = file;
    this.size = file.size;
  }

  override async readUint8Array(index: number, length: number): Promise<Uint8Array> {
    return new Uint8Array(await this.#file.slice(index, index + length).arrayBuffer());
  }
}

/**
 * The readable files of a zip by its central directory; pictures and the like are told, not inflated.
 * Bytes are counted while inflating, so that files that overlap weigh as often as they are named.
 */
export async function readZip(
  archive: string,
  file: SourceFile,
  limits: ImportLimits,
  budget: ByteBudget,
  skipping: Skipping,
): Promise<Result<readonly UnpackedFile[], Refusal>> {
  const zip = new ZipReader(new SliceReader(file), {
    filenameValidation: "tolerant",
  });
  const files: UnpackedFile[] = [];
  let seen = 0;
  try {
    for await (const entry of zip.getEntriesGenerator()) {
      seen += 1;
      if (seen > limits.files) return err({ type: "TooManyEntries", limit: limits.files });
      const judged = entryName(entry.filename);
      if (judged.type === "pass" || entry.directory) continue;
      const place = { file: `${archive}: ${judged.name}`, unit: "file", position: 0 } as const;
      if (judged.type !== "read") {
        skipping(judged.type, place);
        continue;
      }
      if (entry.encrypted) return err({ type: "Locked" });
      files.push({ name: judged.name, bytes: await inflateEntry(file, entry, budget) });
    }
    return ok(files);
  } catch (fault) {
    if (fault instanceof OverBudget) return err({ type: "TooLarge", limit: budget.limit });
    if (fault instanceof DOMException) throw fault;
    return err({ type: "Damaged", what: "zip", line: 0 });
  } finally {
    await zip.close();
  }
}
