import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { newDeviceCode, readDeviceCode } from "#crypto/space/deviceCode.ts";
import { openTeamDevice, until } from "../../simulation/openTeamDevice.ts";
import { seededRandom } from "../replica/seededRandom.ts";
import { startMailbox } from "../server/mailbox/startMailbox.ts";
import { draftOf, textOf, value } from "../vault/openTestJournal.ts";

const open: { close?: () => Promise<void>; stop?: () => Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await (one.close ?? one.stop)?.();
});

async function device(seed: number) {
  const opened = await openTeamDevice({ random: seededRandom(seed) });
  open.push(opened);
  return opened;
}

async function linked(seed: number) {
  const mailbox = await startMailbox();
  open.push(mailbox);
  const one = await device(seed);
  const order = { kind: "own", name: "", myName: "Tablet", server: mailbox.origin } as const;
  const space = value(await one.spaces.make(order));
  const { id, link, words } = value(await one.spaces.invite(space, "facilitator"));
  if (words === null) throw new Error("a code");
  const admit = async () => {
    await until(async () => {
      await one.spaces.tryNow();
      return (await one.spaces.invitations(space))[0]?.answer ?? null;
    });
    value(await one.spaces.admit(space, id));
  };
  return { origin: mailbox.origin, one, space, link, words, admit };
}

describe("[G11] the twelve words of a device code", () => {
  it("read as the invitation that they were made with, numbered, in capitals, over lines; another code is another", async () => {
    const random = seededRandom(7);
    const { words, ...secret } = await newDeviceCode(random);
    expect(words).toHaveLength(12);
    expect([secret.invitation.length, secret.secret.length]).toEqual([16, 32]);
    const copied = words.map((word, at) => `${at + 1}. ${word.toUpperCase()}`).join("\n");
    for (const typed of [words.join(" "), copied]) {
      expect(await readDeviceCode(typed)).toEqual({ ok: true, value: secret });
    }
    const another = await newDeviceCode(random);
    expect(another.invitation).not.toEqual(secret.invitation);
    expect(another.secret).not.toEqual(secret.secret);
  });

  it("tell a word that is in no code by its place, and a wrong order or count by none", async () => {
    const { words } = await newDeviceCode(seededRandom(8));
    await fc.assert(
      fc.asyncProperty(fc.nat(11), async (at) => {
        const typed = words.map((word, place) => (place === at ? `${word}x` : word)).join(" ");
        expect(await readDeviceCode(typed)).toMatchObject({ ok: false, error: { unknown: [at] } });
      }),
    );
    for (const typed of [words.slice(1), [...words, words[0]], [...words].reverse()]) {
      expect(await readDeviceCode(typed.join(" "))).toMatchObject({
        ok: false,
        error: { unknown: [] },
      });
    }
  });
});

describe("[J6] linking a device by words", () => {
  it("is the link's own invitation: words let in, once, and a team has none", async () => {
    const { origin, one, space, link, words, admit } = await linked(61);
    const { entry } = value(await one.opened.vault.keepDraft(draftOf("Only mine.")));
    const tablet = await device(62);
    const typed = value(await tablet.spaces.linkOfCode(words.join(" "), origin));
    expect(typed).toBe(link);
    expect(value(await tablet.spaces.readLink(typed))).toEqual({ server: origin, kind: "own" });
    expect(value(await tablet.spaces.join(typed, "own", "Phone"))).toBe(space);
    await admit();
    await until(async () => textOf((await tablet.records()).get(entry.id)) === "Only mine.");
    expect(await (await device(63)).spaces.join(typed, "own", "Third")).toEqual({
      ok: false,
      error: { type: "InvitationGone" },
    });
    const order = { kind: "team", name: "Ward", myName: "Ash", server: origin } as const;
    const team = value(await one.spaces.make(order));
    expect(value(await one.spaces.invite(team, "member")).words).toBeNull();
  });

  it("mistyped, is told at once and uses nothing up", async () => {
    const { origin, space, words, admit } = await linked(64);
    const tablet = await device(65);
    const wrong = words.map((word, at) => (at === 4 ? "quillcanary" : word)).join(" ");
    expect(await tablet.spaces.linkOfCode(wrong, origin)).toEqual({
      ok: false,
      error: { type: "MistypedCode", count: 12, unknown: [4] },
    });
    expect(await tablet.spaces.linkOfCode(words.slice(1).join(" "), origin)).toEqual({
      ok: false,
      error: { type: "MistypedCode", count: 11, unknown: [] },
    });
    const typed = value(await tablet.spaces.linkOfCode(words.join(" "), origin));
    expect(value(await tablet.spaces.join(typed, "own", "Phone"))).toBe(space);
    await admit();
  });

  it("is left for somebody else by a journal that is linked already, and taken again by one that was removed", async () => {
    const { one, space, link, admit } = await linked(66);
    const tablet = await device(67);
    value(await tablet.spaces.join(link, "own", "Phone"));
    await admit();
    const theirs = await until(
      async () => (await one.spaces.list())[0]?.members.find(({ isMe }) => !isMe)?.id ?? null,
    );
    await until(async () => (await tablet.spaces.list())[0]?.state.type === "open");
    const second = value(await one.spaces.invite(space, "facilitator"));
    expect(await tablet.spaces.join(second.link, "own", "Phone")).toEqual({
      ok: false,
      error: { type: "AlreadyOwn" },
    });
    value(await one.spaces.remove(space, theirs));
    expect(value(await tablet.spaces.join(second.link, "own", "Phone"))).toBe(space);
  });
});
