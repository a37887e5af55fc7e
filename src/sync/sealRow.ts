import { encodeUnsignedRow, joinRow, rowSigned } from "#wire/RowEnvelope.ts";
import type { SpaceRow } from "./ports/SpaceStore.ts";
import { counterKey, type OutboxRow, type SpaceContext } from "./SpaceContext.ts";

/** Seals and signs one row: the next of this device [U1, U2]. */
export async function sealRow(
  space: SpaceContext,
  at: { readonly uid: Uint8Array; readonly counter: number; readonly previous: Uint8Array },
  payload: Uint8Array,
  seen: readonly { device: Uint8Array; counter: number; hash: Uint8Array }[],
): Promise<OutboxRow> {
  const epoch = space.membership?.epoch ?? 0;
  const key = space.keys.get(epoch);
  if (key === undefined) throw new Error("a row cannot be sealed without the epoch's key");
  const device = space.state.device.keys.signing;
  const sealed = await key.sealer.seal("row", device, [at.uid, at.counter], payload);
  const unsigned = encodeUnsignedRow({
    space: space.state.space,
    epoch,
    device,
    counter: at.counter,
    previous: at.previous,
    seen,
    sealed,
  });
  const signature = await space.sign(rowSigned(unsigned, at.uid));
  return { uid: at.uid, counter: at.counter, body: joinRow(unsigned, signature) };
}

/** An outbox row as it is kept: the uid, then the body. */
export function outboxRow(space: SpaceContext, { uid, body, counter }: OutboxRow): SpaceRow {
  const bytes = new Uint8Array(uid.length + body.length);
  bytes.set(uid);
  bytes.set(body, uid.length);
  return { space: space.id, part: "outbox", key: counterKey("", counter), stamp: counter, bytes };
}
