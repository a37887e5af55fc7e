import { readRow } from "#wire/RowEnvelope.ts";
import type { OutboxRow, SpaceContext } from "./SpaceContext.ts";

/** Opens a row that this device made and keeps until it is sent; one that does not open is a bug, and throws. */
export async function openOwnRow(space: SpaceContext, row: OutboxRow) {
  const read = readRow(row.body);
  const key = read.ok ? space.keys.get(read.value.epoch) : undefined;
  if (!read.ok || key === undefined) throw new Error("a row of one's own cannot be read");
  const { device, sealed } = read.value;
  const payload = await key.sealer.open("row", device, [row.uid, row.counter], sealed);
  if (!payload.ok) throw new Error("a row of one's own does not open");
  return { envelope: read.value, payload: payload.value };
}
