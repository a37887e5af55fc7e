import { newId } from "#base/newId.ts";
import { ok, type Result } from "#base/Result.ts";
import type { Draft } from "#core/entry/Entry.ts";
import {
  isSayingField,
  isUnsent,
  isUnsentFieldOf,
  newUnsent,
  unsentField,
} from "#core/entry/unsentWords.ts";
import { withPart } from "#core/entry/withPart.ts";
import { hasWords } from "#core/entry/writtenParts.ts";
import type { DraftId } from "#core/identifiers.ts";
import type { StorageFailure } from "#core/journal/Door.ts";
import type { JournalRecord } from "#core/record/JournalRecord.ts";
import type { MemberId } from "#core/space/identifiers.ts";
import { ownWordsIn } from "#core/space/ownWordsIn.ts";
import type { SpaceContext } from "#sync/SpaceContext.ts";
import type { SpaceParts } from "../SpaceParts.ts";
import { bothWordings } from "./bothWordings.ts";
import { unsentChanges } from "./unsentChanges.ts";

type Parts = Pick<SpaceParts, "opened" | "random" | "clock">;

/** Keeps what had not gone out of a team where its writer is offered it; names the records that it was in. */
export async function setAsideChanges(
  context: SpaceContext,
  parts: Parts,
): Promise<Result<readonly JournalRecord["id"][], StorageFailure>> {
  const changes = await unsentChanges(context, parts);
  if (!changes.ok) return changes;
  if (changes.value.length === 0) return ok([]);
  const drafts = await parts.opened.vault.drafts();
  if (!drafts.ok) return drafts;
  const isOfSpace = (part: string) => isUnsentFieldOf(context.id, part);
  // Set aside already, if the tab ended before the space had given way.
  const first =
    drafts.value.find(
      (draft) => isUnsent(draft) && draft.parts.some(({ part }) => isOfSpace(part)),
    ) ?? newUnsent(newId(parts.random) as DraftId, parts.clock.now());
  const words = changes.value.reduce((draft, record) => {
    const field = unsentField(context.id, record.id);
    const before = draft.parts.find(({ part }) => part === field)?.text ?? "";
    const own = ownWordsIn(record, context.me as MemberId);
    return withPart(draft, field, "", bothWordings(before, own));
  }, first);
  const saved = await parts.opened.vault.saveDraft(words);
  return saved.ok ? ok(changes.value.map(({ id }) => id)) : saved;
}

/** Words that stand unsaid in the fields of a team, and which fields of a draft are the team's. */
async function unsaidDrafts(
  { id }: SpaceContext,
  { opened }: Parts,
): Promise<
  Result<
    { readonly drafts: readonly Draft[]; readonly isField: (field: string) => boolean },
    StorageFailure
  >
> {
  const drafts = await opened.vault.drafts();
  if (!drafts.ok) return drafts;
  const kept = await opened.carrying.recordsKeptFrom(id);
  if (!kept.ok) return kept;
  const records = new Set<string>(kept.value.map((record) => record.id));
  const isField = (field: string) => isSayingField(field, id, records);
  const ofTeam = drafts.value.filter(
    (draft) =>
      isUnsent(draft) && hasWords({ parts: draft.parts.filter(({ part }) => isField(part)) }),
  );
  return ok({ drafts: ofTeam, isField });
}

/** How many things that somebody wrote in a team reached nobody: changes, and words not said yet. */
export async function countLeft(
  context: SpaceContext,
  parts: Parts,
): Promise<Result<number, StorageFailure>> {
  const changes = await unsentChanges(context, parts);
  if (!changes.ok) return changes;
  const unsaid = await unsaidDrafts(context, parts);
  return unsaid.ok ? ok(changes.value.length + unsaid.value.drafts.length) : unsaid;
}

/** Keeps all that somebody wrote in a team and that reached nobody where they are offered it, before the team goes from this device. */
export async function setAsideAll(
  context: SpaceContext,
  parts: Parts,
): Promise<Result<unknown, StorageFailure>> {
  const changes = await setAsideChanges(context, parts);
  if (!changes.ok) return changes;
  const unsaid = await unsaidDrafts(context, parts);
  if (!unsaid.ok) return unsaid;
  const { drafts, isField } = unsaid.value;
  for (const draft of drafts) {
    const moved = draft.parts.map((part) =>
      isField(part.part) ? { ...part, part: unsentField(context.id, part.part) } : part,
    );
    const saved = await parts.opened.vault.saveDraft({ ...draft, parts: moved });
    if (!saved.ok) return saved;
  }
  return ok(null);
}
