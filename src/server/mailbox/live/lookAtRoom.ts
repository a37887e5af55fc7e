import { limits } from "#wire/limits.ts";
import { sameBytes } from "#wire/sameBytes.ts";
import type { Memberships } from "../Memberships.ts";
import type { MailboxStore } from "../store/MailboxStore.ts";
import type { Relay, Room } from "./Room.ts";

const nobody: Relay = new Set();

/** Tells a room what the database knows and it does not: from other nodes, or out of turn [V6]. */
export async function lookAtRoom(
  room: Room,
  store: MailboxStore,
  memberships: Memberships,
): Promise<void> {
  const level = await store.level(room.space);
  if (!level || level === "gone") {
    memberships.forget(room.space);
    for (const seat of [...room.seats]) room.turnOut(seat, "Gone");
    return;
  }
  if (!sameBytes(level.logId, room.logId)) {
    room.endAll();
    return;
  }
  if (level.membership !== room.membership()) {
    room.tellMembership(await memberships.at(room.space, level));
  }
  while (room.seats.size > 0 && room.relayed() < level.head) {
    const rows = await store.rowsAfter(room.space, room.relayed(), limits.page);
    // Deliveries of this node may have come between.
    const next = rows.filter(({ seq }) => seq > room.relayed());
    if (next[0]?.seq === room.relayed() + 1) room.deliver(next, nobody);
    else if (room.relayed() < level.head) {
      // They went into a snapshot meanwhile: everyone starts again from there.
      room.endAll();
      return;
    }
  }
}
