import type { SourceFile } from "#core/exchange/SourceFile.ts";

/** Bytes in memory as a file to read from, without handing them to the browser's blob store. */
export const memoryFile = (name: string, bytes: Uint8Array<ArrayBuffer>): SourceFile => ({
  name,
  size: bytes.length,
  slice: (start, end) => ({ arrayBuffer: async () => bytes.slice(start, end).buffer }),
});
