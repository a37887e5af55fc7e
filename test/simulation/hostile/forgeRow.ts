import { encodePayload } from "#sync/RowPayload.ts";
import type { SentRow } from "#wire/Frame.ts";
import { encodeUnsignedRow, joinRow, rowSigned } from "#wire/RowEnvelope.ts";
import type { SimDevice } from "../SimDevice.ts";
import type { HostileStage } from "./HostileStage.ts";

/**
 * A row that says what `by` wrote, in the name of `as`: sealed with the key of `epoch`, which `by` has,
 * and signed by `by`. The next row of `as`, as far as `by` has seen them.
 */
export async function forgeRow(
  { record, bytes }: HostileStage,
  by: SimDevice,
  as: SimDevice,
  epoch = by.space().membership?.epoch ?? 1,
  shownEpoch = epoch,
): Promise<SentRow> {
  const space = by.space();
  const { store } = by.tools();
  const said = await store.difference(space.id, record, null, space, true);
  if (!said.ok || said.value.type !== "said") throw new Error("nothing to forge");
  const device = as.space().state.device.keys.signing;
  const uid = bytes(16);
  const head = as === by ? space.heads.own : space.heads.others[as.space().me];
  const counter = (head?.counter ?? 0) + 1;
  const sealer = space.keys.get(epoch)?.sealer;
  if (sealer === undefined) throw new Error("no key of that epoch");
  const items = [{ id: record, piece: 0, pieces: 1, bytes: said.value.update }];
  const payload = await encodePayload({ floor: 1, items });
  const unsigned = encodeUnsignedRow({
    space: space.state.space,
    epoch: shownEpoch,
    device,
    counter,
    previous: head?.hash ?? new Uint8Array(32),
    seen: [],
    sealed: await sealer.seal("row", device, [uid, counter], payload),
  });
  return { uid, body: joinRow(unsigned, await space.sign(rowSigned(unsigned, uid))) };
}
