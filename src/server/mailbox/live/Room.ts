import { encodeFrames } from "#wire/encodeFrames.ts";
import type { LoggedRow, SentRow } from "#wire/Frame.ts";
import { limits } from "#wire/limits.ts";
import type { Membership } from "#wire/Membership.ts";
import type { Metrics } from "../metrics.ts";
import type { MailboxStore } from "../store/MailboxStore.ts";
import type { SpaceLevel } from "../store/MembershipStore.ts";
import type { Seat } from "./Seat.ts";

/** Who was sent rows before they had a place. */
export type Relay = ReadonlySet<Seat>;

/** What a room needs of the server. */
export interface RoomSurroundings {
  readonly store: Pick<MailboxStore, "rowsAfter">;
  readonly metrics: Pick<Metrics, "slowReaders">;
  /** Hears what the store threw. */
  readonly failed: (failure: unknown) => void;
}

/** The devices of one space that are connected here, and how far each was told. */
export interface Room {
  readonly space: Uint8Array;
  readonly logId: Uint8Array;
  readonly seats: ReadonlySet<Seat>;
  /** The last row that went to everyone who is not behind. */
  readonly relayed: () => number;
  /** The number of the membership entry that everyone was told of. */
  readonly membership: () => number;
  /** Lets a device in that has the rows up to `from`. */
  readonly enter: (seat: Seat, from: number) => void;
  readonly leave: (seat: Seat) => void;
  /** Sends rows without a place to everyone but their author. */
  readonly relay: (author: string, rows: readonly SentRow[]) => Relay;
  /** Sends rows that follow on `relayed`; only their places to those who had them before. */
  readonly deliver: (rows: readonly LoggedRow[], relay: Relay) => void;
  readonly tellMembership: (membership: Membership) => void;
  /** Tells one or all that they are in the space no more. */
  readonly turnOut: (seat: Seat, type: "NotMember" | "Gone") => void;
  readonly presence: (from: Seat, sealed: Uint8Array) => void;
  /** Ends all connections: devices come back and say where they stand. */
  readonly endAll: () => void;
}

/** An empty room at a space's level. */
export function createRoom(
  space: Uint8Array,
  level: SpaceLevel,
  { store, metrics, failed }: RoomSurroundings,
): Room {
  const { logId } = level;
  const seats = new Set<Seat>();
  let relayed = level.head;
  let membershipNumber = level.membership;

  const wholeRows = (rows: readonly LoggedRow[], settled: boolean) =>
    encodeFrames({ type: "rows", space, logId, settled, rows });

  function leave(seat: Seat): void {
    seat.isGone = true;
    seats.delete(seat);
  }

  /** Sends a device what it missed, a page at a time, as fast as it reads. */
  async function catchUp(seat: Seat): Promise<void> {
    seat.isBehind = true;
    while (!seat.isGone && seat.sent < relayed) {
      if (!(await seat.drained())) return;
      const rows = await store.rowsAfter(space, seat.sent, limits.page);
      const last = rows.at(-1);
      if (!last) {
        // Everything after it went into a snapshot meanwhile: it starts again from there.
        seat.end();
        return;
      }
      seat.send(wholeRows(rows, true));
      seat.sent = last.seq;
    }
    seat.isBehind = false;
  }

  function startCatchUp(seat: Seat): void {
    catchUp(seat).catch((failure: unknown) => {
      failed(failure);
      seat.end();
    });
  }

  function turnOut(seat: Seat, type: "NotMember" | "Gone"): void {
    seat.send(encodeFrames({ type: "refused", code: type, details: JSON.stringify({ type }) }));
    leave(seat);
  }

  return {
    space,
    logId,
    seats,
    relayed: () => relayed,
    membership: () => membershipNumber,
    leave,
    turnOut,
    enter: (seat, from) => {
      seats.add(seat);
      seat.sent = from;
      if (from < relayed) startCatchUp(seat);
    },
    relay: (author, rows) => {
      const relay = new Set<Seat>();
      let frames: Uint8Array | null = null;
      for (const seat of seats) {
        if (seat.isBehind || seat.isSlow()) continue;
        // Its author has the rows: it only needs their places.
        if (seat.device !== author) {
          frames ??= wholeRows(
            rows.map(({ uid, body }) => ({ uid, body, seq: 0 })),
            false,
          );
          seat.send(frames);
        }
        relay.add(seat);
      }
      return relay;
    },
    deliver: (rows, relay) => {
      const first = rows[0];
      const last = rows.at(-1);
      if (!first || !last) return;
      relayed = last.seq;
      let whole: Uint8Array | null = null;
      let places: Uint8Array | null = null;
      for (const seat of seats) {
        if (seat.isBehind || seat.sent >= last.seq) continue;
        if (seat.sent !== first.seq - 1 || seat.isSlow()) {
          metrics.slowReaders.inc();
          startCatchUp(seat);
          continue;
        }
        if (relay.has(seat)) {
          places ??= encodeFrames({ type: "settled", space, logId, rows });
          // Nobody waits for these: a message of their own for each would double what goes out.
          seat.sendSoon(places);
        } else {
          whole ??= wholeRows(rows, true);
          seat.send(whole);
        }
        seat.sent = last.seq;
      }
    },
    tellMembership: ({ number, members }) => {
      membershipNumber = number;
      const nudge = encodeFrames({ type: "nudge", space, head: relayed, membership: number });
      for (const seat of [...seats]) {
        if (members.has(seat.device)) seat.send(nudge);
        else turnOut(seat, "NotMember");
      }
    },
    presence: (from, sealed) => {
      const frame = encodeFrames({ type: "presence", space, sealed });
      for (const seat of seats) {
        if (seat !== from && !seat.isBehind && !seat.isSlow()) seat.send(frame);
      }
    },
    endAll: () => {
      for (const seat of [...seats]) seat.end();
    },
  };
}
