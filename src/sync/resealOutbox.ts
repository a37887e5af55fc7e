import { ok, type Result } from "#base/Result.ts";
import { idText } from "#wire/idText.ts";
import { canWrite } from "./makeRows.ts";
import { openOwnRow } from "./openOwnRow.ts";
import type { NotKept } from "./ports/SpaceStore.ts";
import { encodePayload, readPayload } from "./RowPayload.ts";
import { counterKey, headsRow, type OutboxRow, type SpaceContext } from "./SpaceContext.ts";
import type { Heads } from "./SpaceState.ts";
import { outboxRow, sealRow } from "./sealRow.ts";

/**
 * Seals everything that waits again, under the present epoch: same uids, but fresh counters, for a
 * device never signs two rows with one counter: the first may have reached somebody. They follow the
 * last row that the server took [U5].
 */
export async function resealOutbox(space: SpaceContext): Promise<Result<null, NotKept>> {
  const isTaken = ({ uid }: OutboxRow) => space.acknowledged.has(idText(uid));
  const outbox = space.outbox.filter((row) => !isTaken(row));
  if (!canWrite(space) || outbox.length === 0) return ok(null);
  const again: OutboxRow[] = [];
  let { counter, floor } = space.heads.own;
  let previous: Uint8Array | null = null;
  for (const row of outbox) {
    const { envelope, payload } = await openOwnRow(space, row);
    counter += 1;
    // A row that begins this device anew still does, under its new counter [U4].
    const said = await readPayload(payload);
    const begins = said.ok && said.value.floor === row.counter;
    if (begins) floor = counter;
    const same = begins ? await encodePayload({ floor, items: said.value.items }) : payload;
    const at = { uid: row.uid, counter, previous: previous ?? envelope.previous };
    const made: OutboxRow = await sealRow(space, at, same, envelope.seen);
    previous = await space.tools.crypto.sha256(made.body);
    again.push(made);
  }
  const hash = previous ?? space.heads.own.hash;
  const heads: Heads = { ...space.heads, own: { counter, hash, floor } };
  const put = [headsRow(space, heads), ...again.map((row) => outboxRow(space, row))];
  const drop = outbox.map((row) => ({
    space: space.id,
    part: "outbox",
    key: counterKey("", row.counter),
  }));
  const kept = await space.tools.store.write({ put, drop });
  if (!kept.ok) return kept;
  space.heads = heads;
  space.outbox = [...space.outbox.filter(isTaken), ...again];
  return ok(null);
}
