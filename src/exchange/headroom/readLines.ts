import { err, ok, type Result } from "#base/Result.ts";
import type { Refusal } from "#core/exchange/Importing.ts";

/**
 * The lines of UTF-8 bytes, however they are cut. The last answer may be a refusal: bytes that
 * are not UTF-8, or a line longer than `longest` code units.
 */
export async function* readLines(
  source: AsyncIterable<Uint8Array>,
  longest: number,
): AsyncGenerator<Result<string, Refusal>> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let rest = "";
  try {
    for await (const bytes of source) {
      rest += decoder.decode(bytes, { stream: true });
      const lines = rest.split("\n");
      rest = lines.pop() ?? "";
      if (rest.length > longest || lines.some((line) => line.length > longest)) {
        yield err({ type: "TooLarge", limit: longest });
        return;
      }
      for (const line of lines) yield ok(line);
    }
    rest += decoder.decode();
  } catch (fault) {
    yield err({ type: fault instanceof TypeError ? "NotText" : "Unreadable" });
    return;
  }
  if (rest !== "") yield ok(rest);
}
