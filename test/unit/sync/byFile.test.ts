import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { instant } from "#base/Clock.ts";
import type { ProposalId } from "#core/identifiers.ts";
import { blankProposal } from "#core/proposal/blankProposal.ts";
import type { InvitationId, MemberId, SharedId, SpaceId } from "#core/space/identifiers.ts";
import type { SharedProposal } from "#core/space/SharedProposal.ts";
import { shareProposal } from "#core/space/shareProposal.ts";
import { readSpaceFile } from "#sync/spaceFile.ts";
import { openTeamDevice, type TeamDevice } from "../../simulation/openTeamDevice.ts";
import { seededRandom } from "../replica/seededRandom.ts";
import { value } from "../vault/openTestJournal.ts";

const open: TeamDevice[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});
const now = instant(1_795_358_451_000);
const proposalId = "proposalproposalpropos" as SharedId;
const canaries = ["quillcanary", "Elm corridor", "Amina", "Bronwen"];
const failed = (type: string) => ({ ok: false, error: { type } });

async function openDevice(seed: number): Promise<TeamDevice> {
  const device = await openTeamDevice({ random: seededRandom(seed) });
  open.push(device);
  return device;
}
const stateOf = async (device: TeamDevice, space: SpaceId) =>
  (await device.spaces.list()).find(({ id }) => id === space);

/** Everything a device has: nothing of it changes where a file is refused. */
async function all(device: TeamDevice) {
  const spaces = await device.spaces.list();
  return { spaces, records: [...(await device.records())] };
}

async function makeTeam(device: TeamDevice): Promise<SpaceId> {
  const order = { kind: "team", name: "Elm corridor", myName: "Amina", server: null } as const;
  return value(await device.spaces.make(order));
}

/** Lets `second` in by three files; gives the words that both compare, and the files. */
async function meet(first: TeamDevice, second: TeamDevice, space: SpaceId) {
  const invitation = value(await first.spaces.inviteByFile(space));
  expect(value(await second.spaces.joinByFile(invitation, "team", "Bronwen"))).toBe(space);
  const answer = value(await second.spaces.answerFile(space));
  const before = value(await first.spaces.exportSpace(space));
  expect(value(await first.spaces.takeAnswer(answer))).toBe(space);
  const [waiting] = await first.spaces.invitations(space);
  value(await first.spaces.admit(space, waiting?.id as InvitationId));
  const state = (await stateOf(second, space))?.state;
  const whole = value(await first.spaces.exportSpace(space));
  return {
    ours: waiting?.answer?.words,
    theirs: state?.type === "joining" ? state.words : [],
    name: waiting?.answer?.name,
    files: { invitation, answer, before, whole },
  };
}

async function share(device: TeamDevice, space: SpaceId, by: MemberId): Promise<SharedProposal> {
  const draft = { ...blankProposal("p" as ProposalId, now), title: "Fans quillcanary" };
  const sharing = { id: proposalId, space, by, now, excerpts: [] };
  const shared = shareProposal(draft, sharing);
  value(await device.opened.vault.save([{ basis: null, next: shared }]));
  return shared;
}
async function write(device: TeamDevice, change: (was: SharedProposal) => SharedProposal) {
  const { record, basis } = value(await device.opened.vault.open(proposalId));
  if (record.kind !== "shared-proposal") throw new Error("a shared proposal");
  value(await device.opened.vault.save([{ basis, next: change(record) }]));
}
const meOf = async (device: TeamDevice, space: SpaceId) =>
  (await stateOf(device, space))?.me as MemberId;

/** Two devices in one team, without a server, with a proposal on both. */
async function twoDevices(seed: number) {
  const [first, second] = [await openDevice(seed), await openDevice(seed + 1)];
  const space = await makeTeam(first);
  const met = await meet(first, second, space);
  value(await second.spaces.importSpace(met.files.whole));
  await share(first, space, await meOf(first, space));
  const file = value(await first.spaces.exportSpace(space));
  value(await second.spaces.importSpace(file));
  return { first, second, space, file };
}

describe("a team without a server", () => {
  it("lets a second device in by three files, with the same six words on both sides", async () => {
    const [first, second] = [await openDevice(41), await openDevice(42)];
    const space = await makeTeam(first);
    const met = await meet(first, second, space);
    expect(met.name).toBe("Bronwen");
    expect(met.ours).toHaveLength(6);
    expect(met.ours).toEqual(met.theirs);
    expect(await second.spaces.importSpace(met.files.before)).toEqual(failed("NotAdmitted"));
    expect((await stateOf(second, space))?.state.type).toBe("joining");
    value(await second.spaces.importSpace(met.files.whole));
    const joined = await stateOf(second, space);
    expect(joined).toMatchObject({ state: { type: "open" }, name: "Elm corridor", server: null });
    const back = value(await second.spaces.exportSpace(space));
    value(await first.spaces.importSpace(back));
    const names = (await stateOf(first, space))?.members.map(({ name }) => name);
    expect(names).toEqual(["Amina", "Bronwen"]);
    for (const file of [...Object.values(met.files), back]) {
      const said = Buffer.from(file).toString("latin1");
      for (const canary of canaries) expect(said).not.toContain(canary);
    }
  });

  it("an invitation lets in once: a second answer is told and changes nothing, nor does one to an invitation withdrawn", async () => {
    const [first, second, third] = [
      await openDevice(43),
      await openDevice(44),
      await openDevice(45),
    ];
    const space = await makeTeam(first);
    const invitation = value(await first.spaces.inviteByFile(space));
    for (const joiner of [second, third])
      value(await joiner.spaces.joinByFile(invitation, "team", "Bo"));
    const answers = [
      value(await second.spaces.answerFile(space)),
      value(await third.spaces.answerFile(space)),
    ] as const;
    value(await first.spaces.takeAnswer(answers[0]));
    const [waiting] = await first.spaces.invitations(space);
    expect(await first.spaces.takeAnswer(answers[1])).toEqual(failed("AnsweredTwice"));
    expect(value(await first.spaces.takeAnswer(answers[0]))).toBe(space);
    expect(await first.spaces.invitations(space)).toEqual([waiting]);
    value(await first.spaces.admit(space, waiting?.id as InvitationId));
    expect(await first.spaces.takeAnswer(answers[1])).toEqual(failed("InvitationGone"));
    const file = value(await first.spaces.exportSpace(space));
    expect(await third.spaces.importSpace(file)).toEqual(failed("NotAdmitted"));
  });

  it("who was let in is called as they answered until a file says what they are called", async () => {
    const [first, second] = [await openDevice(47), await openDevice(48)];
    const space = await makeTeam(first);
    const { files } = await meet(first, second, space);
    const names = async () => (await stateOf(first, space))?.members.map(({ name }) => name);
    expect(await names()).toEqual(["Amina", "Bronwen"]);
    value(await second.spaces.importSpace(files.whole));
    value(await second.spaces.nameMe(space, "Bron"));
    value(await first.spaces.importSpace(value(await second.spaces.exportSpace(space))));
    expect(await names()).toEqual(["Amina", "Bron"]);
  });

  it("an invitation to where one is, or waits already, is told before a name is asked for", async () => {
    const [first, second] = [await openDevice(55), await openDevice(56)];
    const space = await makeTeam(first);
    const invitation = value(await first.spaces.inviteByFile(space));
    const already = { ok: false, error: { type: "AlreadyMember", space } };
    expect(await first.spaces.readInvitation(invitation)).toEqual(already);
    expect(value(await second.spaces.readInvitation(invitation))).toEqual({ kind: "team" });
    value(await second.spaces.joinByFile(invitation, "team", "Bronwen"));
    expect(await second.spaces.readInvitation(invitation)).toEqual(already);
  });

  it("a link is read with what a letter puts around it, and not where a piece of it is gone", async () => {
    const device = await openDevice(57);
    const link = `https://ward.example/join#v1.${"A".repeat(22)}.${"B".repeat(42)}A`;
    const read = { server: "https://ward.example", kind: "team" };
    for (const pasted of [
      link,
      `<${link}>. `,
      `(${link}).`,
      `"${link}"`,
      `Here: ${link}\nAsh`,
      link.replace("https", "HTTPS"),
    ])
      expect(value(await device.spaces.readLink(pasted))).toEqual(read);
    expect(await device.spaces.readLink(`<${link.slice(0, -3)}>.`)).toEqual(
      failed("NotAnInvitation"),
    );
  });

  it("edits made apart are merged both ways, and a file taken in twice changes nothing", async () => {
    const { first, second, space } = await twoDevices(51);
    await write(first, (was) => ({ ...was, problem: "We ran out by Tuesday." }));
    await write(second, (was) => ({ ...was, idea: "Order fans before June." }));
    const files = [
      value(await first.spaces.exportSpace(space)),
      value(await second.spaces.exportSpace(space)),
    ] as const;
    expect(value(await second.spaces.importSpace(files[0])).changed).toBe(1);
    value(await first.spaces.importSpace(files[1]));
    const merged = {
      title: "Fans quillcanary",
      problem: "We ran out by Tuesday.",
      idea: "Order fans before June.",
    };
    for (const device of [first, second]) {
      expect((await device.records()).get(proposalId)).toMatchObject(merged);
    }
    expect(value(await second.spaces.importSpace(files[0])).changed).toBe(0);
  });

  it("carries on what came by file: a third device gets everything from the second", async () => {
    const { first, second, space } = await twoDevices(53);
    const third = await openDevice(55);
    const met = await meet(first, third, space);
    value(await second.spaces.importSpace(met.files.whole));
    await write(first, (was) => ({ ...was, problem: "Never sent to the third." }));
    value(await second.spaces.importSpace(value(await first.spaces.exportSpace(space))));
    value(await third.spaces.importSpace(value(await second.spaces.exportSpace(space))));
    expect((await third.records()).get(proposalId)).toMatchObject({
      problem: "Never sent to the third.",
    });
  });

  it("tells how much stands in no file yet", async () => {
    const { first, space } = await twoDevices(56);
    expect((await stateOf(first, space))?.status).toMatchObject({
      exchange: { type: "byFile" },
      toSend: 0,
    });
    await write(first, (was) => ({ ...was, problem: "New." }));
    expect((await stateOf(first, space))?.status.toSend).toBe(1);
    value(await first.spaces.exportSpace(space));
    expect((await stateOf(first, space))?.status.toSend).toBe(0);
  });
});

describe("a file that is refused says why, and changes nothing", () => {
  it("a newer version, another kind, no file of ours, and one of another space", async () => {
    const { first, second, file } = await twoDevices(61);
    const stranger = await openDevice(63);
    await makeTeam(stranger);
    const newer = new Uint8Array(file);
    newer[8] = 2;
    const before = await all(second);
    expect(await second.spaces.importSpace(newer)).toEqual(failed("NewerFile"));
    expect(await second.spaces.fileKind(newer)).toEqual(failed("NewerFile"));
    // As is one of this version whose content a later one made.
    const later = new Uint8Array(file);
    later[Buffer.from(file).indexOf(value(readSpaceFile(file.subarray(9))).manifest)] = 2;
    expect(await second.spaces.importSpace(later)).toEqual(failed("NewerFile"));
    expect(await second.spaces.importSpace(new Uint8Array(40))).toEqual(failed("NotASpaceFile"));
    expect(await second.spaces.joinByFile(file, "team", "Bo")).toEqual(failed("NotASpaceFile"));
    expect(await second.spaces.fileKind(file)).toEqual({ ok: true, value: "space" });
    expect(await all(second)).toEqual(before);
    expect(await stranger.spaces.importSpace(file)).toEqual(failed("NotMember"));
    expect((await stranger.records()).has(proposalId)).toBe(false);
    expect(await first.spaces.joinByFile(new Uint8Array(0), "team", "Bo")).toEqual(
      failed("NotASpaceFile"),
    );
  });

  it("wherever it is cut or one byte is changed", async () => {
    const { first, second, space } = await twoDevices(64);
    await write(first, (was) => ({ ...was, problem: "Only whole." }));
    const file = value(await first.spaces.exportSpace(space));
    const before = await all(second);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(file.length - 1),
        fc.integer({ min: 1, max: 255 }),
        fc.boolean(),
        async (at, flip, cuts) => {
          const bytes = cuts ? file.slice(0, at) : new Uint8Array(file);
          if (!cuts) bytes[at] = (bytes[at] ?? 0) ^ flip;
          const taken = await second.spaces.importSpace(bytes);
          expect(taken.ok).toBe(false);
          expect(await all(second)).toEqual(before);
        },
      ),
      { numRuns: 60 },
    );
    // The control: untouched it is taken in.
    expect(value(await second.spaces.importSpace(file)).changed).toBe(1);
  });

  it("who was removed reads nothing new, keeps what they had, and is told; their files are refused", async () => {
    const { first, second, space } = await twoDevices(67);
    const theirs = value(await second.spaces.exportSpace(space));
    value(await first.spaces.remove(space, await meOf(second, space)));
    await write(first, (was) => ({ ...was, problem: "After the removal." }));
    const before = await all(first);
    expect(await first.spaces.importSpace(theirs)).toEqual(failed("ByFormer"));
    expect((await all(first)).records).toEqual(before.records);
    const file = value(await first.spaces.exportSpace(space));
    expect(await second.spaces.importSpace(file)).toEqual(failed("Removed"));
    expect((await stateOf(second, space))?.state.type).toBe("removed");
    expect((await second.records()).get(proposalId)).toMatchObject({ problem: "" });
    expect(await second.spaces.exportSpace(space)).toMatchObject({ ok: false });
  });

  it("members changed on two devices apart", async () => {
    const { first, second, space } = await twoDevices(70);
    const third = await openDevice(72);
    value(await first.spaces.setRole(space, await meOf(second, space), "facilitator"));
    value(await second.spaces.importSpace(value(await first.spaces.exportSpace(space))));
    await meet(first, third, space);
    value(await second.spaces.setRole(space, await meOf(first, space), "member"));
    const file = value(await second.spaces.exportSpace(space));
    const before = await all(first);
    expect(await first.spaces.importSpace(file)).toEqual(failed("Forked"));
    expect(await all(first)).toEqual(before);
  });
});
