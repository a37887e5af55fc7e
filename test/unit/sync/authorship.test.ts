import { afterEach, describe, expect, it } from "vitest";
import type { Instant } from "#base/Clock.ts";
import type { ProposalId } from "#core/identifiers.ts";
import { blankProposal } from "#core/proposal/blankProposal.ts";
import type { JournalRecord } from "#core/record/JournalRecord.ts";
import { someone } from "#core/space/claimsOf.ts";
import type { MemberId, SharedId, SpaceId } from "#core/space/identifiers.ts";
import { sentenceMark } from "#core/space/rewriting.ts";
import type { MemberName } from "#core/space/SharedRecord.ts";
import { writeComment } from "#core/space/sayInSpace.ts";
import { shareProposal, withdrawProposal } from "#core/space/shareProposal.ts";
import { writtenApart } from "#core/space/writtenApart.ts";
import { createReplica } from "#replica/createReplica.ts";
import { removeMember } from "#sync/changeMembers.ts";
import { readFileStart } from "#sync/fileStart.ts";
import { packSpace, readSpaceFile } from "#sync/spaceFile.ts";
import { takeSpaceFile } from "#sync/takeSpaceFile.ts";
import { gatherFleet, letIn } from "../../simulation/gatherFleet.ts";
import { makeSimDevice, type SimDevice } from "../../simulation/SimDevice.ts";
import { type SimServer, startSimServer } from "../../simulation/SimServer.ts";
import { seededRandom } from "../replica/seededRandom.ts";
import { value } from "../vault/openTestJournal.ts";

const servers: SimServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.end();
});

const time = 1_795_358_451_000;
const now = time as Instant;
const id = "remark" as SharedId;
const replica = createReplica(seededRandom(99));

/** Ash is the facilitator, Bo a colleague, Mal a colleague whose app does what he likes. */
async function ward() {
  const server = startSimServer(() => time);
  servers.push(server);
  const device = (seed: number) =>
    makeSimDevice(`device ${seed}`, seededRandom(seed), () => time, server.transport);
  const [ash, bo, mal] = [await device(41), await device(42), await device(43)];
  await gatherFleet([ash, bo, mal], server);
  const space = ash.space().id as SpaceId;
  const me = (of: SimDevice) => of.space().me as MemberId;
  const saying = (by: MemberId, text: string) => ({ id, space, by, now, text });
  const remark = (by: MemberId, text: string) =>
    writeComment(saying(by, text), "about" as SharedId, null);
  const save = async (of: SimDevice, next: JournalRecord) => {
    const there = await of.vault().open(next.id);
    value(await of.vault().save([{ basis: there.ok ? there.value.basis : null, next }]));
  };
  /** Everybody exchanges, twice round. */
  const level = async (...of: readonly SimDevice[]) => {
    for (const each of [...of, ...of])
      expect(await each.exchange()).toEqual({ ok: true, value: null });
  };
  const isTold = (of: SimDevice) =>
    of.space().heads.told.some(({ what }) => what.type === "SetAside");
  const stateAt = async (of: SimDevice, record: string) =>
    value(await of.vault().open(record as SharedId)).basis;
  return { server, device, ash, bo, mal, space, me, remark, save, level, isTold, stateAt };
}

const proposal = (space: SpaceId, by: MemberId) =>
  shareProposal(
    { ...blankProposal("p" as ProposalId, now), title: "Earlier handover" },
    {
      id: "shared" as SharedId,
      space,
      by,
      now,
      excerpts: [{ id: "e", under: "problem", text: "Nobody came.", happenedAt: now, by }],
    },
  );

describe("who wrote what is proved by their own device [A1–A4]", () => {
  it("a remark in a colleague's name is refused and told, signed by nobody or by another", async () => {
    const { ash, bo, mal, me, remark, level, isTold } = await ward();
    const forged = replica.begin(remark(me(ash), "I resign."));
    await mal.cheat(id, forged);
    await level(mal, bo, ash);
    expect([await bo.text(id), await ash.text(id)]).toEqual([null, null]);
    expect([isTold(bo), isTold(ash)]).toEqual([true, true]);

    const own = replica.proofs(
      await (async () => {
        const mine = { ...remark(me(mal), "I resign."), id: "mine" as SharedId };
        value(await mal.vault().save([{ basis: null, next: mine }]));
        await level(mal);
        return value(await mal.vault().open(mine.id)).basis;
      })(),
    );
    expect(own.size).toBe(1);
    await mal.cheat(
      "other",
      replica.withProofs(
        replica.begin({ ...remark(me(ash), "I resign."), id: "other" as SharedId }),
        own,
      ),
    );
    await level(mal, bo);
    expect([await bo.text("mine"), await bo.text("other")]).toEqual(["I resign.", null]);
  });

  it("a colleague's remark cannot be changed, taken over, or said again after they changed it", async () => {
    const { ash, bo, mal, me, remark, save, level, isTold, stateAt } = await ward();
    await save(ash, remark(me(ash), "It is late."));
    await level(ash, bo, mal);
    const first = await stateAt(mal, id);
    const then = value(replica.revise(first, remark(me(ash), "It is fine.")));
    await mal.cheat(id, then);
    await level(mal, bo, ash);
    expect([await bo.text(id), await ash.text(id), isTold(bo)]).toEqual([
      "It is late.",
      "It is late.",
      true,
    ]);

    const other = await ward();
    await other.save(other.ash, other.remark(other.me(other.ash), "It is late."));
    await other.level(other.ash, other.bo, other.mal);
    const early = await other.stateAt(other.mal, id);
    await other.save(other.ash, other.remark(other.me(other.ash), "It was my mistake."));
    // Bo is away, and finds the change and what is said again in one page.
    await other.level(other.ash, other.mal);
    const latest = await other.stateAt(other.mal, id);
    const again = value(replica.revise(latest, value(replica.read(early))));
    await other.mal.cheat(id, replica.withProofs(again, replica.proofs(early)));
    await other.level(other.mal, other.bo, other.ash);
    expect([await other.bo.text(id), await other.ash.text(id)]).toEqual([
      "It was my mistake.",
      "It was my mistake.",
    ]);
    expect(other.isTold(other.bo)).toBe(true);

    const third = await ward();
    await third.save(third.ash, third.remark(third.me(third.ash), "My idea."));
    await third.level(third.ash, third.bo, third.mal);
    await third.save(third.mal, third.remark(third.me(third.mal), "My idea."));
    await third.level(third.mal, third.bo);
    expect(value(await third.bo.vault().open(id)).record).toMatchObject({
      by: third.me(third.ash),
    });
  });

  it("a name is its own device's, and only a member's", async () => {
    const { bo, ash, mal, me, space, level, save, device } = await ward();
    const named = (by: MemberId, name: string): MemberName => ({
      kind: "member-name",
      id: by as string as SharedId,
      space,
      by,
      name,
      createdAt: now,
      editedAt: now,
      editedBy: by,
      deletedAt: null,
    });
    await mal.cheat(me(ash), replica.begin(named(me(ash), "Dr. Nobody")));
    const outside = await device(77);
    const keys = await outside.tools().crypto.newDevice();
    const nobody = Buffer.from(keys.keys.signing).toString("base64url") as MemberId;
    await save(mal, named(me(mal), "Mal"));
    await mal.cheat(nobody, replica.begin(named(nobody, "Ash")));
    await level(mal, bo);
    const nameAt = async (of: MemberId) => (await bo.vault().open(of as string as SharedId)).ok;
    expect([await nameAt(me(ash)), await nameAt(nobody), await nameAt(me(mal))]).toEqual([
      false,
      false,
      true,
    ]);
  });

  it("nobody is made an author, quoted or said to have withdrawn by somebody else; withdrawn stays so", async () => {
    const { ash, bo, mal, me, space, save, level, stateAt } = await ward();
    const shared = proposal(space, me(ash));
    await save(ash, shared);
    await level(ash, bo, mal);
    const quote = { id: "f", under: "idea", text: "I never said so.", happenedAt: now } as const;
    const attacks = [
      { ...shared, authors: [me(ash), me(bo)] },
      { ...shared, excerpts: [...shared.excerpts, { ...quote, by: me(bo) }] },
      { ...shared, excerpts: shared.excerpts.map((one) => ({ ...one, text: "Somebody came." })) },
      withdrawProposal(shared, me(ash), now),
      { ...shared, by: me(mal), authors: [me(mal)] },
    ];
    for (const next of attacks) {
      const cheater = await ward();
      await cheater.save(cheater.ash, proposal(cheater.space, cheater.me(cheater.ash)));
      await cheater.level(cheater.ash, cheater.bo, cheater.mal);
      const before = value(await cheater.bo.vault().open(shared.id)).record;
      const text = JSON.stringify(next)
        .replaceAll(space, cheater.space)
        .replaceAll(me(ash), cheater.me(cheater.ash))
        .replaceAll(me(bo), cheater.me(cheater.bo))
        .replaceAll(me(mal), cheater.me(cheater.mal));
      const theirs = await cheater.stateAt(cheater.mal, shared.id);
      await cheater.mal.cheat(shared.id, value(replica.revise(theirs, JSON.parse(text))));
      await cheater.level(cheater.mal, cheater.bo);
      expect(value(await cheater.bo.vault().open(shared.id)).record).toEqual(before);
      expect(cheater.isTold(cheater.bo)).toBe(true);
    }
    await save(ash, withdrawProposal(shared, me(ash), now));
    await level(ash, bo, mal);
    await mal.cheat(shared.id, value(replica.revise(await stateAt(mal, shared.id), shared)));
    await level(mal, bo);
    expect(value(await bo.vault().open(shared.id)).record).toMatchObject({ withdrawnAt: now });
  });

  it("a change is shown under the name of who wrote it, and under nobody's where somebody else slipped it in [A5]", async () => {
    const { ash, bo, mal, me, space, save, level, stateAt } = await ward();
    const shared = proposal(space, me(ash));
    await save(ash, shared);
    await level(ash, bo, mal);
    const shownTo = async (of: SimDevice) => {
      const page = value(await of.vault().history(shared.id));
      return page.map(({ record }) => (record.kind === "shared-proposal" ? record.editedBy : null));
    };
    // The latest change stays in Ash's name, with words that are not Ash's.
    await mal.cheat(
      shared.id,
      value(replica.revise(await stateAt(mal, shared.id), { ...shared, idea: "Cancel it." })),
    );
    await level(mal, bo, ash);
    expect(proposalAt(await stateAt(ash, shared.id))).toMatchObject({ idea: "Cancel it." });
    await save(bo, {
      ...proposalAt(await stateAt(bo, shared.id)),
      editedBy: me(bo),
      known: { ...shared.known, evidence: "None." },
    });
    await level(bo, ash);
    expect(await shownTo(ash)).toEqual([someone]);
    await save(ash, {
      ...proposalAt(await stateAt(ash, shared.id)),
      editedBy: me(ash),
      stage: "adopted",
    });
    await level(ash, bo);
    expect((await shownTo(bo)).at(0)).toBe(me(bo));
  });
});

describe("what is not proved is shown under nobody's name [A1]", () => {
  it("a version of a sentence that was put into a colleague's mouth", async () => {
    const { ash, bo, mal, me, space, save, level, stateAt } = await ward();
    const shared = { ...proposal(space, me(ash)), problem: "We ran out." };
    await save(ash, shared);
    await level(ash, bo, mal);
    const was = sentenceMark("We ran out.");
    const rewritings = [
      { by: me(bo), part: "problem", n: 1, saw: {}, was, now: "Bo lost the keys." },
      { by: me(mal), part: "problem", n: 1, saw: {}, was, now: "Keys were lost." },
    ];
    const theirs = await stateAt(mal, shared.id);
    await mal.cheat(shared.id, value(replica.revise(theirs, { ...shared, rewritings })));
    await level(mal, ash);
    const arrived = proposalAt(await stateAt(ash, shared.id));
    expect(arrived.rewritings).toHaveLength(2);
    const shown = JSON.stringify(writtenApart(arrived.rewritings, []));
    expect(shown).toContain("Bo lost the keys.");
    for (const member of [ash, bo, mal]) expect(shown).not.toContain(me(member));
  });
});

const fileOf = async (of: SimDevice) =>
  value(readSpaceFile(value(readFileStart(value(await packSpace(of.space())))).rest));

const proposalAt = (state: Uint8Array) => {
  const record = value(replica.read(state));
  if (record.kind !== "shared-proposal") throw new Error("a proposal");
  return record;
};

describe("what somebody wrote is passed on by others, under their name [A3]", () => {
  it("when the server lost it and they have left, and by file", async () => {
    const { server, device, ash, bo, mal, me, remark, save, level, isTold } = await ward();
    await server.backUp();
    await save(bo, remark(me(bo), "I said this myself."));
    await level(bo, ash, mal);
    value(await removeMember(ash.space(), bo.space().state.device.keys.signing));
    await server.restore();
    await level(ash, mal);
    const late = await device(44);
    await letIn(ash, late, server);
    await level(late);
    expect(await late.text(id)).toBe("I said this myself.");
    expect(isTold(late)).toBe(false);

    const file = await fileOf(mal);
    const offline = await device(45);
    await letIn(ash, offline, server);
    value(await takeSpaceFile(offline.space(), file));
    expect(await offline.text(id)).toBe("I said this myself.");
    expect(isTold(offline)).toBe(false);
  });

  it("a file made by a colleague speaks for nobody but them", async () => {
    const { bo, ash, mal, me, remark, isTold } = await ward();
    await mal.cheat(id, replica.begin(remark(me(ash), "I resign.")));
    const file = await fileOf(mal);
    // What is refused does not count as brought in.
    expect(value(await takeSpaceFile(bo.space(), file))).toBe(0);
    expect(await bo.text(id)).toBeNull();
    expect(isTold(bo)).toBe(true);
  });
});
