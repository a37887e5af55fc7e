import { afterEach, describe, expect, it } from "vitest";
import { createVoiceDoor } from "#app/workers/vault/spaces/voices/createVoiceDoor.ts";
import { readVoiceLink, voiceLinkText } from "#app/workers/vault/spaces/voices/voiceLink.ts";
import { instant } from "#base/Clock.ts";
import { newId } from "#base/newId.ts";
import { err } from "#base/Result.ts";
import type { JournalRecord, RecordId } from "#core/record/JournalRecord.ts";
import type { MemberId, SharedId, SpaceId } from "#core/space/identifiers.ts";
import type { SpaceFacts, VoiceBox } from "#core/space/SharedRecord.ts";
import { beginVoiceBox, closeVoiceBox, thankInPublic } from "#core/space/voices.ts";
import { idBytes } from "#wire/idText.ts";
import { nodeTransport } from "../../simulation/nodeTransport.ts";
import { openTeamDevice, type TeamDevice, until } from "../../simulation/openTeamDevice.ts";
import { seededRandom } from "../replica/seededRandom.ts";
import { startMailbox, type TestMailbox } from "../server/mailbox/startMailbox.ts";
import { value } from "../vault/openTestJournal.ts";

const open: { close?: () => Promise<void>; stop?: () => Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await (one.close ?? one.stop)?.();
});
const random = seededRandom(77);
const now = instant(1_795_358_451_000);

interface Team {
  readonly server: TestMailbox;
  readonly one: TeamDevice;
  readonly space: SpaceId;
  readonly me: MemberId;
}

async function begin(): Promise<Team> {
  const server = await startMailbox();
  open.push(server);
  const one = await openTeamDevice({ random: seededRandom(71) });
  open.push(one);
  const made = { kind: "team", name: "Elm", myName: "Ash", server: server.origin } as const;
  const space = value(await one.spaces.make(made));
  const me = (await one.spaces.list())[0]?.me;
  if (me === undefined) throw new Error("a member");
  return { server, one, space, me };
}

/** Lets another device into the team. */
async function join({ one, space }: Team, seed: number): Promise<TeamDevice> {
  const other = await openTeamDevice({ random: seededRandom(seed) });
  open.push(other);
  const { link, id } = value(await one.spaces.invite(space, "member"));
  value(await other.spaces.join(link, "team", "Bo"));
  await until(async () => {
    await one.spaces.tryNow();
    return (await one.spaces.invitations(space))[0]?.answer ?? null;
  });
  value(await one.spaces.admit(space, id));
  await until(async () => (await other.spaces.list())[0]?.state.type === "open");
  return other;
}

const saying = ({ space, me }: Team, text: string) => ({
  id: newId(random) as SharedId,
  space,
  by: me,
  now,
  text,
});

async function makeBox(team: Team, question: string): Promise<{ box: VoiceBox; link: string }> {
  const { one, space } = team;
  const box = beginVoiceBox(saying(team, question), await one.spaces.voiceKeys());
  value(await one.opened.vault.save([{ basis: null, next: box }]));
  return { box, link: value(await one.spaces.voiceLink(space, box.id)) };
}

async function change<R extends JournalRecord>(
  device: TeamDevice,
  record: R,
  next: (record: R) => R,
): Promise<void> {
  const { basis, record: there } = value(await device.opened.vault.open(record.id as RecordId));
  value(await device.opened.vault.save([{ basis, next: next(there as R) }]));
}

const voicesOf = async (device: TeamDevice) =>
  [...(await device.records()).values()].filter((record) => record.kind === "voice");
const arrived = (device: TeamDevice, count: number) =>
  until(async () => {
    await device.spaces.tryNow();
    const voices = await voicesOf(device);
    return voices.length >= count ? voices : null;
  });
const door = createVoiceDoor((origin) => nodeTransport(origin));
const voice = { text: "Nobody told us.\nWe waited.", name: "Sam", from: "carer" } as const;

describe("a voice", () => {
  it("is one and the same on every device, also on one that joins after the server let it go", async () => {
    const team = await begin();
    const { link } = await makeBox(team, "");
    const other = await join(team, 72);
    value(await door.send(link, voice));
    const [here] = await arrived(team.one, 1);
    const [there] = await arrived(other, 1);
    expect(there?.id).toBe(here?.id);
    expect(there).toMatchObject({ ...voice, asideAt: null });
    const late = await join(team, 73);
    const [later] = await arrived(late, 1);
    expect(later).toMatchObject({ id: here?.id, ...voice });
  });

  it("that comes before its box does is kept until the box has come [W3]", async () => {
    const team = await begin();
    const other = await join(team, 74);
    const keys = await team.one.spaces.voiceKeys();
    const box = beginVoiceBox(saying(team, ""), keys);
    // As by a facilitator's device that goes silent before its record of the box is out.
    const id = value(idBytes(box.id, 16));
    const spaceId = value(idBytes(team.space, 16));
    await team.server.store.putBox(spaceId, id, new Uint8Array(60), 8, false);
    const link = voiceLinkText(team.server.origin, box.id, keys.publicKey);
    value(await door.send(link, voice));
    // Both have taken it, and the server lets it go.
    await until(async () => {
      for (const device of [team.one, other]) await device.spaces.tryNow();
      return (await team.server.store.voicesAfter(spaceId, 0)).length === 0;
    });
    expect(await voicesOf(other)).toEqual([]);
    value(await team.one.opened.vault.save([{ basis: null, next: box }]));
    expect(await arrived(other, 1)).toMatchObject([{ ...voice, box: box.id }]);
    expect(await arrived(team.one, 1)).toHaveLength(1);
  });

  it("counts once when it is sent again after its acknowledgement was lost", async () => {
    const team = await begin();
    const { link } = await makeBox(team, "");
    let losing = true;
    const unlucky = createVoiceDoor((origin) => {
      const real = nodeTransport(origin);
      return {
        ...real,
        send: async (order) => {
          const answered = await real.send(order);
          if (order.method !== "POST" || !losing) return answered;
          losing = false;
          return err({ type: "Unreachable" } as const);
        },
      };
    });
    expect(await unlucky.send(link, voice)).toEqual(err({ type: "Offline" }));
    value(await unlucky.send(link, voice));
    value(await unlucky.send(link, { ...voice, text: "Another matter." }));
    await arrived(team.one, 2);
    await team.one.spaces.tryNow();
    const texts = (await voicesOf(team.one)).map((each) => each.kind === "voice" && each.text);
    expect(texts.sort()).toEqual(["Another matter.", voice.text]);
  });

  it("tells by its size neither what was answered nor how much was written", async () => {
    const team = await begin();
    const { link } = await makeBox(team, "");
    const sizes: number[] = [];
    const measured = createVoiceDoor((origin) => {
      const real = nodeTransport(origin);
      return {
        ...real,
        send: (order) => {
          if (order.method === "POST") sizes.push(order.body.length);
          return real.send(order);
        },
      };
    });
    for (const text of ["No.", "Yes, every day.", "x".repeat(120)])
      value(await measured.send(link, { ...voice, text }));
    expect(new Set(sizes).size).toBe(1);
  });

  it("that is too long is refused before it is sent, and nothing of it is lost by that", async () => {
    const team = await begin();
    const { link } = await makeBox(team, "");
    for (const text of ["x".repeat(20_001), "\u0001".repeat(20_000)])
      expect(await door.send(link, { ...voice, text })).toEqual(err({ type: "TooLong" }));
    value(await door.send(link, { ...voice, text: "€".repeat(19_000) }));
    expect(await arrived(team.one, 1)).toHaveLength(1);
  });
});

describe("the page of a voice link", () => {
  it("says who reads it, what they ask, and what they answered in public", async () => {
    const team = await begin();
    const { box, link } = await makeBox(team, "What would help at night?");
    expect(value(await door.open(link))).toEqual({
      team: "Elm",
      question: "What would help at night?",
      thanks: [],
    });
    const thanked = saying(team, "Thank you. We moved the chairs.");
    await change(team.one, box, (there) =>
      thankInPublic(there, thanked, newId(random) as SharedId),
    );
    value(await team.one.spaces.publishVoiceBox(team.space, box.id));
    expect(value(await door.open(link)).thanks).toEqual([
      { text: "Thank you. We moved the chairs.", at: now },
    ]);
    value(await team.one.spaces.rename(team.space, "Elm corridor"));
    await until(async () => {
      await team.one.spaces.tryNow();
      return value(await door.open(link)).team === "Elm corridor";
    });
  });

  it("opens whatever a colleague has called the team", async () => {
    const team = await begin();
    const { box, link } = await makeBox(team, "");
    await change(team.one, { id: team.space as string } as SpaceFacts, (there) => ({
      ...there,
      name: `\u202e${"Elm ".repeat(10_000)}`,
    }));
    value(await team.one.spaces.publishVoiceBox(team.space, box.id));
    expect(value(await door.open(link)).team).toMatch(/^Elm Elm [Elm ]{1,80}$/);
  });

  it("shows the newest thanks however many were given, within what a server takes", async () => {
    const team = await begin();
    const { box, link } = await makeBox(team, "€".repeat(300));
    await change(team.one, box, (there) =>
      Array.from({ length: 40 }).reduce<VoiceBox>(
        (at, _, number) =>
          thankInPublic(
            at,
            { ...saying(team, `${number} ${"€".repeat(490)}`), now: instant(now + number) },
            newId(random) as SharedId,
          ),
        there,
      ),
    );
    value(await team.one.spaces.publishVoiceBox(team.space, box.id));
    const { thanks } = value(await door.open(link));
    expect(thanks.length).toBeGreaterThan(3);
    expect(thanks[0]?.text).toMatch(/^39 /);
  });

  it("is closed for everybody once the team closes it, and what was under way is still read", async () => {
    const team = await begin();
    const { box, link } = await makeBox(team, "");
    value(await door.send(link, voice));
    await change(team.one, box, (there) => closeVoiceBox(there, { by: team.me, now }));
    value(await team.one.spaces.publishVoiceBox(team.space, box.id));
    expect(await door.open(link)).toEqual(err({ type: "BoxGone" }));
    expect(await door.send(link, voice)).toEqual(err({ type: "BoxGone" }));
    expect(await arrived(team.one, 1)).toHaveLength(1);
  });

  it("is refused where it was not made for this very link: another's page, another key, a cut link", async () => {
    const team = await begin();
    const mine = await makeBox(team, "Mine?");
    const other = await makeBox(team, "Theirs?");
    const swapped = createVoiceDoor((origin) => {
      const real = nodeTransport(origin);
      const path = (at: string) => at.replace(mine.box.id, other.box.id);
      return { ...real, send: (order) => real.send({ ...order, path: path(order.path) }) };
    });
    const not = err({ type: "NotAVoiceLink" });
    expect(await swapped.open(mine.link)).toEqual(not);
    const keys = await team.one.spaces.voiceKeys();
    const forged = voiceLinkText(team.server.origin, mine.box.id, keys.publicKey);
    expect(await door.open(forged)).toEqual(not);
    const nowhere = createVoiceDoor(() => {
      throw new Error("a link that is not whole is not asked about");
    });
    const start = mine.link.indexOf("#") + 3;
    for (let end = start; end < mine.link.length; end += 1)
      expect(await nowhere.open(mine.link.slice(0, end))).toEqual(not);
  });
});

describe("a voice link", () => {
  const box = "AAECAwQFBgcICQoLDA0ODw";
  const key = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";
  const link = voiceLinkText("https://ward.example", box, key);

  it("is read as it was written", () => {
    const read = value(readVoiceLink(link));
    expect(read).toMatchObject({ origin: "https://ward.example", name: box });
    expect([read.box.length, read.publicKey.length]).toEqual([16, 32]);
  });

  it("is nothing else: no invitation, no other place, nothing more or less, and what is newer is told as newer", () => {
    const wrong = [
      "",
      "voice",
      link.replace("#", "?"),
      link.replace("/voice", "/join"),
      `${link}.x`,
    ];
    for (const each of [...wrong, link.replace(box, key), link.replace("v1.", "v1.!")])
      expect(readVoiceLink(each)).toEqual(err({ type: "NotAVoiceLink" }));
    expect(readVoiceLink(link.replace("#v1", "#v2"))).toEqual(err({ type: "NewerLink" }));
  });
});
