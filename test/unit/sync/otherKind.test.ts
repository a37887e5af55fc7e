import { afterEach, describe, expect, it } from "vitest";
import { createSpaceCrypto } from "#app/workers/vault/spaces/createSpaceCrypto.ts";
import { createSpaceStore } from "#app/workers/vault/spaces/createSpaceStore.ts";
import { instant } from "#base/Clock.ts";
import { ok } from "#base/Result.ts";
import type { SpaceId } from "#core/space/identifiers.ts";
import type { SpaceKind } from "#core/space/Space.ts";
import { admit, readAnswers } from "#sync/admit.ts";
import { fromJsonBytes } from "#sync/bytesJson.ts";
import { exchangeSpace } from "#sync/exchangeSpace.ts";
import { readFileStart } from "#sync/fileStart.ts";
import { invite } from "#sync/invitations.ts";
import { inviteByFile, readAnswerFile, takeAnswer } from "#sync/joinByFile.ts";
import { openSpace } from "#sync/openSpace.ts";
import type { SpaceContext, SyncTools } from "#sync/SpaceContext.ts";
import { spaceStateSchema } from "#sync/SpaceState.ts";
import { packSpace } from "#sync/spaceFile.ts";
import { usualCompaction } from "#sync/tendSnapshots.ts";
import { nodeTransport } from "../../simulation/nodeTransport.ts";
import { openTeamDevice, type TeamDevice, until } from "../../simulation/openTeamDevice.ts";
import { seededRandom } from "../replica/seededRandom.ts";
import { startMailbox } from "../server/mailbox/startMailbox.ts";
import { draftOf, textOf, value } from "../vault/openTestJournal.ts";

const open: { close?: () => Promise<void>; stop?: () => Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await (one.close ?? one.stop)?.();
});
const kinds: readonly SpaceKind[] = ["own", "team"];
const other = (kind: SpaceKind): SpaceKind => (kind === "own" ? "team" : "own");
const failed = (type: string) => ({ ok: false, error: { type } });
const listed = async (of: TeamDevice, space: SpaceId) =>
  (await of.spaces.list()).find(({ id }) => id === space);
const texts = async (of: TeamDevice) =>
  [...(await of.records()).values()].map(textOf).filter((text) => text !== undefined);

/** A journal with a word of its own. */
async function device(seed: number, word: string): Promise<TeamDevice> {
  const opened = await openTeamDevice({ random: seededRandom(seed) });
  open.push(opened);
  value(await opened.opened.vault.keepDraft(draftOf(word)));
  return opened;
}

/** Somebody with an app of their own, in a space that truly is of `kind`. */
async function attacker(seed: number, kind: SpaceKind, server: string | null) {
  const theirs = await device(seed, "Word of the attacker.");
  const order = { kind, name: "Ward", myName: "Eve", server };
  const space = value(await theirs.spaces.make(order));
  const random = seededRandom(seed + 100);
  const crypto = createSpaceCrypto(random);
  const others = {
    welcome: async () => ok(null),
    takeVoices: async () => ok([]),
    voicePage: async () => null,
    answerBox: async () => null,
  };
  const store = createSpaceStore(theirs.opened.carrying, () => kind, others, crypto);
  const tools: SyncTools = {
    crypto,
    store,
    clock: { now: () => instant(Date.now()) },
    random,
    compaction: usualCompaction,
  };
  /** The same space, whose invitations say `said` in the link or file and in the letter. */
  const saying = async (said: SpaceKind): Promise<SpaceContext> => {
    const [row] = value(await store.rows("", "state"));
    const state = row && fromJsonBytes(spaceStateSchema, row.bytes);
    if (!state) throw new Error("a space");
    const transport = server === null ? null : nodeTransport(server);
    const context = value(await openSpace(tools, { ...state, kind: said }, transport));
    value(await exchangeSpace(context));
    return context;
  };
  return { theirs, space, saying };
}

/** The attacker invites as `said`, and lets in who joins as that. */
async function joinBySaid(
  { space, saying }: Awaited<ReturnType<typeof attacker>>,
  victim: TeamDevice,
  said: SpaceKind,
  origin: string,
) {
  const context = await saying(said);
  const { fragment } = value(await invite(context, "facilitator", "Ward"));
  const link = `${origin}/join#${fragment}`;
  expect(value(await victim.spaces.readLink(link))).toEqual({ server: origin, kind: said });
  expect(await victim.spaces.join(link, other(said), "Bo")).toEqual(failed("OtherKind"));
  expect(await listed(victim, space)).toBeUndefined();
  expect(value(await victim.spaces.join(link, said, "Bo"))).toBe(space);
  value(await readAnswers(context));
  const [kept] = context.state.invitations;
  if (kept === undefined) throw new Error("an invitation");
  value(await admit(context, kept.invitation));
  return until(async () => {
    await victim.spaces.tryNow();
    const state = (await listed(victim, space))?.state;
    return state && state.type !== "joining" ? state : null;
  });
}

describe("[J5] what one joins is what one agreed to join", () => {
  it.each(kinds)(
    "a space that is %s is never opened as the other kind, whatever its link and letter say: nothing goes out or in",
    async (kind) => {
      const { origin } = await startedServer();
      const eve = await attacker(31, kind, origin);
      const victim = await device(32, "Word of the victim.");
      const said = await joinBySaid(eve, victim, other(kind), origin);
      expect(said).toEqual({ type: "otherKind" });
      await victim.spaces.tryNow();
      value(await victim.opened.vault.keepDraft(draftOf("Later word of the victim.")));
      const seen = await eve.saying(kind);
      expect(Object.keys(seen.heads.others)).toEqual([]);
      expect(await texts(victim)).not.toContain("Word of the attacker.");
      expect(await texts(eve.theirs)).toEqual(["Word of the attacker."]);
      expect(await victim.opened.carrying.recordsKeptFrom(eve.space)).toEqual(ok([]));
      // It can be taken off, and is no obstacle to devices of one's own.
      value(await victim.spaces.forget(eve.space));
      expect(await victim.spaces.list()).toEqual([]);
    },
  );

  it("the control: agreed to as what it is, a device of one's own is opened, and words go both ways", async () => {
    const { origin } = await startedServer();
    const mine = await attacker(33, "own", origin);
    const tablet = await device(34, "Word of the tablet.");
    expect(await joinBySaid(mine, tablet, "own", origin)).toEqual({ type: "open" });
    const both = ["Word of the attacker.", "Word of the tablet."];
    for (const one of [mine.theirs, tablet]) {
      await until(async () => {
        await one.spaces.tryNow();
        return (await texts(one)).toSorted().join() === both.join();
      });
    }
  });

  it.each(kinds)(
    "a link of %s dressed as the other is refused before anything is answered",
    async (kind) => {
      const { origin } = await startedServer();
      const eve = await attacker(35, kind, origin);
      const victim = await device(36, "Word of the victim.");
      const { link } = value(await eve.theirs.spaces.invite(eve.space, "member"));
      const dressed =
        kind === "own" ? link.replace("#v2.own.", "#v1.") : link.replace("#v1.", "#v2.own.");
      expect(dressed).not.toBe(link);
      expect(await victim.spaces.join(dressed, other(kind), "Bo")).toEqual(failed("OtherKind"));
      expect(await victim.spaces.list()).toEqual([]);
      await eve.theirs.spaces.tryNow();
      expect((await eve.theirs.spaces.invitations(eve.space))[0]?.answer).toBeNull();
    },
  );

  it.each(kinds)(
    "by file, a space that is %s is not taken in as the other kind either",
    async (kind) => {
      const eve = await attacker(37, kind, null);
      const victim = await device(38, "Word of the victim.");
      const said = other(kind);
      const honest = value(await eve.theirs.spaces.inviteByFile(eve.space));
      expect(await victim.spaces.readInvitation(honest)).toEqual(ok({ kind }));
      const dressed = new Uint8Array(honest);
      dressed[8] = dressed[8] === 1 ? 2 : 1;
      expect(await victim.spaces.readInvitation(dressed)).toEqual(failed("OtherKind"));
      expect(await victim.spaces.joinByFile(honest, said, "Bo")).toEqual(failed("OtherKind"));
      expect(await victim.spaces.list()).toEqual([]);

      const context = await eve.saying(said);
      const file = value(await inviteByFile(context, "member", "Ward"));
      value(await victim.spaces.joinByFile(file, said, "Bo"));
      const answer = readAnswerFile(
        value(readFileStart(value(await victim.spaces.answerFile(eve.space)))).rest,
      );
      if (answer === null) throw new Error("an answer");
      value(await takeAnswer(context, answer));
      value(await admit(context, answer.invitation));
      const whole = value(await packSpace(context));
      expect(await victim.spaces.importSpace(whole)).toEqual(failed("OtherKind"));
      expect((await listed(victim, eve.space))?.state.type).toBe("joining");
      expect(await texts(victim)).toEqual(["Word of the victim."]);
    },
  );
});

async function startedServer() {
  const mailbox = await startMailbox();
  open.push(mailbox);
  return mailbox;
}
