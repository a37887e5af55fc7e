import { err, ok, type Result } from "#base/Result.ts";
import type { Refusal } from "#core/exchange/Importing.ts";
import type { SourceFile } from "#core/exchange/SourceFile.ts";
import type { ImportLimits } from "#exchange/import/importLimits.ts";
import { type ByteBudget, OverBudget } from "./ByteBudget.ts";
import { gunzip, isGzip } from "./gunzip.ts";
import { joinBytes } from "./joinBytes.ts";
import { memoryFile } from "./memoryFile.ts";
import { readSlices } from "./readSlices.ts";
import { isZip, readZip } from "./readZip.ts";
import type { Skipping, UnpackedFile } from "./UnpackedFile.ts";

/**
 * The files in `file`: itself, what its gzip layers hold, or the readable files of a zip. Judged by
 * content; refused with the facts when it is too large, too deeply packed or broken.
 */
export async function unpack(
  file: SourceFile,
  limits: ImportLimits,
  budget: ByteBudget,
  skipping: Skipping,
): Promise<Result<readonly UnpackedFile[], Refusal>> {
  let name = file.name;
  let source = file;
  for (let layer = 0; ; layer += 1) {
    const head = new Uint8Array(await source.slice(0, 4).arrayBuffer());
    if (head.length === 0) return err({ type: "Empty" });
    if (isZip(head)) return readZip(name, source, limits, budget, skipping);
    if (!isGzip(head)) return whole(name, source, budget, layer === 0);
    if (layer === limits.layers) return err({ type: "TooManyLayers", limit: limits.layers });
    const inner = await gunzip(readSlices(source), budget);
    if (!inner.ok) return inner;
    if (layer > 0) budget.release(source.size);
    name = name.replace(/\.gz$/i, "");
    source = memoryFile(name, inner.value);
  }
}

async function whole(
  name: string,
  source: SourceFile,
  budget: ByteBudget,
  isUncounted: boolean,
): Promise<Result<readonly UnpackedFile[], Refusal>> {
  try {
    if (isUncounted) budget.spend(source.size);
  } catch (fault) {
    if (fault instanceof OverBudget) return err({ type: "TooLarge", limit: budget.limit });
    throw fault;
  }
  const parts: Uint8Array[] = [];
  for await (const part of readSlices(source)) parts.push(part);
  return ok([{ name, bytes: joinBytes(parts) }]);
}
