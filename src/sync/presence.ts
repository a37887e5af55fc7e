import * as v from "valibot";
import { idText } from "#wire/idText.ts";
import { fromJsonBytes, toJsonBytes } from "./bytesJson.ts";
import type { SpaceContext } from "./SpaceContext.ts";

const whereSchema = v.object({
  record: v.pipe(v.string(), v.maxLength(64)),
  part: v.nullable(v.pipe(v.string(), v.maxLength(200))),
});
/** Where somebody is: a record, and which part of it they write. */
export type Where = v.InferOutput<typeof whereSchema>;

const idLength = 32;

/** Says where this device is, sealed for the space: its id, then the sealed bytes; null: nowhere. */
export async function sealPresence(
  space: SpaceContext,
  where: Where | null,
): Promise<Uint8Array | null> {
  const sealer = space.keys.get(space.membership?.epoch ?? 0)?.sealer;
  if (sealer === undefined) return null;
  const device = space.state.device.keys.signing;
  const sealed = await sealer.seal("presence", device, [], toJsonBytes({ where }));
  const bytes = new Uint8Array(idLength + sealed.length);
  bytes.set(device);
  bytes.set(sealed, idLength);
  return bytes;
}

/** Who is where, as a member said it now; null for anything else. */
export async function openPresence(
  space: SpaceContext,
  bytes: Uint8Array,
): Promise<{ readonly member: string; readonly where: Where | null } | null> {
  const device = bytes.slice(0, idLength);
  const member = idText(device);
  const sealer = space.keys.get(space.membership?.epoch ?? 0)?.sealer;
  if (sealer === undefined || !space.membership?.members.has(member)) return null;
  const opened = await sealer.open("presence", device, [], bytes.slice(idLength));
  if (!opened.ok) return null;
  const said = fromJsonBytes(v.object({ where: v.nullable(whereSchema) }), opened.value);
  return said === null ? null : { member, where: said.where };
}
