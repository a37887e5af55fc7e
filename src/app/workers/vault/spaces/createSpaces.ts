import { base64urlnopad } from "@scure/base";
import { newId } from "#base/newId.ts";
import { err, ok, type Result } from "#base/Result.ts";
import type { StorageFailure } from "#core/journal/Door.ts";
import type { RecordId } from "#core/record/JournalRecord.ts";
import type { OpenInvitation } from "#core/space/Inviting.ts";
import type { InvitationId, MemberId, SharedId, SpaceId } from "#core/space/identifiers.ts";
import { cleanName } from "#core/space/memberNames.ts";
import type { Space } from "#core/space/Space.ts";
import type { SpaceFailure } from "#core/space/SpaceFailure.ts";
import type { Spaces } from "#core/space/Spaces.ts";
import { newSealingKeys } from "#crypto/space/sealTo.ts";
import { beginSpace } from "#sync/beginSpace.ts";
import { fromJsonBytes } from "#sync/bytesJson.ts";
import { changeMembers, removeMember } from "#sync/changeMembers.ts";
import { type ExchangeFailure, exchangeSpace } from "#sync/exchangeSpace.ts";
import { admit, invite, openAnswer, withdrawInvitation, wordsFor } from "#sync/invitations.ts";
import { isInvitationTo } from "#sync/invitationTo.ts";
import { answerLetter, joiningState, takeLetter } from "#sync/joinSpace.ts";
import { openSpace } from "#sync/openSpace.ts";
import type { InvitationLink } from "#sync/ports/SpaceCrypto.ts";
import { type RunningSpace, runSpace, showOnly } from "#sync/runSpace.ts";
import { type SpaceContext, stateRow } from "#sync/SpaceContext.ts";
import { type SpaceState, spaceStateSchema } from "#sync/SpaceState.ts";
import { usualCompaction } from "#sync/tendSnapshots.ts";
import { idBytes, idText } from "#wire/idText.ts";
import { createSpaceCrypto } from "./createSpaceCrypto.ts";
import { createSpaceStore } from "./createSpaceStore.ts";
import { joinFailure, shownRefusal, spaceFailure, storageFailureIn } from "./failures.ts";
import { createProposalFiles } from "./proposalFiles.ts";
import { receiveVoices } from "./receiveVoices.ts";
import type { SpaceParts } from "./SpaceParts.ts";
import { showSpace } from "./showSpace.ts";
import { createSpaceFiles } from "./spaceFiles.ts";
import { createSpaceRecords } from "./spaceRecords.ts";
import { createVoiceDoors } from "./voiceDoors.ts";

/** The spaces of an open journal, and how to end them. */
export interface OpenSpaces {
  readonly spaces: Spaces;
  /** Resolves once what is under way has ended; nothing is exchanged from then on. */
  readonly close: () => Promise<void>;
}

const presentFor = 30_000;
const noSuchSpace = err({ type: "NoSuchSpace" } as const);
const bytes16 = (id: string): Uint8Array => {
  const bytes = idBytes(id, 16);
  return bytes.ok ? bytes.value : new Uint8Array(16);
};

/** Opens the journal's spaces and starts to exchange them, once it is this tab's turn. */
export async function createSpaces(parts: SpaceParts): Promise<OpenSpaces> {
  const { opened, clock, random, timers, transportTo } = parts;
  const { carrying } = opened;
  const { marks } = carrying;
  const crypto = createSpaceCrypto(random);
  const records = createSpaceRecords(opened, clock);
  const running = new Map<string, RunningSpace>();
  const kinds = new Map<string, "own" | "team">();
  const listeners = new Set<() => void>();
  const takers = new Map<string, Uint8Array>();

  const store = createSpaceStore(
    carrying,
    (space) => kinds.get(space) ?? "team",
    receiveVoices(records, parts),
    crypto.verify,
  );
  const tools = { crypto, store, clock, random, compaction: usualCompaction };

  let telling = false;
  const changed = () => {
    if (telling) return;
    telling = true;
    // Many changes at once are one piece of news.
    timers.after(0, () => {
      telling = false;
      for (const listener of listeners) listener();
    });
  };

  /** What is marked unsent from now on follows from which spaces are open. */
  const mark = ({ id, state }: Pick<SpaceContext, "id" | "state">) => {
    kinds.set(id, state.kind);
    const isOpen = state.phase.type === "open";
    if (state.kind === "own") {
      if (isOpen) marks.own = id;
      else if (marks.own === id) marks.own = null;
    } else if (isOpen) marks.teams.add(id);
    else marks.teams.delete(id);
  };

  async function start(state: SpaceState): Promise<RunningSpace | null> {
    const id = idText(state.space);
    kinds.set(id, state.kind);
    const transport = state.server === null ? null : transportTo(state.server);
    const context = await openSpace(tools, state, transport);
    if (!context.ok) return null;
    mark(context.value);
    let phase = context.value.state.phase;
    const begin = parts.isLeading ? runSpace : showOnly;
    const run = begin(context.value, timers, () => {
      const now = context.value.state.phase;
      if (now.type !== phase.type) {
        const before = phase;
        phase = now;
        mark(context.value);
        parts.tellTabs();
        if (before.type === "joining" && now.type === "open") void welcomed(run, before.myName);
      }
      changed();
    });
    running.set(id, run);
    return run;
  }

  /** Let in: says what this journal is called there; among one's own devices brings along everything. */
  async function welcomed({ context, wake }: RunningSpace, myName: string): Promise<void> {
    const space = context.id as SpaceId;
    await records.nameMember(space, context.me as MemberId, myName);
    if (context.state.kind === "own") await carrying.markAll(space);
    wake();
  }

  const states = await store.rows("", "state");
  for (const row of states.ok ? states.value : []) {
    const state = fromJsonBytes(spaceStateSchema, row.bytes);
    if (state !== null) await start(state);
  }
  carrying.onWrite(() => {
    for (const run of running.values()) run.wake();
    changed();
  });

  /** Does something with a space that is running. */
  const within = async <T>(
    id: SpaceId,
    work: (run: RunningSpace) => Promise<Result<T, SpaceFailure>>,
  ): Promise<Result<T, SpaceFailure>> => {
    const run = running.get(id);
    return run === undefined ? noSuchSpace : work(run);
  };
  const done = (
    outcome: Result<null, Parameters<typeof spaceFailure>[0]>,
  ): Result<null, SpaceFailure> => (outcome.ok ? outcome : err(spaceFailure(outcome.error)));

  const said = async (context: SpaceContext) => {
    const names = new Map<string, string>();
    for (const id of context.membership?.members.keys() ?? []) {
      const record = await records.find(id);
      if (record?.kind === "member-name") names.set(id, cleanName(record.name));
    }
    const facts = await records.find(context.id);
    return { names, name: facts?.kind === "space-facts" ? facts.name : "" };
  };
  const shown = async (run: RunningSpace): Promise<Space> => {
    const unsent = await store.unsent(run.context.id, 1_000);
    const state = run.state();
    return showSpace(
      run.context,
      state,
      unsent.ok ? unsent.value.length : 0,
      await said(run.context),
    );
  };

  const setPhase = async (run: RunningSpace, phase: SpaceState["phase"]) => {
    run.context.state = { ...run.context.state, phase };
    mark(run.context);
    const kept = await store.write({ put: [stateRow(run.context)], drop: [] });
    parts.tellTabs();
    changed();
    return kept;
  };

  /** Whether whoever carries a space says that this journal has no part in it any more. */
  const isOut = (failure: ExchangeFailure | undefined): boolean => {
    const why = failure && shownRefusal(failure);
    return why?.type === "NotMember" || why?.type === "Closed";
  };
  /** Why this journal does not join what an invitation leads to; null where it may. */
  const cannotJoin = async ({ kind }: InvitationLink, id: SpaceId | null) => {
    const run = id === null ? undefined : running.get(id);
    const phase = run?.context.state.phase.type;
    if (phase === "joining") return { type: "AlreadyMember", space: id as SpaceId } as const;
    if (run !== undefined && phase === "open") {
      const level = await run.during(exchangeSpace);
      const isIn = run.context.state.phase.type === "open" && (level.ok || !isOut(level.error));
      if (isIn) return { type: "AlreadyMember", space: id as SpaceId } as const;
    }
    return kind === "own" && marks.own !== null && marks.own !== id
      ? ({ type: "AlreadyOwn" } as const)
      : null;
  };
  /** The space of this journal that an invitation says by its id that it leads to, if any. */
  const spaceOf = async ({ invitation }: InvitationLink): Promise<SpaceId | null> => {
    for (const { context } of running.values()) {
      const isTo = await isInvitationTo(context.state.space, invitation, crypto);
      if (isTo) return context.id as SpaceId;
    }
    return null;
  };
  /**
   * Keeps that this journal asks to be let in, then asks. A copy from an earlier time in that space
   * gives way, but for what had been received; it is back where nobody could be asked.
   */
  const beginJoining = async <F>(
    state: SpaceState,
    ask: () => Promise<Result<null, F>>,
  ): Promise<Result<SpaceId, F | StorageFailure>> => {
    const id = idText(state.space) as SpaceId;
    const before = running.get(id);
    await before?.stop();
    running.delete(id);
    const forgotten = await store.forget(id);
    if (!forgotten.ok) return err(storageFailureIn(forgotten.error));
    // Kept before it is answered: an answer whose keys are lost would let nobody in.
    const kept = await store.write({ put: [stateRow({ id, state })], drop: [] });
    if (!kept.ok) return err(storageFailureIn(kept.error));
    const asked = await ask();
    if (asked.ok) await start(state);
    else if (before === undefined) {
      await store.write({ put: [], drop: [{ space: "", part: "state", key: id }] });
    } else {
      await store.write({ put: [stateRow(before.context)], drop: [] });
      await start(before.context.state);
    }
    parts.tellTabs();
    changed();
    return asked.ok ? ok(id) : asked;
  };

  const doors = createVoiceDoors({ parts, crypto, records, running });
  const spaces: Spaces = {
    ...doors,
    ...createProposalFiles({ parts, crypto, records, running }),
    ...createSpaceFiles({
      tools,
      running,
      nameOf: async (run) => (await said(run.context)).name,
      cannotJoin,
      beginJoining: (state) => beginJoining(state, async () => ok(null)),
    }),
    list: () => Promise.all([...running.values()].map(shown)),
    subscribe: async (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },

    make: async ({ kind, name, myName, server }) => {
      if (kind === "own" && marks.own !== null) return err({ type: "AlreadyOwn" });
      const { state } = await beginSpace(tools, kind, server);
      const row = stateRow({ id: idText(state.space), state });
      const kept = await store.write({ put: [row], drop: [] });
      if (!kept.ok) return err(storageFailureIn(kept.error));
      const run = await start(state);
      if (run === null) return err({ type: "StorageRefused", name: "NotKept" });
      const id = run.context.id as SpaceId;
      const me = run.context.me as MemberId;
      if (kind === "team") {
        const box = newId(random) as SharedId;
        const boxed = await records.makeAnswerBox(box, id, me, await spaces.voiceKeys());
        if (!boxed.ok) return boxed;
        const named = await records.nameSpace(id, me, name, box);
        if (!named.ok) return named;
      } else {
        const named = await records.nameSpace(id, me, name);
        if (!named.ok) return named;
        await carrying.markAll(id);
      }
      const called = await records.nameMember(id, me, myName);
      if (!called.ok) return called;
      run.wake();
      parts.tellTabs();
      return ok(id);
    },
    rename: (id, name) =>
      within(id, ({ context }) => records.nameSpace(id, context.me as MemberId, name)),
    nameMe: (id, name) =>
      within(id, ({ context }) => records.nameMember(id, context.me as MemberId, name)),

    invite: (id, role) =>
      within(id, async (run) => {
        const { name } = await said(run.context);
        const made = await run.during(async (space) => {
          // The server has to know the space before it takes a letter for it.
          const level = await exchangeSpace(space);
          return level.ok ? invite(space, role, name) : level;
        });
        if (!made.ok) return err(spaceFailure(made.error));
        const { invitation, fragment, expiresAt } = made.value;
        return ok({
          id: invitation as InvitationId,
          link: `${run.context.state.server ?? ""}/join#${fragment}`,
          expiresAt: expiresAt as OpenInvitation["expiresAt"],
        });
      }),
    invitations: async (id) => {
      const run = running.get(id);
      if (run === undefined) return [];
      const open: OpenInvitation[] = [];
      for (const kept of run.context.state.invitations) {
        const answer = await openAnswer(run.context, kept);
        if (answer === null && kept.expiresAt <= clock.now()) continue;
        open.push({
          id: idText(kept.invitation) as InvitationId,
          role: kept.role,
          expiresAt: kept.expiresAt as OpenInvitation["expiresAt"],
          answer: answer && {
            name: cleanName(answer.name),
            words: await wordsFor(run.context, answer),
          },
        });
      }
      return open;
    },
    withdrawInvitation: (id, invitation) =>
      within(id, async (run) =>
        done(await run.during((space) => withdrawInvitation(space, bytes16(invitation)))),
      ),
    admit: (id, invitation) =>
      within(id, async (run) =>
        done(await run.during((space) => admit(space, bytes16(invitation)))),
      ),

    readLink: async (link) => {
      const parsed = URL.canParse(link) ? new URL(link) : null;
      const read = parsed && crypto.readFragment(parsed.hash);
      return read?.ok ? { server: parsed?.origin ?? "", kind: read.value.kind } : null;
    },
    join: async (text, agreed, myName) => {
      const parsed = URL.canParse(text) ? new URL(text) : null;
      const read = parsed && crypto.readFragment(parsed.hash);
      if (parsed === null || read === null) return err({ type: "NotAnInvitation" });
      if (!read.ok) {
        return err({ type: read.error === "newer" ? "NewerInvitation" : "NotAnInvitation" });
      }
      const link = read.value;
      if (link.kind !== agreed) return err({ type: "OtherKind" });
      // Before it is taken: whoever is in already leaves it for somebody else.
      const cannot = await cannotJoin(link, await spaceOf(link));
      if (cannot !== null) return err(cannot);
      const transport = transportTo(parsed.origin);
      const taker = takers.get(parsed.hash) ?? random.bytes(16);
      takers.set(parsed.hash, taker);
      const letter = await takeLetter(tools, transport, link, taker);
      if (!letter.ok) return err(joinFailure(letter.error));
      const already = await cannotJoin(link, idText(letter.value.space) as SpaceId);
      if (already !== null) return err(already);
      const device = await crypto.newDevice();
      const state = await joiningState(
        tools,
        { ...letter.value, server: parsed.origin },
        device,
        myName,
      );
      return beginJoining(state, async () => {
        const sent = await answerLetter(tools, transport, link, device, myName);
        return sent.ok ? sent : err(joinFailure(sent.error));
      });
    },

    setRole: (id, member, role) =>
      within(id, async (run) => {
        const device = idBytes(member, 32);
        if (!device.ok) return noSuchSpace;
        const changedRole = await run.during((space) =>
          changeMembers(space, async () => ({ type: "role", device: device.value, role })),
        );
        return done(changedRole);
      }),
    remove: (id, member) =>
      within(id, async (run) => {
        const device = idBytes(member, 32);
        if (!device.ok) return noSuchSpace;
        return done(await run.during((space) => removeMember(space, device.value)));
      }),
    leave: (id) =>
      within(id, async (run) => {
        if (run.context.state.phase.type === "open") {
          const left = await run.during((space) =>
            changeMembers(space, async () => ({ type: "leave" })),
          );
          if (!left.ok) return done(left);
        }
        const kept = await setPhase(run, { type: "left" });
        return kept.ok ? ok(null) : err(storageFailureIn(kept.error));
      }),
    close: (id) =>
      within(id, async (run) => {
        const closed = await run.during(async (space) => {
          const act = await changeMembers(space, async () => ({ type: "close" }));
          if (!act.ok || space.requests === null) return act;
          const gone = await space.requests.send("DELETE", `/spaces/${space.id}`);
          return gone.ok || gone.error.type === "Refused" ? ok(null) : gone;
        });
        if (!closed.ok) return done(closed);
        const kept = await setPhase(run, { type: "closed" });
        return kept.ok ? ok(null) : err(storageFailureIn(kept.error));
      }),
    forget: (id) =>
      within(id, async (run) => {
        const { failure } = run.state();
        if (run.context.state.phase.type === "open" && !isOut(failure?.error)) {
          return err({ type: "NotFacilitator" });
        }
        await run.stop();
        running.delete(id);
        const mine = await carrying.recordsKeptFrom(id);
        if (!mine.ok) return mine;
        const purged = await opened.vault.purge(mine.value.map((record): RecordId => record.id));
        if (!purged.ok) return err(purged.error);
        const gone = await store.write({ put: [], drop: [{ space: "", part: "state", key: id }] });
        if (!gone.ok) return err(storageFailureIn(gone.error));
        const forgotten = await store.forget(id);
        changed();
        return forgotten.ok ? ok(null) : err(storageFailureIn(forgotten.error));
      }),

    voiceKeys: async () => {
      const { publicKey, secretKey } = await newSealingKeys(random);
      return {
        publicKey: base64urlnopad.encode(publicKey),
        secretKey: base64urlnopad.encode(secretKey),
      };
    },
    here: async (id, where) => running.get(id)?.here(where),
    presence: async (id) =>
      [...(running.get(id)?.presence() ?? [])]
        .filter(([, { at }]) => clock.now() - at < presentFor)
        .map(([member, { where, at }]) => ({
          member: member as MemberId,
          record: where.record as SharedId,
          part: where.part,
          at,
        })),
    tryNow: async () => {
      for (const run of running.values()) run.look();
    },
  };
  return {
    spaces,
    close: async () => {
      await Promise.all([...running.values()].map((run) => run.stop()));
    },
  };
}
