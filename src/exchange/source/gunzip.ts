import { err, ok, type Result } from "#base/Result.ts";
import type { Refusal } from "#core/exchange/Importing.ts";
import { type ByteBudget, OverBudget } from "./ByteBudget.ts";
import { joinBytes } from "./joinBytes.ts";

/** Whether these bytes begin like gzip (RFC 1952). */
export const isGzip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8;

/**
 * Unpacks one layer of gzip, checksum included, with every byte counted as it appears: a bomb is
 * left as soon as it is over the budget, whatever size its trailer claims.
 */
export async function gunzip(
  packed: AsyncIterable<Uint8Array<ArrayBuffer>>,
  budget: ByteBudget,
): Promise<Result<Uint8Array<ArrayBuffer>, Refusal>> {
  const inflating = new DecompressionStream("gzip");
  const reader = inflating.readable.getReader();
  const feeding = feed(packed, inflating.writable.getWriter());
  const parts: Uint8Array[] = [];
  let held = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      held += value.length;
      budget.spend(value.length);
      parts.push(value);
    }
    await feeding;
    return ok(joinBytes(parts));
  } catch (fault) {
    budget.release(held);
    await reader.cancel().catch(() => undefined);
    if (fault instanceof OverBudget) return err({ type: "TooLarge", limit: budget.limit });
    return err({ type: "Damaged", what: "gzip", line: 0 });
  }
}

/** Settles without throwing: what goes wrong here is seen by the reading side, too. */
async function feed(
  packed: AsyncIterable<Uint8Array<ArrayBuffer>>,
  writer: WritableStreamDefaultWriter<BufferSource>,
): Promise<void> {
  try {
    for await (const chunk of packed) await writer.write(chunk);
    await writer.close();
  } catch (fault) {
    await writer.abort(fault).catch(() => undefined);
  }
}
