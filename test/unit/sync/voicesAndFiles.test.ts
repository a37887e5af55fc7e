import { afterEach, describe, expect, it } from "vitest";
import { createVoiceDoor } from "#app/workers/vault/spaces/voices/createVoiceDoor.ts";
import { instant } from "#base/Clock.ts";
import { newId } from "#base/newId.ts";
import type { ProposalId } from "#core/identifiers.ts";
import { blankProposal } from "#core/proposal/blankProposal.ts";
import type { MemberId, SharedId, SpaceId } from "#core/space/identifiers.ts";
import type { Ask, VoiceBox } from "#core/space/SharedRecord.ts";
import { shareProposal, withdrawProposal } from "#core/space/shareProposal.ts";
import { beginVoiceBox } from "#core/space/voices.ts";
import type { Transport } from "#sync/ports/Transport.ts";
import { nodeTransport } from "../../simulation/nodeTransport.ts";
import { openTeamDevice, type TeamDevice, until } from "../../simulation/openTeamDevice.ts";
import { seededRandom } from "../replica/seededRandom.ts";
import { startMailbox, type TestMailbox } from "../server/mailbox/startMailbox.ts";
import { value } from "../vault/openTestJournal.ts";
import { letIn, openTeam, shownAt } from "./openTeam.ts";

const open: { close?: () => Promise<void>; stop?: () => Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await (one.close ?? one.stop)?.();
});
const random = seededRandom(5);
const sharedId = () => newId(random) as SharedId;
const now = instant(1_795_358_451_000);

async function begin(server: TestMailbox | null) {
  const one = await openTeamDevice({ random: seededRandom(31) });
  open.push(one);
  const made = await one.spaces.make({
    kind: "team",
    name: "Ward 7",
    myName: "Ash",
    server: server?.origin ?? null,
  });
  const space = value(made);
  const me = (await one.spaces.list())[0]?.me;
  if (me === undefined) throw new Error("a member");
  return { one, space, me };
}
const start = (space: SpaceId, by: MemberId) => ({
  id: sharedId(),
  space,
  by,
  createdAt: now,
  editedAt: now,
  editedBy: by,
  deletedAt: null,
});
const find = async (device: TeamDevice, kind: string) =>
  [...(await device.records()).values()].find((record) => record.kind === kind) ?? null;

async function mailbox(): Promise<TestMailbox> {
  const server = await startMailbox();
  open.push(server);
  return server;
}

describe("voices and answers", () => {
  it("a voice reaches the team sealed to its box; the server and its logs never see a word", async () => {
    const server = await mailbox();
    const { one, space, me } = await begin(server);
    const keys = await one.spaces.voiceKeys();
    const box: VoiceBox = {
      kind: "voice-box",
      ...start(space, me),
      takes: "voices",
      ...keys,
      question: "What would have helped you zebra-question?",
      thanks: [],
      isOpen: true,
    };
    value(await one.opened.vault.save([{ basis: null, next: box }]));
    const link = value(await one.spaces.voiceLink(space, box.id));
    const seen: Buffer[] = [];
    const door = createVoiceDoor((origin) =>
      nodeTransport(origin, (bytes) => seen.push(Buffer.from(bytes))),
    );
    expect(value(await door.open(link)).question).toBe(box.question);
    value(
      await door.send(link, {
        text: "Nobody told us when zebra-words.",
        name: "Sam",
        from: "carer",
      }),
    );
    const voice = await until(async () => {
      await one.spaces.tryNow();
      return find(one, "voice");
    });
    expect(voice).toMatchObject({
      text: "Nobody told us when zebra-words.",
      name: "Sam",
      box: box.id,
    });
    const wire = Buffer.concat(seen).toString("latin1") + server.logged();
    expect(wire).not.toContain("zebra");
    expect(wire).not.toContain(keys.publicKey);
    expect(await door.open(link.slice(0, -3))).toEqual({
      ok: false,
      error: { type: "NotAVoiceLink" },
    });
  });

  it("an answer is unnamed, and answering again replaces what was said", async () => {
    const server = await mailbox();
    const { one, space, me } = await begin(server);
    const ask: Ask = {
      kind: "ask",
      ...start(space, me),
      words: "Do the notes arrive late for you?",
      isOpen: true,
    };
    value(await one.opened.vault.save([{ basis: null, next: ask }]));
    expect(await one.spaces.ownAnswer(space, ask.id)).toBe(null);
    value(await one.spaces.answer(space, ask.id, "often"));
    expect(await one.spaces.ownAnswer(space, ask.id)).toBe("often");
    value(await one.spaces.answer(space, ask.id, "never"));
    const answer = await until(async () => {
      await one.spaces.tryNow();
      const found = await find(one, "answer");
      return found?.kind === "answer" && found.says === "never" ? found : null;
    });
    expect(answer).not.toHaveProperty("by");
    const answers = [...(await one.records()).values()].filter(({ kind }) => kind === "answer");
    expect(answers).toHaveLength(1);
  });

  it("a colleague may answer before any facilitator has", async () => {
    const server = await mailbox();
    const { one, other, space } = await openTeam(server.origin);
    await until(async () => await find(other, "voice-box"));
    value(await other.spaces.answer(space, sharedId(), "often"));
    await until(async () => {
      await one.spaces.tryNow();
      return find(one, "answer");
    });
  });

  it("whoever was removed and is in again answers as the one they were: nobody is counted twice", async () => {
    const server = await mailbox();
    const { one, other, space } = await openTeam(server.origin);
    await until(async () => await find(other, "voice-box"));
    const ask = sharedId();
    value(await other.spaces.answer(space, ask, "often"));
    const answered = async (says: string) => {
      await one.spaces.tryNow();
      const all = [...(await one.records()).values()].filter(({ kind }) => kind === "answer");
      return all.some((each) => each.kind === "answer" && each.says === says) ? all : null;
    };
    await until(() => answered("often"));
    value(await one.spaces.remove(space, (await shownAt(other, space)).me));
    await until(async () => {
      await other.spaces.tryNow();
      return (await shownAt(other, space)).status.exchange.type === "refused";
    });
    await letIn(one, other, space);
    expect(await other.spaces.ownAnswer(space, ask)).toBe("often");
    value(await other.spaces.answer(space, ask, "never"));
    expect(await until(() => answered("never"))).toHaveLength(1);
  });

  it("where a server knows no box for answers, or was asked too often, that is said and not that it is away", async () => {
    const server = await mailbox();
    const unaware = await mailbox();
    const busy = await startMailbox({
      settings: { addressRate: { burst: 1, perSecond: 0.001 } },
    });
    open.push(busy);
    let answersTo = unaware.origin;
    const transportTo = (origin: string) => ({
      ...nodeTransport(origin),
      send: (order: Parameters<Transport["send"]>[0]) =>
        nodeTransport(order.path.includes("/voices/") ? answersTo : origin).send(order),
    });
    const { other, space } = await openTeam(server.origin, [{}, { transportTo }]);
    await until(async () => await find(other, "voice-box"));
    const answer = () => other.spaces.answer(space, sharedId(), "often");
    expect(await answer()).toEqual({ ok: false, error: { type: "NoAnswerBox" } });
    answersTo = busy.origin;
    expect(await answer()).toEqual({ ok: false, error: { type: "NoAnswerBox" } });
    expect(await answer()).toEqual({ ok: false, error: { type: "TooMany" } });
    answersTo = "http://127.0.0.1:9";
    expect(await answer()).toEqual({ ok: false, error: { type: "Offline" } });
  });

  it("an answer that was changed stays so, whoever sends the earlier one again [W3]", async () => {
    const server = await mailbox();
    const posted: { readonly path: string; readonly body: Uint8Array }[] = [];
    const one = await openTeamDevice({
      random: seededRandom(31),
      transportTo: (origin) => {
        const real = nodeTransport(origin);
        return {
          ...real,
          send: (order) => {
            if (order.path.includes("/voices/")) posted.push(order);
            return real.send(order);
          },
        };
      },
    });
    open.push(one);
    const made = { kind: "team", name: "Elm", myName: "Ash", server: server.origin } as const;
    const space = value(await one.spaces.make(made));
    const ask = sharedId();
    value(await one.spaces.answer(space, ask, "often"));
    value(await one.spaces.answer(space, ask, "never"));
    const [earlier] = posted;
    if (earlier === undefined) throw new Error("an answer was sent");
    const again = { method: "POST", body: Buffer.from(earlier.body) };
    expect((await fetch(server.origin + earlier.path, again)).ok).toBe(true);
    // A voice that comes after it tells when it was read.
    const keys = await one.spaces.voiceKeys();
    const me = (await one.spaces.list())[0]?.me ?? ("" as MemberId);
    const box = beginVoiceBox({ id: sharedId(), space, by: me, now, text: "" }, keys);
    value(await one.opened.vault.save([{ basis: null, next: box }]));
    const link = value(await one.spaces.voiceLink(space, box.id));
    const door = createVoiceDoor((origin) => nodeTransport(origin));
    value(await door.send(link, { text: "Later.", name: "", from: null }));
    await until(async () => {
      await one.spaces.tryNow();
      return find(one, "voice");
    });
    expect(await find(one, "answer")).toMatchObject({ says: "never", serial: 2 });
  });
});

describe("by file, without a server", () => {
  it("a proposal is sealed with twelve words, and opens with no others; withdrawn, nothing of it is left", async () => {
    const { one, space, me } = await begin(null);
    const draft = { ...blankProposal("p" as ProposalId, now), title: "Earlier handover" };
    const proposal = shareProposal(draft, { id: sharedId(), space, by: me, now, excerpts: [] });
    value(await one.opened.vault.save([{ basis: null, next: proposal }]));
    const { file, words } = value(await one.spaces.exportProposal(proposal));
    expect(Buffer.from(file).toString("latin1")).not.toContain("handover");
    const other = await begin(null);
    const before = (await other.one.records()).size;
    const read = async () => value(await other.one.spaces.readProposal(file, words.join(" ")));
    const first = await read();
    expect(first).toMatchObject({ proposal: { title: "Earlier handover" }, here: [] });
    expect((await other.one.records()).size).toBe(before);
    const copy = value(await other.one.spaces.importProposal(first.proposal, other.space));
    const found = (await other.one.records()).get(copy);
    expect(found).toMatchObject({ title: "Earlier handover", source: null, space: other.space });
    const wrong = [...words].reverse().join(" ");
    expect(await other.one.spaces.readProposal(file, wrong)).toEqual({
      ok: false,
      error: { type: "WrongWords" },
    });
    // Brought in again, it is known by its copy; where it came from, by itself.
    expect((await read()).here).toMatchObject([{ id: copy, space: other.space, by: other.me }]);
    const own = value(await one.spaces.readProposal(file, words.join(" ")));
    expect(own.here).toMatchObject([{ id: proposal.id }]);
    for (const cut of [9, 20, 60, file.length - 1]) {
      expect(await other.one.spaces.fileKind(file.slice(0, cut))).toEqual({
        ok: false,
        error: { type: "Damaged" },
      });
    }
    const eleven = words.slice(1).join(" ");
    expect(await other.one.spaces.readProposal(file, eleven)).toEqual({
      ok: false,
      error: { type: "NotTwelveWords", count: 11, unknown: [] },
    });
    expect(await other.one.spaces.readProposal(file, words.with(2, "cahs").join(" "))).toEqual({
      ok: false,
      error: { type: "NotTwelveWords", count: 12, unknown: [2] },
    });
    const { basis } = value(await one.opened.vault.open(proposal.id));
    const next = withdrawProposal(proposal, me, now);
    value(await one.opened.vault.save([{ basis, next }]));
    const said = JSON.stringify((await one.records()).get(proposal.id));
    expect(said).not.toContain("handover");
  });

  it("a whole space goes from device to device; a damaged, cut or other file is refused by its name", async () => {
    const server = await mailbox();
    const { one, space } = await begin(server);
    const other = await openTeamDevice({ random: seededRandom(32) });
    open.push(other);
    const { link, id } = value(await one.spaces.invite(space, "member"));
    value(await other.spaces.join(link, "team", "Bo"));
    await until(async () => {
      await one.spaces.tryNow();
      return (await one.spaces.invitations(space))[0]?.answer ?? null;
    });
    value(await one.spaces.admit(space, id));
    await until(async () => (await other.spaces.list())[0]?.state.type === "open");
    await until(async () => (await other.records()).size === 4);
    await server.stop();
    open.splice(open.indexOf(server), 1);
    value(await one.spaces.rename(space, "Ward 8"));
    const file = value(await one.spaces.exportSpace(space));
    expect(value(await other.spaces.importSpace(file)).space).toBe(space);
    expect(await find(other, "space-facts")).toMatchObject({ name: "Ward 8" });
    const damaged = new Uint8Array(file);
    damaged[damaged.length - 40] = (damaged[damaged.length - 40] ?? 0) ^ 1;
    expect(await other.spaces.importSpace(damaged)).toEqual({
      ok: false,
      error: { type: "Damaged" },
    });
    const refused = await Promise.all(
      [file.slice(0, 200), new Uint8Array(50)].map((bytes) => other.spaces.importSpace(bytes)),
    );
    expect(refused).toEqual([
      { ok: false, error: { type: "Damaged" } },
      { ok: false, error: { type: "NotASpaceFile" } },
    ]);
    const stranger = await begin(null);
    expect(await stranger.one.spaces.importSpace(file)).toEqual({
      ok: false,
      error: { type: "NotMember" },
    });
  });
});
