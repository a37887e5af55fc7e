import { sameBytes } from "#wire/sameBytes.ts";
import type { OpenedRow } from "./readRows.ts";
import type { Chain } from "./SpaceState.ts";

/** So many of one device's rows are remembered. */
const remembered = 64;

/** Where a row stands among those of its device [U4]. */
export type Place =
  /** It follows one that is in: the chain moves on. */
  | { readonly type: "next"; readonly chain: Chain }
  /** Taken in before, or said again since. */
  | { readonly type: "repeat" }
  /** The row that it follows is missing. */
  | { readonly type: "hole" }
  /** Counted like another row, with another body. */
  | { readonly type: "equivocated" };

const zeros = new Uint8Array(32);
const begun: Chain = { counter: 0, hash: zeros, before: [] };

const rowsOf = ({ counter, hash, before }: Chain) => [{ counter, hash }, ...before];

/** The hash of the row that this device counted so, if it is still remembered. */
export const hashAt = (chain: Chain, counter: number): Uint8Array | undefined =>
  rowsOf(chain).find((row) => row.counter === counter)?.hash;

/**
 * Where `row` stands after `chain`. Rows are chained by hash; counters only grow. A row may follow an
 * earlier one than the last: its author gave up what came between and says it again. And an author
 * may begin anew (`floor`), having said everything again.
 */
export function placeOf(chain: Chain = begun, row: OpenedRow): Place {
  const { counter, hash, previous } = row;
  if (counter <= chain.counter) {
    const before = hashAt(chain, counter);
    return before === undefined || sameBytes(before, hash)
      ? { type: "repeat" }
      : { type: "equivocated" };
  }
  const follows = rowsOf(chain).some((one) => sameBytes(one.hash, previous));
  if (!follows && row.payload.floor !== counter) return { type: "hole" };
  const before = rowsOf(chain).slice(0, remembered);
  return { type: "next", chain: { counter, hash, before } };
}
