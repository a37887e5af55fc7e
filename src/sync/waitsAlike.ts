import { ok, type Result } from "#base/Result.ts";
import { idText } from "#wire/idText.ts";
import type { NotKept, ReceivedUpdates, Rehearsal } from "./ports/SpaceStore.ts";
import type { SpaceContext } from "./SpaceContext.ts";
import { waitingRows } from "./waitingRows.ts";

/** Updates that wait in `one` and not in `other`, by record. */
const waitingOnlyIn = (one: SpaceContext, other: SpaceContext): readonly ReceivedUpdates[] =>
  [...one.apart].flatMap(([id, updates]) => {
    const alike = new Set((other.apart.get(id) ?? []).map(({ bytes }) => idText(bytes)));
    const alone = updates.filter(({ bytes }) => !alike.has(idText(bytes)));
    return alone.length === 0 ? [] : [{ id, updates: alone }];
  });

/**
 * Whether the same waits here as in a rehearsal of a snapshot, with the same bytes, and nothing else
 * in either [N4]. An update may wait on one side alone only where the record on the other says all of
 * it. Pieces of this very device are its own: it sends them anew, from the first.
 */
export async function waitsAlike(
  here: SpaceContext,
  there: SpaceContext,
  { saysAll }: Pick<Rehearsal, "saysAll">,
): Promise<Result<boolean, NotKept>> {
  const inOrder = (space: SpaceContext) =>
    waitingRows(space)
      .filter(({ part, key }) => part === "held" || !key.startsWith(`${here.me}/`))
      .filter(({ part }) => part !== "apart")
      .map(({ part, key, bytes }) => `${part}/${key}/${idText(bytes)}`)
      .sort()
      .join();
  if (inOrder(here) !== inOrder(there)) return ok(false);
  for (const update of waitingOnlyIn(here, there)) {
    const said = await saysAll("there", update);
    if (!said.ok || !said.value) return said;
  }
  for (const update of waitingOnlyIn(there, here)) {
    const said = await saysAll("here", update);
    if (!said.ok || !said.value) return said;
  }
  return ok(true);
}
