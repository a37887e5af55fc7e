import { ok, type Result } from "#base/Result.ts";
import { type FollowFailure, takeEntries } from "./followMembers.ts";
import type { NotKept } from "./ports/SpaceStore.ts";
import type { SpaceContext } from "./SpaceContext.ts";

/**
 * The space as it would be with these entries after those known: a copy, of which nothing is kept. One
 * that waits to be let in is open there.
 */
export async function withEntries(
  space: SpaceContext,
  entries: readonly Uint8Array[],
): Promise<Result<SpaceContext, FollowFailure>> {
  const { state, tools } = space;
  const copy: SpaceContext = {
    ...space,
    keys: new Map(space.keys),
    state: state.phase.type === "joining" ? { ...state, phase: { type: "open" } } : state,
    tools: { ...tools, store: { ...tools.store, write: async () => ok(null) } },
  };
  const taken = await takeEntries(copy, entries);
  return taken.ok ? ok(copy) : taken;
}

/** Goes by such a copy from now on: once its state is kept. */
export function goBy(space: SpaceContext, { state, membership, keys }: SpaceContext): void {
  space.state = state;
  space.membership = membership;
  for (const [epoch, key] of keys) space.keys.set(epoch, key);
}

/**
 * Does what belongs to being let in, before it is kept that this device is: where it ends in between,
 * it waits still, and all of this is done again.
 */
export async function welcome(
  { id, me, state, tools }: SpaceContext,
  then: SpaceContext,
): Promise<Result<null, NotKept>> {
  if (state.phase.type !== "joining" || then.state.phase.type !== "open") return ok(null);
  return tools.store.welcome({ id, kind: state.kind }, me, state.phase.myName);
}
