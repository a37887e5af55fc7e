import type { LoggedRow, SentRow } from "#wire/Frame.ts";
import { idText } from "#wire/idText.ts";
import { sameBytes } from "#wire/sameBytes.ts";
import type { Memberships } from "../Memberships.ts";
import type { MailboxStore } from "../store/MailboxStore.ts";
import type { SpaceLevel } from "../store/MembershipStore.ts";
import { createHappenings, type Happenings } from "./Happenings.ts";
import { lookAtRoom } from "./lookAtRoom.ts";
import { createRoom, type Relay, type Room, type RoomSurroundings } from "./Room.ts";
import type { Seat } from "./Seat.ts";

/** What happens live in spaces whose devices are connected here, or ask to be nudged. */
export interface Rooms {
  /** Lets a device in that has a log up to a cursor: it is sent what it missed, then what is live. */
  readonly enter: (seat: Seat, level: SpaceLevel, logId: Uint8Array, cursor: number) => void;
  readonly leave: (seat: Seat) => void;
  /** Sends rows that have no place yet to everyone but their author [V4]. */
  readonly relay: (space: Uint8Array, device: Uint8Array, rows: readonly SentRow[]) => Relay;
  /** Rows are on disk: tells everyone here, and other nodes. */
  readonly settle: (
    space: Uint8Array,
    level: SpaceLevel,
    fresh: readonly LoggedRow[],
    relay: Relay,
  ) => void;
  /** The membership of a space changed here, or the space is gone: tells everyone, and other nodes. */
  readonly changed: (space: Uint8Array) => void;
  /** Something may have happened at another node: looks. */
  readonly look: (space: Uint8Array) => void;
  readonly lookAll: () => void;
  readonly presence: (from: Seat, sealed: Uint8Array) => void;
  readonly happenings: Pick<Happenings, "next" | "tellAll">;
}

const nobody: Relay = new Set();

/** Rooms over a store. */
export function createRooms(
  around: RoomSurroundings & { readonly store: MailboxStore; readonly memberships: Memberships },
): Rooms {
  const { store, memberships, failed } = around;
  const rooms = new Map<string, Room>();
  const happenings = createHappenings();
  /** Looks under way; `true`: and another is wanted after it. */
  const looking = new Map<Room, boolean>();

  async function lookWhileWanted(room: Room): Promise<void> {
    do {
      looking.set(room, false);
      await lookAtRoom(room, store, memberships);
    } while (looking.get(room));
  }

  function lookAt(room: Room): void {
    if (looking.has(room)) {
      looking.set(room, true);
      return;
    }
    lookWhileWanted(room)
      .catch(failed)
      .finally(() => looking.delete(room));
  }

  const look = (space: Uint8Array): void => {
    const room = rooms.get(idText(space));
    if (room) lookAt(room);
    happenings.tell(space);
  };

  return {
    enter: (seat, level, logId, cursor) => {
      const key = idText(seat.space);
      const room = rooms.get(key) ?? createRoom(seat.space, level, around);
      rooms.set(key, room);
      const isSameLog = sameBytes(logId, level.logId);
      const known = isSameLog ? Math.min(cursor, level.head) : 0;
      room.enter(seat, Math.max(level.floor, known));
      if (room.relayed() < level.head || !sameBytes(room.logId, level.logId)) lookAt(room);
    },
    leave: (seat) => {
      const key = idText(seat.space);
      const room = rooms.get(key);
      room?.leave(seat);
      if (room?.seats.size === 0) rooms.delete(key);
    },
    relay: (space, device, rows) =>
      rows.length === 0
        ? nobody
        : (rooms.get(idText(space))?.relay(idText(device), rows) ?? nobody),
    settle: (space, level, fresh, relay) => {
      if (fresh.length === 0) return;
      const room = rooms.get(idText(space));
      if (room) {
        const next = fresh.filter(({ seq }) => seq > room.relayed());
        const follows = next[0]?.seq === room.relayed() + 1;
        if (follows && sameBytes(level.logId, room.logId)) room.deliver(next, relay);
        else if (next.length > 0) lookAt(room);
      }
      happenings.tell(space);
      store.hint(space);
    },
    changed: (space) => {
      look(space);
      store.hint(space);
    },
    look,
    lookAll: () => {
      for (const room of rooms.values()) lookAt(room);
    },
    presence: (from, sealed) => rooms.get(idText(from.space))?.presence(from, sealed),
    happenings,
  };
}
