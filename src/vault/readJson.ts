const decoder = new TextDecoder("utf-8", { fatal: true });

/** Any JSON from UTF-8 bytes, or undefined where they are none. */
export function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decoder.decode(bytes));
  } catch {
    return undefined;
  }
}
