import * as v from "valibot";
import type { Instant } from "#base/Clock.ts";
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
async function openPresence(
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

/** Where a member said that they are, and when. */
export interface Said {
  readonly where: Where;
  readonly at: Instant;
}

/** Who is where, as far as they have said so. */
export interface WhoIsWhere {
  readonly all: ReadonlyMap<string, Said>;
  /** Takes in what a member said. */
  readonly hear: (sealed: Uint8Array) => Promise<void>;
  readonly clear: () => void;
}

/** Nobody at first. */
export function createWhoIsWhere(context: SpaceContext): WhoIsWhere {
  const all = new Map<string, Said>();
  return {
    all,
    hear: async (sealed) => {
      const said = await openPresence(context, sealed);
      if (said === null || said.member === context.me) return;
      if (said.where === null) all.delete(said.member);
      else all.set(said.member, { where: said.where, at: context.tools.clock.now() });
    },
    clear: () => all.clear(),
  };
}
