import { describe, expect, it } from "vitest";
import { createSpaceCrypto } from "#app/workers/vault/spaces/createSpaceCrypto.ts";
import { instant } from "#base/Clock.ts";
import { newId } from "#base/newId.ts";
import { err } from "#base/Result.ts";
import { isUnsent, unsentField } from "#core/entry/unsentWords.ts";
import type { ProposalId } from "#core/identifiers.ts";
import { blankProposal } from "#core/proposal/blankProposal.ts";
import type { SharedId, SpaceId } from "#core/space/identifiers.ts";
import type { SharedProposal } from "#core/space/SharedProposal.ts";
import { shareProposal } from "#core/space/shareProposal.ts";
import type { Transport } from "#sync/ports/Transport.ts";
import { tellingId, tellsOf } from "#sync/tellingId.ts";
import { nodeTransport } from "../../simulation/nodeTransport.ts";
import { type TeamDevice, until } from "../../simulation/openTeamDevice.ts";
import { seededRandom } from "../replica/seededRandom.ts";
import { startMailbox } from "../server/mailbox/startMailbox.ts";
import { value } from "../vault/openTestJournal.ts";
import { cutOff } from "./cutOff.ts";
import { endAfterTest, hears, letIn, openDevice, openTeam, say, shownAt } from "./openTeam.ts";

const random = seededRandom(7);

async function team(orders: Parameters<typeof openTeam>[1] = []) {
  const mailbox = await startMailbox();
  endAfterTest(mailbox.stop);
  return openTeam(mailbox.origin, orders);
}
const me = async (of: TeamDevice, space: SpaceId) => (await shownAt(of, space)).me;

describe("[J1] an invitation, opened by whoever is in that team", () => {
  it("is left for somebody else", async () => {
    const { one, other, space } = await team();
    const { link } = value(await one.spaces.invite(space, "member"));
    expect(await other.spaces.join(link, "team", "Bo")).toEqual({
      ok: false,
      error: { type: "AlreadyMember", space },
    });
    expect(value(await (await openDevice(43)).spaces.join(link, "team", "Cleo"))).toBe(space);
  });

  it("is told by its id to those who know the space's, and no other space's is", async () => {
    const crypto = createSpaceCrypto(random);
    const to = "headroom invitation to";
    const [space, elsewhere] = [random.bytes(16), random.bytes(16)];
    const id = await tellingId(to, space, random.bytes(16), crypto);
    expect(id).toHaveLength(16);
    expect(await tellsOf(to, space, id, crypto)).toBe(true);
    expect(await tellsOf(to, elsewhere, id, crypto)).toBe(false);
    expect(await tellsOf(to, space, random.bytes(16), crypto)).toBe(false);
  });
});

describe("who was removed, or left, and is invited again", () => {
  it.each(["removed", "left"] as const)(
    "%s: waits with six words, is let in, keeps what they had received, and words go both ways again",
    async (how) => {
      const { one, other, space } = await team();
      const early = await say(one, space, "From before.");
      const theirs = await say(other, space, "Mine from before.");
      await hears(other, early);
      await hears(one, theirs);
      const before = await me(other, space);
      if (how === "left") value(await other.spaces.leave(space));
      else value(await one.spaces.remove(space, before));
      await until(async () => (await shownAt(one, space)).members.length === 1);
      const between = await say(one, space, "While away.");
      await until(async () => (await shownAt(one, space)).status.exchange.type === "level");

      await letIn(one, other, space);
      expect(await me(other, space)).not.toBe(before);
      expect([...(await other.records()).keys()]).toEqual(expect.arrayContaining([early, theirs]));
      await hears(other, between);
      await hears(one, await say(other, space, "Back again."));
      await hears(other, await say(one, space, "Welcome back."));
      expect((await shownAt(other, space)).status.told).toEqual([]);
      expect((await other.spaces.list()).length).toBe(1);
    },
  );

  it("is told how many of their changes were not sent, each once, and has their words when in again", async () => {
    const line = cutOff(nodeTransport);
    const { one, other, space } = await team([{}, { transportTo: line.to }]);
    await hears(one, await say(other, space, "This was sent."));
    // What is said from then on finds no way.
    line.cut();
    await until(async () => (await shownAt(other, space)).status.live === "off");
    const unsent = await say(other, space, "Said while cut off.");
    await say(other, space, "And this.");
    const { basis, record } = value(await other.opened.vault.open(unsent));
    value(await other.opened.vault.save([{ basis, next: { ...record, editedAt: instant(2) } }]));
    value(await one.spaces.remove(space, await me(other, space)));
    line.mend();
    await other.spaces.tryNow();
    await until(async () => (await shownAt(other, space)).status.exchange.type === "refused");
    expect(value(await other.spaces.unsentChanges(space))).toHaveLength(2);

    await letIn(one, other, space);
    const drafts = value(await other.opened.vault.drafts());
    expect(drafts.flatMap(({ parts }) => parts.map(({ text }) => text)).sort()).toEqual([
      "And this.",
      "Said while cut off.",
    ]);
    expect(drafts.every(isUnsent)).toBe(true);
    expect((await one.records()).has(unsent)).toBe(false);
    expect(value(await other.spaces.unsentChanges(space))).toEqual([]);
    // Nobody else has it, so it does not stand here as said.
    expect((await other.records()).has(unsent)).toBe(false);
  });

  it("has all words of a proposal that they had put into the team and that was never sent", async () => {
    const line = cutOff(nodeTransport);
    const { one, other, space } = await team([{}, { transportTo: line.to }]);
    line.cut();
    await until(async () => (await shownAt(other, space)).status.live === "off");
    const by = await me(other, space);
    const sharing = { id: newId(random) as SharedId, space, by, now: instant(1), excerpts: [] };
    const draft = { ...blankProposal("p" as ProposalId, instant(1)), title: "Quiet lamps" };
    const copy = value(
      await other.spaces.importProposal(
        { ...shareProposal(draft, sharing), problem: "Nobody could sleep." },
        space,
      ),
    );
    value(await one.spaces.remove(space, by));
    line.mend();
    await other.spaces.tryNow();
    await until(async () => (await shownAt(other, space)).status.exchange.type === "refused");
    expect((await other.records()).has(copy)).toBe(true);

    await letIn(one, other, space);
    const drafts = value(await other.opened.vault.drafts());
    expect(drafts.flatMap(({ parts }) => parts)).toMatchObject([
      { part: unsentField(space, copy), text: "Quiet lamps\n\nNobody could sleep." },
    ]);
    expect((await other.records()).has(copy)).toBe(false);
  });

  it("carries nothing that was not sent along with what they change when in again", async () => {
    const line = cutOff(nodeTransport);
    const { one, other, space } = await team([{}, { transportTo: line.to }]);
    const shared = shareProposal(
      { ...blankProposal("p" as ProposalId, instant(1)), title: "Bells" },
      {
        id: newId(random) as SharedId,
        space,
        by: await me(one, space),
        now: instant(1),
        excerpts: [],
      },
    );
    value(await one.opened.vault.save([{ basis: null, next: shared }]));
    await hears(other, shared.id);
    const change = async (of: TeamDevice, fields: Partial<SharedProposal>) => {
      const { basis, record } = value(await of.opened.vault.open(shared.id));
      const by = { editedBy: await me(of, space), editedAt: instant(2) };
      value(
        await of.opened.vault.save([
          { basis, next: { ...(record as SharedProposal), ...by, ...fields } },
        ]),
      );
    };
    const ideaAt = async (of: TeamDevice) =>
      (value(await of.opened.vault.open(shared.id)).record as SharedProposal).idea;
    line.cut();
    await until(async () => (await shownAt(other, space)).status.live === "off");
    await change(other, { idea: "Never sent." });
    value(await one.spaces.remove(space, await me(other, space)));
    await change(one, { problem: "Said meanwhile." });
    line.mend();
    await other.spaces.tryNow();
    await until(async () => (await shownAt(other, space)).status.exchange.type === "refused");
    expect(await ideaAt(other)).toBe("Never sent.");

    await letIn(one, other, space);
    await hears(other, shared.id);
    await until(async () => {
      const { problem } = value(await other.opened.vault.open(shared.id)).record as SharedProposal;
      return problem === "Said meanwhile.";
    });
    expect(await ideaAt(other)).toBe("");
    await change(other, { title: "Bells at night" });
    await until(async () => {
      const { title } = value(await one.opened.vault.open(shared.id)).record as SharedProposal;
      return title === "Bells at night";
    });
    expect(await ideaAt(one)).toBe("");
  });

  it("keeps the copy that they had where the answer does not reach the server", async () => {
    let isCut = false;
    const whileAsking: (readonly SpaceId[])[] = [];
    const transportTo = (origin: string): Transport => {
      const way = nodeTransport(origin);
      const isLost = (path: string) => isCut && path.endsWith("/answer");
      return {
        ...way,
        send: async (order) => {
          if (!isLost(order.path)) return way.send(order);
          whileAsking.push(await other.spaces.kept());
          return err({ type: "Unreachable" });
        },
      };
    };
    const { one, other, space } = await team([{}, { transportTo }]);
    const early = await say(one, space, "From before.");
    await hears(other, early);
    value(await one.spaces.remove(space, await me(other, space)));
    const { link, id } = value(await one.spaces.invite(space, "member"));
    isCut = true;
    expect(await other.spaces.join(link, "team", "Bo")).toEqual({
      ok: false,
      error: { type: "Offline" },
    });
    // While it gives way it is on this device all the same.
    expect(whileAsking).toEqual([[space]]);
    expect((await shownAt(other, space)).state.type).toBe("open");
    expect((await other.records()).has(early)).toBe(true);
    isCut = false;
    expect(value(await other.spaces.join(link, "team", "Bo"))).toBe(space);
    await until(async () => {
      await one.spaces.tryNow();
      return (await one.spaces.invitations(space))[0]?.answer ?? null;
    });
    value(await one.spaces.admit(space, id));
    await hears(other, await say(one, space, "Welcome back."));
  });
});
