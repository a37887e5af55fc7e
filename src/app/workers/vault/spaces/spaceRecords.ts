import type { Clock } from "#base/Clock.ts";
import { err, ok, type Result } from "#base/Result.ts";
import type { StorageFailure } from "#core/journal/Door.ts";
import type { Edit } from "#core/journal/Vault.ts";
import type { JournalRecord } from "#core/record/JournalRecord.ts";
import type { MemberId, SharedId, SpaceId } from "#core/space/identifiers.ts";
import { cleanName } from "#core/space/memberNames.ts";
import type { MemberName, SpaceFacts, VoiceBox } from "#core/space/SharedRecord.ts";
import { factsIdOf, nameIdOf } from "#core/space/SharedView.ts";
import type { OpenedVault } from "#vault/createVault.ts";

/** Writes the few records that spaces themselves need. */
export interface SpaceRecords {
  /** `answerBox` undefined leaves it as it is. */
  readonly nameSpace: (
    space: SpaceId,
    by: MemberId,
    name: string,
    answerBox?: SharedId,
  ) => Promise<Result<null, StorageFailure>>;
  readonly nameMember: (
    space: SpaceId,
    by: MemberId,
    name: string,
  ) => Promise<Result<null, StorageFailure>>;
  readonly makeAnswerBox: (
    id: SharedId,
    space: SpaceId,
    by: MemberId,
    keys: { readonly publicKey: string; readonly secretKey: string },
  ) => Promise<Result<null, StorageFailure>>;
  /** What a space is called, as its record says it; empty until it is known. */
  readonly nameOf: (space: SpaceId) => Promise<string>;
  /** What those of these members are called who have said it. */
  readonly memberNames: (members: Iterable<string>) => Promise<ReadonlyMap<string, string>>;
  readonly find: (id: string) => Promise<JournalRecord | null>;
  readonly save: (edit: Edit) => Promise<Result<null, StorageFailure>>;
}

/** Over the vault of an open journal. */
export function createSpaceRecords({ vault }: OpenedVault, clock: Clock): SpaceRecords {
  const start = (space: SpaceId, by: MemberId) => {
    const now = clock.now();
    return { space, by, createdAt: now, editedAt: now, editedBy: by, deletedAt: null };
  };
  const save: SpaceRecords["save"] = async (edit) => {
    const saved = await vault.save([edit]);
    if (saved.ok) return ok(null);
    const { error } = saved;
    // A record that went between opening and saving, or does not open: nothing was kept.
    return error.type === "NotFound" || error.type === "Unreadable"
      ? err({ type: "StorageRefused", name: error.type })
      : err(error);
  };
  const write = async (record: SpaceFacts | MemberName | VoiceBox) => {
    const before = await vault.open(record.id);
    const next = before.ok ? { ...record, createdAt: before.value.record.createdAt } : record;
    return save({ basis: before.ok ? before.value.basis : null, next });
  };
  const find: SpaceRecords["find"] = async (id) => {
    const opened = await vault.open(id as SharedId);
    return opened.ok ? opened.value.record : null;
  };
  return {
    save,
    find,
    nameOf: async (space) => {
      const facts = await find(factsIdOf(space));
      return facts?.kind === "space-facts" ? facts.name : "";
    },
    memberNames: async (members) => {
      const names = new Map<string, string>();
      for (const member of members) {
        const record = await find(nameIdOf(member as MemberId));
        if (record?.kind === "member-name") names.set(member, cleanName(record.name));
      }
      return names;
    },
    nameSpace: async (space, by, name, answerBox) => {
      const before = await vault.open(factsIdOf(space));
      const there = before.ok && before.value.record.kind === "space-facts";
      const kept =
        there && "answerBox" in before.value.record ? before.value.record.answerBox : null;
      return write({
        kind: "space-facts",
        id: factsIdOf(space),
        ...start(space, by),
        name: cleanName(name),
        answerBox: answerBox ?? kept,
      });
    },
    nameMember: (space, by, name) =>
      write({ kind: "member-name", id: nameIdOf(by), ...start(space, by), name: cleanName(name) }),
    makeAnswerBox: (id, space, by, keys) =>
      write({
        kind: "voice-box",
        id,
        ...start(space, by),
        takes: "answers",
        ...keys,
        question: "",
        thanks: [],
        isOpen: true,
      }),
  };
}
