import type { SpaceRow } from "./ports/SpaceStore.ts";
import type { SegmentItem } from "./SegmentItem.ts";
import type { SpaceContext } from "./SpaceContext.ts";

/** Bytes of what waits to one item: rows are sealed, and deflating leaves them as long as they are. */
const itemSize = 256 * 1024;

/** Names of the rows in which something waits, as they stand in a snapshot: part and key [N1]. */
const names = [
  /^held\/[\w-]{43}\/\d{12}$/,
  /^apart\/[\w-]{1,64}\/[\w-]{16}$/,
  /^piece\/[\w-]{43}\/[\w-]{1,64}\/\d{4}$/,
];

/** Keys of rows that wait and come after the last one that counts of who is a member no more [M6]. */
export const heldBeyondLast = ({ held, membership }: SpaceContext): readonly string[] =>
  [...held.keys()].filter((key) => {
    const last = membership?.former.get(key.slice(0, key.indexOf("/")))?.lastRow;
    return last !== undefined && Number(key.slice(-12)) > last.counter;
  });

/** What came and waits for something before it, in the rows in which this device keeps it. */
export function waitingRows(waiting: SpaceContext): SpaceRow[] {
  const { id: space, held, apart, pieces } = waiting;
  const beyond = heldBeyondLast(waiting);
  const counted = [...held].filter(([key]) => !beyond.includes(key));
  return [
    ...counted.map(([key, { uid, body }]) => {
      const bytes = new Uint8Array(uid.length + body.length);
      bytes.set(uid);
      bytes.set(body, uid.length);
      return { space, part: "held", key, stamp: Number(key.slice(-12)), bytes };
    }),
    ...[...apart.values()].flat().map(({ key, bytes }) => ({
      space,
      part: "apart",
      key,
      stamp: 0,
      bytes,
    })),
    ...[...pieces].flatMap(([name, each]) =>
      each.map((bytes, at) => {
        const key = `${name}/${String(at).padStart(4, "0")}`;
        return { space, part: "piece", key, stamp: at, bytes };
      }),
    ),
  ];
}

/** What waits, as items of a snapshot: long ones in parts that follow each other under one name. */
export const waitingItems = (space: SpaceContext): SegmentItem[] =>
  waitingRows(space).flatMap(({ part, key, bytes }) =>
    Array.from({ length: Math.max(1, Math.ceil(bytes.length / itemSize)) }, (_, at) => ({
      id: `${part}/${key}`,
      state: bytes.subarray(at * itemSize, (at + 1) * itemSize),
    })),
  );

/** Whether an item of a snapshot is no record, but something that waits. */
export const isWaitingItem = ({ id }: SegmentItem): boolean => id.includes("/");

/** Reads what `waitingItems` made; null where it is nothing of that kind, or pieces are not in their order. */
export function readWaiting(space: string, items: readonly SegmentItem[]): SpaceRow[] | null {
  const rows = new Map<string, Uint8Array>();
  const pieces = new Map<string, number>();
  for (const { id, state } of items) {
    if (!names.some((name) => name.test(id))) return null;
    if (id.startsWith("piece/") && !rows.has(id)) {
      // They are put together in the order in which they come.
      const [name, at] = [id.slice(0, -5), Number(id.slice(-4))];
      if (at !== (pieces.get(name) ?? 0)) return null;
      pieces.set(name, at + 1);
    }
    const before = rows.get(id) ?? new Uint8Array();
    const bytes = new Uint8Array(before.length + state.length);
    bytes.set(before);
    bytes.set(state, before.length);
    rows.set(id, bytes);
  }
  return [...rows].map(([id, bytes]) => {
    const at = id.indexOf("/");
    const [part, key] = [id.slice(0, at), id.slice(at + 1)];
    const stamp = part === "apart" ? 0 : Number(key.slice(key.lastIndexOf("/") + 1));
    return { space, part, key, stamp, bytes };
  });
}

/** Lets a device wait for the same as the maker of the snapshot did. */
export function takeWaiting(space: SpaceContext, rows: readonly SpaceRow[]): void {
  for (const { part, key, bytes } of rows) {
    const name = key.slice(0, key.lastIndexOf("/"));
    if (part === "held") space.held.set(key, { uid: bytes.slice(0, 16), body: bytes.slice(16) });
    if (part === "piece") space.pieces.set(name, [...(space.pieces.get(name) ?? []), bytes]);
    if (part === "apart") {
      space.apart.set(name, [...(space.apart.get(name) ?? []), { key, bytes }]);
    }
  }
}
