import type { Clock } from "#base/Clock.ts";
import type { Random } from "#base/Random.ts";
import type { Result } from "#base/Result.ts";
import type { Membership } from "#wire/Membership.ts";
import { toJsonBytes } from "./bytesJson.ts";
import type { EpochKey, EpochSealer, SpaceCrypto } from "./ports/SpaceCrypto.ts";
import type { NotKept, ReceivedOutcome, SpaceRow, SpaceStore } from "./ports/SpaceStore.ts";
import type { Requests } from "./requests.ts";
import { type Heads, notPlaced, type SpaceState, type Told } from "./SpaceState.ts";

/** A row that was made here and that the server has not acknowledged. */
export interface OutboxRow {
  readonly counter: number;
  readonly uid: Uint8Array;
  readonly body: Uint8Array;
}

/** An update of a record that says nothing whole yet: it waits for others. */
export interface ApartUpdate {
  readonly key: string;
  readonly bytes: Uint8Array;
}

/** When a device makes a snapshot [N3]. */
export interface Compaction {
  /** So many rows since the last one make another worth while; in a space of more records, as many as those. */
  readonly rows: number;
  /** At least so long after its own last one, whatever for. */
  readonly milliseconds: number;
}

/** What spaces are worked on with. */
export interface SyncTools {
  readonly crypto: SpaceCrypto;
  readonly store: SpaceStore;
  readonly clock: Clock;
  readonly random: Random;
  readonly compaction: Compaction;
}

/**
 * One open space in memory: what is kept of it, and what follows from that. Only this device's one
 * worker holds it at a time [L1]; whatever is changed here is kept before it is relied on.
 */
export interface SpaceContext {
  readonly tools: SyncTools;
  /** The space's id as text: the name of its rows. */
  readonly id: string;
  /** This device's id as text. */
  readonly me: string;
  readonly sign: (bytes: Uint8Array) => Promise<Uint8Array>;
  /** Null where the space has no server. */
  readonly requests: Requests | null;
  state: SpaceState;
  heads: Heads;
  /** Null until the log is known. */
  membership: Membership | null;
  readonly keys: Map<number, { readonly key: EpochKey; readonly sealer: EpochSealer }>;
  /** What is known elsewhere, by record. */
  readonly known: Map<string, Uint8Array>;
  /** The rows in which that is kept, by key. */
  readonly knownRows: Set<string>;
  outbox: readonly OutboxRow[];
  /** Rows of the outbox that the server says it has, by uid, and where; until they are seen there [V2]. */
  readonly acknowledged: Map<string, number>;
  /** Bodies that wait for a hole before them to be filled, by device and counter. */
  readonly held: Map<string, { readonly uid: Uint8Array; readonly body: Uint8Array }>;
  readonly apart: Map<string, readonly ApartUpdate[]>;
  /** Pieces of updates too big for one row, by device and record. */
  readonly pieces: Map<string, readonly Uint8Array[]>;
  /** Tentative rows that were taken in before they had a place in the log, by uid. */
  readonly tentative: Set<string>;
  /** How many looks in a row rows of a device seemed to be withheld, by device. */
  suspicions: ReadonlyMap<string, number>;
  /** Rows up to here have no body on the server any more, as it said last. */
  floor: number;
  /** When the newest snapshot was looked for last. */
  lookedAt: number;
  /** This snapshot, by SHA-256 of its manifest, is not judged again before then; null: each may be. */
  judgeFrom: { readonly manifest: Uint8Array; readonly at: number } | null;
  /** Before then it is not read again [V9]: it could not be, not long ago. */
  readFrom: number;
}

/** Whether a device is or was a member: whoever reads what it once wrote asks this. */
export const wasMember =
  ({ membership }: SpaceContext) =>
  (device: string): boolean =>
    membership !== null && (membership.members.has(device) || membership.former.has(device));

/** The key of a row by device and counter: sorts as it counts. */
export const counterKey = (device: string, counter: number): string =>
  `${device}/${String(counter).padStart(12, "0")}`;

/** Whether what is written is marked for a space: while it is asked for already, for words fall before and after being let in. */
export const isMarking = ({ phase }: SpaceState): boolean =>
  phase.type === "open" || phase.type === "joining";

/** What the row of a space tells without being opened: 1 own devices, 2 a team, 0 one for which nothing is marked (now). */
const stateStamp = (state: SpaceState): number =>
  !isMarking(state) ? 0 : state.kind === "own" ? 1 : 2;

/** The row in which a space's state is kept. */
export const stateRow = ({ id, state }: Pick<SpaceContext, "id" | "state">): SpaceRow => ({
  space: "",
  part: "state",
  key: id,
  stamp: stateStamp(state),
  bytes: toJsonBytes(state),
});

/** The row in which it is kept how far the exchange has got. */
export const headsRow = (space: Pick<SpaceContext, "id">, heads: Heads): SpaceRow => ({
  space: space.id,
  part: "heads",
  key: "",
  stamp: 0,
  bytes: toJsonBytes(heads),
});

/** Keeps heads, then relies on them. */
export async function keepHeads(space: SpaceContext, heads: Heads): Promise<Result<null, NotKept>> {
  const kept = await space.tools.store.write({ put: [headsRow(space, heads)], drop: [] });
  if (kept.ok) space.heads = heads;
  return kept;
}

/** So often in a row may a colleague's row be on its way before it counts as kept back [U4]. */
export const mostSuspicions = 3;

const mostTold = 20;

/** Heads with something more to tell; the same thing is not told twice. */
export function withTold(heads: Heads, at: number, what: Told["what"]): Heads {
  const before = heads.told.find((told) => told.what.type === what.type);
  if (before !== undefined && what.type !== "SetAside") return heads;
  const count =
    what.type === "SetAside" && before?.what.type === "SetAside"
      ? { ...what, count: what.count + before.what.count }
      : what;
  const others = heads.told.filter((told) => told !== before);
  return { ...heads, told: [...others, { at, what: count }].slice(-mostTold) };
}

/** Heads that remember that something of a later version was set aside [U6]. */
export const withNewer = (heads: Heads, now: number): Heads =>
  heads.newerSince > 0 ? heads : { ...heads, newerSince: Math.max(1, now) };

/** Heads that tell how many updates were refused, where any were, and whether any is of a later version. */
export function withRefused(
  { tools }: SpaceContext,
  before: Heads,
  outcomes: readonly ReceivedOutcome[],
): Heads {
  const now = tools.clock.now();
  const all = outcomes.flatMap((each) => each.outcomes);
  const heads = all.includes("newer") ? withNewer(before, now) : before;
  const count = all.filter((one) => one === "refused").length;
  return count === 0 ? heads : withTold(heads, now, { type: "SetAside", count });
}

/** Heads that remember that words were taken back, where any were. */
export const withTakenBack = (heads: Heads, outcomes: readonly ReceivedOutcome[]): Heads =>
  outcomes.some(({ isTakenBack }) => isTakenBack) ? { ...heads, eraseThrough: notPlaced } : heads;

/** Tells something now, and keeps that it was told. */
export async function tell(space: SpaceContext, what: Told["what"]): Promise<void> {
  const heads = withTold(space.heads, space.tools.clock.now(), what);
  if (heads === space.heads) return;
  space.heads = heads;
  await space.tools.store.write({ put: [headsRow(space, heads)], drop: [] });
}
