import { err, ok, type Result } from "#base/Result.ts";
import { foldMembership } from "#wire/appendMembership.ts";
import { idText } from "#wire/idText.ts";
import { fromJsonBytes } from "./bytesJson.ts";
import { readApart } from "./keepIntake.ts";
import { readKnown } from "./knownElsewhere.ts";
import { putKey } from "./learnKeys.ts";
import type { NotKept } from "./ports/SpaceStore.ts";
import type { Transport } from "./ports/Transport.ts";
import { createRequests } from "./requests.ts";
import type { SpaceContext, SyncTools } from "./SpaceContext.ts";
import { type Heads, headsSchema, noHeads, readingLevel, type SpaceState } from "./SpaceState.ts";

/** Heads as they were kept; what was kept before `logged` was is of a log that lost nothing. */
function keptHeads(bytes: Uint8Array | undefined, me: string): Heads {
  const kept = fromJsonBytes(headsSchema, bytes ?? new Uint8Array());
  if (kept === null) return noHeads;
  // Where a newer app was here before, it reads again what comes from now on.
  const level = Math.min(kept.level, readingLevel);
  return { ...kept, level, logged: kept.logged ?? { ...kept.others, [me]: kept.own } };
}

/** A space in memory, from what is kept of it. `transport` null: it has no server. */
export async function openSpace(
  tools: SyncTools,
  state: SpaceState,
  transport: Transport | null,
): Promise<Result<SpaceContext, NotKept>> {
  const { crypto, store, clock, random } = tools;
  const id = idText(state.space);
  const [heads, outbox, known, held, apart, pieces] = await Promise.all(
    ["heads", "outbox", "known", "held", "apart", "piece"].map((part) => store.rows(id, part)),
  );
  if (!heads?.ok || !outbox?.ok || !known?.ok || !held?.ok || !apart?.ok || !pieces?.ok) {
    const failed = [heads, outbox, known, held, apart, pieces].find((rows) => rows?.ok === false);
    return err(failed?.ok === false ? failed.error : { type: "NotKept", cause: null });
  }
  const membership = await foldMembership(null, state.log, crypto);
  const sign = crypto.signer(state.device);
  const context: SpaceContext = {
    tools,
    id,
    me: idText(state.device.keys.signing),
    sign,
    requests:
      transport === null
        ? null
        : createRequests({
            transport,
            device: state.device.keys.signing,
            sign,
            sha256: crypto.sha256,
            clock,
            random,
          }),
    state,
    heads: keptHeads(heads.value[0]?.bytes, idText(state.device.keys.signing)),
    membership: membership.ok ? membership.value : null,
    keys: new Map(),
    ...readKnown(known.value),
    outbox: outbox.value.map(({ stamp, bytes }) => ({
      counter: stamp,
      uid: bytes.slice(0, 16),
      body: bytes.slice(16),
    })),
    acknowledged: new Map(),
    held: new Map(
      held.value.map(({ key, bytes }) => [key, { uid: bytes.slice(0, 16), body: bytes.slice(16) }]),
    ),
    apart: new Map(),
    pieces: new Map(),
    tentative: new Set(),
    suspicions: new Map(),
    floor: 0,
    lookedAt: 0,
    judgeFrom: null,
    readFrom: 0,
  };
  for (const row of apart.value) {
    const [record, update] = readApart(row);
    context.apart.set(record, [...(context.apart.get(record) ?? []), update]);
  }
  for (const { key, bytes } of pieces.value) {
    const name = key.slice(0, key.lastIndexOf("/"));
    context.pieces.set(name, [...(context.pieces.get(name) ?? []), bytes]);
  }
  for (const key of state.epochKeys) putKey(context, key);
  return ok(context);
}
