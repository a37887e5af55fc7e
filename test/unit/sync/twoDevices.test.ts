import { afterEach, describe, expect, it } from "vitest";
import { instant } from "#base/Clock.ts";
import { newId } from "#base/newId.ts";
import type { ProposalId } from "#core/identifiers.ts";
import { blankProposal } from "#core/proposal/blankProposal.ts";
import type { MemberId, SharedId, SpaceId } from "#core/space/identifiers.ts";
import type { Comment } from "#core/space/SharedRecord.ts";
import { shareProposal } from "#core/space/shareProposal.ts";
import { openTeamDevice, type TeamDevice, until } from "../../simulation/openTeamDevice.ts";
import { seededRandom } from "../replica/seededRandom.ts";
import { startMailbox, type TestMailbox } from "../server/mailbox/startMailbox.ts";
import { draftOf, textOf, value } from "../vault/openTestJournal.ts";

const open: { close?: () => Promise<void>; stop?: () => Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await (one.close ?? one.stop)?.();
});

async function server(): Promise<TestMailbox> {
  const mailbox = await startMailbox();
  open.push(mailbox);
  return mailbox;
}
async function device(seed: number): Promise<TeamDevice> {
  const opened = await openTeamDevice({ random: seededRandom(seed) });
  open.push(opened);
  return opened;
}

const commentOf = (space: SpaceId, by: MemberId, text: string): Comment => ({
  kind: "comment",
  id: newId(seededRandom(text.length)) as SharedId,
  space,
  by,
  about: "proposal" as SharedId,
  replyTo: null,
  text,
  createdAt: 1 as Comment["createdAt"],
  editedAt: 1 as Comment["editedAt"],
  editedBy: by,
  deletedAt: null,
});

const nameOf = async (of: TeamDevice, space: SpaceId) =>
  (await of.spaces.list()).find(({ id }) => id === space);

/** Makes a team on one device and lets the other in. */
async function team(origin: string, kind: "own" | "team" = "team") {
  const [one, other] = [await device(11), await device(12)];
  const space = value(
    await one.spaces.make({ kind, name: "Ward 7", myName: "Ash", server: origin }),
  );
  const role = kind === "own" ? "facilitator" : "member";
  const { link, id } = value(await one.spaces.invite(space, role));
  expect(value(await other.spaces.join(link, kind, "Bo"))).toBe(space);
  const answered = await until(async () => {
    await one.spaces.tryNow();
    const [invitation] = await one.spaces.invitations(space);
    return invitation?.answer ?? null;
  });
  const joining = await nameOf(other, space);
  expect(joining?.state).toEqual({ type: "joining", words: answered.words });
  value(await one.spaces.admit(space, id));
  await until(async () => (await nameOf(other, space))?.state.type === "open");
  return { one, other, space };
}

const textAt = async (of: TeamDevice, id: string) => {
  const record = (await of.records()).get(id);
  return record?.kind === "comment" ? record.text : null;
};

describe("two devices through the real server", () => {
  it("join by link, compare six words, know each other's names, and read what the other writes", async () => {
    const { origin } = await server();
    const { one, other, space } = await team(origin);
    const seen = await until(async () => {
      const shown = await nameOf(other, space);
      return shown?.members.every(({ name }) => name !== "") && shown.name !== "" ? shown : null;
    });
    expect(seen.name).toBe("Ward 7");
    expect(seen.members.map(({ name, role, isMe }) => [name, role, isMe])).toEqual([
      ["Ash", "facilitator", false],
      ["Bo", "member", true],
    ]);
    const comment = commentOf(space, seen.me, "The trolley is always at the far end.");
    value(await other.opened.vault.save([{ basis: null, next: comment }]));
    await until(async () => (await textAt(one, comment.id)) === comment.text);

    const shared = shareProposal(
      { ...blankProposal("p" as ProposalId, instant(1)), title: "Move the trolley" },
      { id: "shared" as SharedId, space, by: seen.me, now: instant(1), excerpts: [] },
    );
    value(await other.opened.vault.save([{ basis: null, next: shared }]));
    const opened = await until(async () => {
      const found = await one.opened.vault.open(shared.id);
      return found.ok ? found.value : null;
    });
    const here = value(await other.opened.vault.open(shared.id));
    const me = (await nameOf(one, space))?.me ?? seen.me;
    const says = (title: string, editedBy: MemberId) => ({ ...shared, title, editedBy });
    value(
      await one.opened.vault.save([
        { basis: opened.basis, next: says(`Yes: ${shared.title}`, me) },
      ]),
    );
    value(
      await other.opened.vault.save([
        { basis: here.basis, next: says(`${shared.title} now`, seen.me) },
      ]),
    );
    const both = `Yes: ${shared.title} now`;
    const titleAt = async (of: TeamDevice) => {
      const record = (await of.records()).get(shared.id);
      return record?.kind === "shared-proposal" ? record.title : null;
    };
    await until(async () => (await titleAt(one)) === both);
    await until(async () => (await titleAt(other)) === both);
  });

  it("one's own devices share the whole journal; a team gets none of it", async () => {
    const { origin } = await server();
    const one = await device(21);
    const { entry } = value(await one.opened.vault.keepDraft(draftOf("Only mine.")));
    const mine = value(
      await one.spaces.make({ kind: "own", name: "", myName: "Tablet", server: origin }),
    );
    const ward = value(
      await one.spaces.make({ kind: "team", name: "Ward", myName: "Ash", server: origin }),
    );
    const [tablet, colleague] = [await device(22), await device(23)];
    for (const [space, joiner] of [
      [mine, tablet],
      [ward, colleague],
    ] as const) {
      const { link, id } = value(await one.spaces.invite(space, "facilitator"));
      value(await joiner.spaces.join(link, space === mine ? "own" : "team", "Other"));
      await until(async () => {
        await one.spaces.tryNow();
        return (await one.spaces.invitations(space))[0]?.answer ?? null;
      });
      value(await one.spaces.admit(space, id));
    }
    const { entry: later } = value(await one.opened.vault.keepDraft(draftOf("Mine, later.")));
    await until(async () => textOf((await tablet.records()).get(later.id)) === "Mine, later.");
    expect(textOf((await tablet.records()).get(entry.id))).toBe("Only mine.");
    await until(async () => (await colleague.records()).size === 4);
    const kinds = [...(await colleague.records()).values()].map(({ kind }) => kind);
    expect(kinds).not.toContain("entry");
    expect(new Set(kinds)).toEqual(new Set(["space-facts", "member-name", "voice-box"]));
  });

  it("a removed member reads nothing new, and the others go on", async () => {
    const { origin } = await server();
    const { one, other, space } = await team(origin);
    const bo = await until(
      async () =>
        (await nameOf(one, space))?.members.find(({ isMe, name }) => !isMe && name !== "") ?? null,
    );
    value(await one.spaces.remove(space, bo.id));
    const me = (await nameOf(one, space))?.me;
    if (me === undefined) throw new Error("a member");
    const secret = commentOf(space, me, "After you left.");
    value(await one.opened.vault.save([{ basis: null, next: secret }]));
    await until(async () => (await nameOf(one, space))?.status.exchange.type === "level");
    const refused = await until(async () => {
      await other.spaces.tryNow();
      const status = (await nameOf(other, space))?.status.exchange;
      return status?.type === "refused" ? status : null;
    });
    expect(refused.why).toEqual({ type: "NotMember" });
    expect(await textAt(other, secret.id)).toBeNull();
  });
});
