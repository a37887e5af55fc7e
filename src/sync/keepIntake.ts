import { ok, type Result } from "#base/Result.ts";
import { idText } from "#wire/idText.ts";
import type { Brought, Intake } from "./Intake.ts";
import { changeKnown } from "./knownElsewhere.ts";
import type { NotKept, ReceivedUpdates, SpaceRow, SpaceWrites } from "./ports/SpaceStore.ts";
import {
  type ApartUpdate,
  headsRow,
  type SpaceContext,
  wasMember,
  withRefused,
  withTakenBack,
} from "./SpaceContext.ts";

/** The updates of each record, those before that waited for others included. */
function gather(space: SpaceContext, brought: readonly Brought[]): Map<string, Brought[]> {
  const byRecord = new Map<string, Brought[]>();
  for (const update of brought) {
    const known = byRecord.get(update.id);
    if (known !== undefined) {
      known.push(update);
      continue;
    }
    const waiting = (space.apart.get(update.id) ?? []).map((apart) => ({
      ...apart,
      id: update.id,
    }));
    byRecord.set(update.id, [...waiting, update]);
  }
  return byRecord;
}

/** An update kept apart, under its record's id and a random name. */
const apartRow = (space: SpaceContext, key: string, { bytes }: Brought): SpaceRow => ({
  space: space.id,
  part: "apart",
  key,
  stamp: 0,
  bytes,
});

/** Reads what `apartRow` wrote. */
export const readApart = ({ key, bytes }: SpaceRow): readonly [string, ApartUpdate] => [
  key.slice(0, key.indexOf("/")),
  { key, bytes },
];

/** Keeps what the intake came to: records, heads, what waits, in one transaction [V5]. */
export async function keepIntake(
  space: SpaceContext,
  intake: Intake,
): Promise<Result<null, NotKept>> {
  const { store, random } = space.tools;
  const byRecord = gather(space, intake.brought);
  const received: ReceivedUpdates[] = [...byRecord].map(([id, updates]) => ({ id, updates }));
  let change = changeKnown(space, new Map());
  let apart = new Map<string, readonly ApartUpdate[]>();
  let { heads } = intake;
  const kept = await store.receive(
    space.id,
    received,
    wasMember(space),
    (outcomes): SpaceWrites => {
      const known = new Map<string, Uint8Array>();
      apart = new Map();
      ({ heads } = intake);
      const put = [...intake.put];
      const drop: SpaceWrites["drop"][number][] = [...intake.drop];
      for (const { id, outcomes: each } of outcomes) {
        const updates = byRecord.get(id) ?? [];
        const taken = updates.filter((_, at) => each[at] === "kept");
        if (taken.length > 0) {
          const then = store.learn(
            space.known.get(id) ?? null,
            taken.map(({ bytes }) => bytes),
          );
          known.set(id, then);
        }
        const waiting: ApartUpdate[] = [];
        updates.forEach((update, at) => {
          if (each[at] === "incomplete") {
            const key = update.key ?? `${id}/${idText(random.bytes(12))}`;
            waiting.push({ key, bytes: update.bytes });
            if (update.key === null) put.push(apartRow(space, key, update));
          } else if (update.key !== null) {
            drop.push({ space: space.id, part: "apart", key: update.key });
          }
        });
        apart.set(id, waiting);
      }
      heads = withTakenBack(withRefused(space, heads, outcomes), outcomes);
      change = changeKnown(space, known);
      return {
        put: [...put, ...change.put, headsRow(space, heads)],
        drop: [...drop, ...change.drop],
      };
    },
  );
  if (!kept.ok) return kept;
  space.heads = heads;
  change.rely();
  for (const [id, waiting] of apart) {
    if (waiting.length > 0) space.apart.set(id, waiting);
    else space.apart.delete(id);
  }
  return ok(null);
}
