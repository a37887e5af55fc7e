import type { SourceFile } from "#core/exchange/SourceFile.ts";

const sliceBytes = 1024 * 1024;

/** The bytes of a file from `start`, a megabyte at a time, so that only what is looked at is in memory. */
export async function* readSlices(
  file: SourceFile,
  start = 0,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let at = start; at < file.size; at += sliceBytes)
    yield new Uint8Array(await file.slice(at, Math.min(at + sliceBytes, file.size)).arrayBuffer());
}
