import { idText } from "#wire/idText.ts";
import {
  encodeUnsignedMembershipEntry,
  joinMembershipEntry,
  membershipSigned,
  type SpaceKind,
} from "#wire/MembershipEntry.ts";
import type { SyncTools } from "./SpaceContext.ts";
import type { SpaceState } from "./SpaceState.ts";

/** A new space with this device as its facilitator [M1, D2]; nothing of it is kept or sent yet. */
export async function beginSpace(
  { crypto, clock }: Pick<SyncTools, "crypto" | "clock">,
  kind: SpaceKind,
  server: string | null,
): Promise<{ readonly id: string; readonly state: SpaceState }> {
  const device = await crypto.newDevice();
  const unsigned = encodeUnsignedMembershipEntry({
    number: 1,
    previous: new Uint8Array(32),
    at: Math.max(0, clock.now()),
    by: device.keys.signing,
    act: { type: "begin", keys: device.keys, kind },
  });
  const signature = await crypto.signer(device)(membershipSigned(unsigned));
  const entry = joinMembershipEntry(unsigned, signature);
  const space = (await crypto.sha256(entry)).slice(0, 16);
  const state: SpaceState = {
    version: 1,
    space,
    kind,
    server,
    device,
    phase: { type: "open" },
    log: [entry],
    epochKeys: [crypto.newEpochKey(1)],
    invitations: [],
    answersBy: new Uint8Array(0),
    answeredNames: {},
    voicesThrough: 0,
    voicesLog: new Uint8Array(0),
    pendingEntry: new Uint8Array(0),
    carried: [],
    out: null,
    boxes: [],
  };
  return { id: idText(space), state };
}
