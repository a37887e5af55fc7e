import { idText } from "#wire/idText.ts";
import { readMembershipEntry } from "#wire/MembershipEntry.ts";
import { sameBytes } from "#wire/sameBytes.ts";
import type { EpochKey } from "./ports/SpaceCrypto.ts";
import type { SpaceContext } from "./SpaceContext.ts";

/** Makes a key usable. */
export function putKey(space: SpaceContext, key: EpochKey): void {
  if (space.keys.has(key.epoch)) return;
  const sealer = space.tools.crypto.sealer(space.state.space, key);
  space.keys.set(key.epoch, { key, sealer });
}

/**
 * Every epoch key that the membership log gives this device: what was wrapped for it, and from the
 * newest backwards what each key seals of the one before [G5, G6 of src/crypto/SPEC.md].
 */
export async function learnKeys(space: SpaceContext): Promise<void> {
  const { crypto } = space.tools;
  const { device, log } = space.state;
  const rotations: { from: number; to: number; olderKey: Uint8Array }[] = [];
  let epoch = 1;
  const take = async (at: number, wrapped: Uint8Array) => {
    if (space.keys.has(at)) return;
    const key = await crypto.unwrap(wrapped, space.state.space, at, device);
    if (key.ok) putKey(space, key.value);
  };
  for (const bytes of log) {
    const entry = readMembershipEntry(bytes);
    if (!entry.ok) continue;
    const { act } = entry.value;
    if (act.type === "admit" && sameBytes(act.keys.signing, device.keys.signing)) {
      await take(epoch, act.wrapped);
    }
    if (act.type === "rotate") {
      epoch = act.to;
      rotations.push(act);
      const mine = act.wraps.find((wrap) => idText(wrap.device) === space.me);
      if (mine !== undefined) await take(act.to, mine.wrapped);
    }
  }
  for (const { from, to, olderKey } of rotations.reverse()) {
    const under = space.keys.get(to)?.key;
    if (under === undefined || space.keys.has(from)) continue;
    const older = await crypto.openOlderKey(space.state.space, under, from, olderKey);
    if (older.ok) putKey(space, older.value);
  }
  const epochKeys = [...space.keys.values()].map(({ key }) => ({
    epoch: key.epoch,
    bytes: key.bytes,
  }));
  space.state = { ...space.state, epochKeys };
}
