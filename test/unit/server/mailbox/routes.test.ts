import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { encodeFrames } from "#wire/encodeFrames.ts";
import { idText } from "#wire/idText.ts";
import { limits } from "#wire/limits.ts";
import { encodeUnsignedManifest, joinManifest, manifestSigned } from "#wire/SnapshotManifest.ts";
import { confirmationSigned } from "#wire/snapshotConfirmation.ts";
import { admit, appended, entry, rotate, someBytes } from "../../wire/membershipLog.ts";
import { newDevice, nodeCrypto, type TestDevice } from "../../wire/nodeCrypto.ts";
import { startMailbox, type TestMailbox } from "./startMailbox.ts";
import { ask, frameOf, framesOf, newSpace, pushOf, refusalOf, row, send } from "./TestClient.ts";

let mailbox: TestMailbox;
const wide = { burst: 100_000, perSecond: 10_000 };
beforeAll(async () => {
  mailbox = await startMailbox({ settings: { addressRate: wide, deviceRate: wide } });
});
afterAll(() => mailbox.stop());

/** A space of Ann's with Ben in it. */
async function team() {
  const { origin } = mailbox;
  const { ann, membership, path } = await newSpace(origin);
  const ben = newDevice();
  const act = admit(ben);
  const bytes = await entry(membership, ann, act);
  const body = encodeFrames({ type: "members", space: membership.space, entries: [bytes] });
  await framesOf(await ask(origin, ann, "POST", `${path}/members`, body));
  const both = await appended(membership, ann, act);
  return { ann, ben, path, membership: { ...both, hash: await nodeCrypto.sha256(bytes) }, act };
}

const members = (space: Uint8Array, ...entries: Uint8Array[]) =>
  encodeFrames({ type: "members", space, entries });

describe("rows over HTTP", () => {
  it("are acknowledged with their places and read back, page by page [V1, V2]", async () => {
    const { ann, ben, path, membership } = await team();
    const { origin } = mailbox;
    const rows = [row(membership, ann), row(membership, ann, { size: 700_000 })];
    const ack = frameOf(
      await framesOf(await ask(origin, ann, "POST", `${path}/rows`, pushOf(...rows))),
      "ack",
    );
    expect(ack.rows.map(({ seq }) => seq)).toEqual([1, 2]);
    const big = row(membership, ben, { size: 700_000 });
    await framesOf(await ask(origin, ben, "POST", `${path}/rows`, pushOf(big)));
    const first = await framesOf(await ask(origin, ben, "GET", `${path}/rows?after=0`));
    expect(frameOf(first, "rows").rows.map(({ seq }) => seq)).toEqual([1, 2]);
    expect(frameOf(first, "level").head).toBe(3);
    const log = idText(frameOf(first, "level").logId);
    const rest = await framesOf(await ask(origin, ben, "GET", `${path}/rows?log=${log}&after=2`));
    expect(frameOf(rest, "rows").rows.map(({ uid }) => [...uid])).toEqual([[...big.uid]]);
    const other = idText(someBytes(16));
    const again = await framesOf(
      await ask(origin, ben, "GET", `${path}/rows?log=${other}&after=2`),
    );
    expect(frameOf(again, "rows").rows[0]?.seq).toBe(1);
  });

  it("are refused one by one, with the reason [V7]", async () => {
    const { ann, ben, path, membership } = await team();
    const good = row(membership, ann);
    const notRow = { uid: someBytes(16), body: someBytes(200) };
    const rows = [
      good,
      row(membership, ann, { epoch: 7 }),
      row(membership, ben),
      row({ space: someBytes(16), epoch: 1 }, ann),
      notRow,
      row(membership, ann, { size: limits.rowBody }),
    ];
    const answer = await framesOf(
      await ask(mailbox.origin, ann, "POST", `${path}/rows`, pushOf(...rows)),
    );
    expect(frameOf(answer, "ack").rows.map(({ uid }) => [...uid])).toEqual([[...good.uid]]);
    expect(frameOf(answer, "nack").rows.map(({ reason }) => reason)).toEqual([
      "STALE_EPOCH",
      "NOT_MEMBER",
      "MALFORMED",
      "MALFORMED",
      "TOO_BIG",
    ]);
    const twice = { uid: good.uid, body: row(membership, ann).body };
    const again = await framesOf(
      await ask(mailbox.origin, ann, "POST", `${path}/rows`, pushOf(twice)),
    );
    expect(frameOf(again, "nack").rows[0]?.reason).toBe("OTHER_BODY");
  });

  it("taken before the epoch changed are acknowledged when they come again after it [U5]", async () => {
    const { ann, path, membership } = await team();
    const { origin } = mailbox;
    const taken = row(membership, ann);
    const waiting = row(membership, ann);
    await framesOf(await ask(origin, ann, "POST", `${path}/rows`, pushOf(taken)));
    const bytes = await entry(membership, ann, rotate(membership, []));
    await framesOf(
      await ask(origin, ann, "POST", `${path}/members`, members(membership.space, bytes)),
    );
    const answer = await framesOf(
      await ask(origin, ann, "POST", `${path}/rows`, pushOf(taken, waiting)),
    );
    expect(frameOf(answer, "ack").rows).toMatchObject([{ seq: 1 }]);
    expect(frameOf(answer, "nack").rows).toMatchObject([{ reason: "STALE_EPOCH" }]);
    const sealedAgain = row({ ...membership, epoch: 2 }, ann);
    const after = await framesOf(
      await ask(
        origin,
        ann,
        "POST",
        `${path}/rows`,
        pushOf({ uid: waiting.uid, body: sealedAgain.body }),
      ),
    );
    expect(frameOf(after, "ack").rows).toMatchObject([{ seq: 2 }]);
  });

  it("beyond the quota are refused, and what is there is still read", async () => {
    const small = await startMailbox({ settings: { quota: 5_000 } });
    const { ann, membership, path } = await newSpace(small.origin);
    const rows = [row(membership, ann), row(membership, ann, { size: 6_000 })];
    const answer = await framesOf(
      await ask(small.origin, ann, "POST", `${path}/rows`, pushOf(...rows)),
    );
    expect(frameOf(answer, "nack").rows).toMatchObject([{ reason: "QUOTA" }]);
    const pulled = await framesOf(await ask(small.origin, ann, "GET", `${path}/rows`));
    expect(frameOf(pulled, "rows").rows).toHaveLength(1);
    await small.stop();
  });
});

describe("membership over HTTP", () => {
  it("begins, is read, and goes on; the loser of a race reads again [M3]", async () => {
    const { origin } = mailbox;
    const { ann, path, membership, act } = await team();
    const [one, other] = await Promise.all([
      entry(membership, ann, admit(newDevice())),
      entry(membership, ann, admit(newDevice())),
    ]);
    const answers = await Promise.all(
      [one, other].map((bytes) =>
        ask(origin, ann, "POST", `${path}/members`, members(membership.space, bytes)),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const lost = answers.find(({ status }) => status === 409);
    expect(await lost?.json()).toEqual({ type: "Moved", number: 3 });
    const read = await framesOf(await ask(origin, ann, "GET", `${path}/members?after=1`));
    expect(frameOf(read, "members").entries).toHaveLength(2);
    expect(frameOf(read, "level").membership).toBe(3);
    const repeated = await entry(membership, ann, act);
    const answer = await ask(
      origin,
      ann,
      "POST",
      `${path}/members`,
      members(membership.space, repeated),
    );
    expect(await refusalOf(answer)).toBe("409 Moved");
  });

  it("answers the same last entry again as the first time, and an entry that may not stand with why", async () => {
    const { origin } = mailbox;
    const { ann, membership, path, first } = await newSpace(origin);
    const same = members(membership.space, first);
    expect((await ask(origin, ann, "POST", "/spaces", same)).status).toBe(200);
    expect((await ask(origin, ann, "POST", `${path}/members`, same)).status).toBe(200);
    const leaving = members(membership.space, await entry(membership, ann, { type: "leave" }));
    const answer = await ask(origin, ann, "POST", `${path}/members`, leaving);
    expect([answer.status, await answer.json()]).toEqual([
      409,
      { type: "Refused", reason: "NoFacilitatorLeft" },
    ]);
  });

  it("refuses a removed device from the next request on, pushes and pulls alike [M4]", async () => {
    const { origin } = mailbox;
    const { ann, ben, path, membership } = await team();
    const bytes = await entry(membership, ann, rotate(membership, [ben]));
    await framesOf(
      await ask(origin, ann, "POST", `${path}/members`, members(membership.space, bytes)),
    );
    for (const [method, at, body] of [
      ["GET", "/rows", undefined],
      ["GET", "/members", undefined],
      ["POST", "/rows", pushOf(row(membership, ben))],
    ] as const) {
      const answer = await ask(origin, ben, method, path + at, body);
      expect(await refusalOf(answer)).toBe("403 NotMember");
    }
  });

  it("lets a member bring back entries that another signed, as after a restore [M4]", async () => {
    const { origin } = mailbox;
    const { ann, ben, path, membership } = await team();
    const bytes = await entry(membership, ann, admit(newDevice()));
    const answer = await ask(
      origin,
      ben,
      "POST",
      `${path}/members`,
      members(membership.space, bytes),
    );
    expect(answer.status).toBe(200);
  });

  it("closes for good: nothing is pushed after, everything goes when it is deleted", async () => {
    const { origin } = mailbox;
    const { ann, ben, path, membership } = await team();
    const early = await ask(origin, ann, "DELETE", path);
    expect(await refusalOf(early)).toBe("409 Refused");
    const bytes = await entry(membership, ann, { type: "close" });
    await framesOf(
      await ask(origin, ann, "POST", `${path}/members`, members(membership.space, bytes)),
    );
    const push = await framesOf(
      await ask(origin, ben, "POST", `${path}/rows`, pushOf(row(membership, ben))),
    );
    expect(frameOf(push, "nack").rows).toMatchObject([{ reason: "NOT_MEMBER" }]);
    expect((await ask(origin, ann, "DELETE", path)).status).toBe(204);
    expect(await refusalOf(await ask(origin, ben, "GET", `${path}/rows`))).toBe("410 Gone");
  });
});

describe("invitations over HTTP", () => {
  it("lead one joiner from the letter to being admitted [J2, J3]", async () => {
    const { origin } = mailbox;
    const { ann, path, membership } = await team();
    const invitation = someBytes(16);
    const token = someBytes(32);
    const [letter, sealed] = [someBytes(300), someBytes(200)];
    const tokenHash = await nodeCrypto.sha256(token);
    const at = `/invitations/${idText(invitation)}`;
    const left = encodeFrames({ type: "letter", tokenHash, sealed: letter });
    expect((await ask(origin, ann, "PUT", path + at, left)).status).toBe(204);

    const take = (taker: Uint8Array, using = token) =>
      send(origin, {
        method: "POST",
        path: `${at}/take`,
        body: encodeFrames({ type: "take", token: using, taker }),
      });
    const taker = someBytes(16);
    expect(await refusalOf(await take(taker, someBytes(32)))).toBe("404 NotFound");
    expect(new Uint8Array(await (await take(taker)).arrayBuffer())).toEqual(letter);
    expect((await take(taker)).status).toBe(200);
    expect(await refusalOf(await take(someBytes(16)))).toBe("410 Used");

    const answer = encodeFrames({ type: "answer", token, sealed });
    const reply = (body: Uint8Array) =>
      send(origin, { method: "POST", path: `${at}/answer`, body });
    expect((await reply(answer)).status).toBe(204);
    expect((await reply(answer)).status).toBe(204);
    const other = encodeFrames({ type: "answer", token, sealed: someBytes(9) });
    expect(await refusalOf(await reply(other))).toBe("410 Used");

    const answers = async () =>
      frameOf(await framesOf(await ask(origin, ann, "GET", `${path}/answers`)), "answers").answers;
    expect((await answers()).map((one) => [...one.sealed])).toEqual([[...sealed]]);
    const act = { ...admit(newDevice()), invitation };
    const bytes = await entry(membership, ann, act);
    await framesOf(
      await ask(origin, ann, "POST", `${path}/members`, members(membership.space, bytes)),
    );
    expect(await answers()).toEqual([]);
    expect(await refusalOf(await take(taker))).toBe("404 NotFound");
  });

  it("are over after 72 hours", async () => {
    let ahead = 0;
    const later = await startMailbox({ now: () => Date.now() + ahead });
    const { ann, path } = await newSpace(later.origin);
    const [invitation, token] = [idText(someBytes(16)), someBytes(32)];
    const tokenHash = await nodeCrypto.sha256(token);
    const left = encodeFrames({ type: "letter", tokenHash, sealed: someBytes(9) });
    await ask(later.origin, ann, "PUT", `${path}/invitations/${invitation}`, left);
    ahead = 72 * 3_600_000 + 1_000;
    const answer = await send(later.origin, {
      method: "POST",
      path: `/invitations/${invitation}/take`,
      body: encodeFrames({ type: "take", token, taker: someBytes(16) }),
    });
    expect(await refusalOf(answer)).toBe("410 Expired");
    await later.stop();
  });
});

describe("snapshots over HTTP", () => {
  async function manifest(
    by: TestDevice,
    space: Uint8Array,
    logId: Uint8Array,
    segment: Uint8Array,
  ) {
    const unsigned = encodeUnsignedManifest({
      space,
      logId,
      upTo: 1,
      epoch: 1,
      segments: [{ hash: await nodeCrypto.sha256(segment), size: segment.length }],
      heads: [],
      previous: new Uint8Array(32),
      purge: true,
      at: Date.now(),
      by: by.id,
    });
    return joinManifest(unsigned, await by.sign(manifestSigned(unsigned)));
  }

  it("go from the lease to rows that are let go, once two devices read them [N1, N2]", async () => {
    const { origin } = mailbox;
    const { ann, ben, path, membership } = await team();
    await framesOf(await ask(origin, ann, "POST", `${path}/rows`, pushOf(row(membership, ann))));
    expect((await ask(origin, ann, "POST", `${path}/snapshots/lease`)).status).toBe(204);
    const taken = await ask(origin, ben, "POST", `${path}/snapshots/lease`);
    expect(await refusalOf(taken)).toBe("409 LeaseTaken");

    const segment = someBytes(5_000);
    const hash = idText(await nodeCrypto.sha256(segment));
    const { logId } = frameOf(
      await framesOf(await ask(origin, ann, "GET", `${path}/rows`)),
      "level",
    );
    const bytes = await manifest(ann, membership.space, logId, segment);
    const put = encodeFrames({ type: "snapshot", manifest: bytes });
    const tooEarly = await ask(origin, ann, "PUT", `${path}/snapshots`, put);
    expect(await refusalOf(tooEarly)).toBe("404 NotFound");
    const wrong = await ask(origin, ann, "PUT", `${path}/segments/${hash}`, someBytes(9));
    expect(await refusalOf(wrong)).toBe("400 Malformed");
    expect((await ask(origin, ann, "PUT", `${path}/segments/${hash}`, segment)).status).toBe(204);
    const forged = await ask(origin, ben, "PUT", `${path}/snapshots`, put);
    expect(await refusalOf(forged)).toBe("401 BadSignature");
    expect((await ask(origin, ann, "PUT", `${path}/snapshots`, put)).status).toBe(204);

    const latest = await framesOf(await ask(origin, ben, "GET", `${path}/snapshots/latest`));
    expect(frameOf(latest, "snapshot").manifest).toEqual(bytes);
    const read = await ask(origin, ben, "GET", `${path}/segments/${hash}`);
    expect(new Uint8Array(await read.arrayBuffer())).toEqual(segment);
    const name = idText(await nodeCrypto.sha256(bytes));
    const at = `${path}/snapshots/confirm?manifest=${name}`;
    const hashed = await nodeCrypto.sha256(bytes);
    const word = (device: TestDevice, manifest = hashed) =>
      device.sign(confirmationSigned(membership.space, manifest, device.id));
    const refused = [
      new Uint8Array(),
      someBytes(64),
      await word(ann),
      await word(ben, someBytes(32)),
    ];
    for (const body of refused) {
      expect(await refusalOf(await ask(origin, ben, "POST", at, body))).toBe("401 BadSignature");
    }
    // Her manifest is her word: it counts once.
    expect((await ask(origin, ann, "POST", at, await word(ann))).status).toBe(204);
    const before = await framesOf(await ask(origin, ben, "GET", `${path}/snapshots/confirmed`));
    expect(before).toEqual([]);
    expect((await ask(origin, ben, "POST", at, await word(ben))).status).toBe(204);
    const shown = await framesOf(await ask(origin, ann, "GET", `${path}/snapshots/confirmed`));
    expect(frameOf(shown, "confirmed").confirmations).toEqual([
      { device: ben.id, signature: await word(ben) },
    ]);
    const after = await framesOf(await ask(origin, ben, "GET", `${path}/rows`));
    expect(frameOf(after, "rows").rows).toEqual([]);
    expect(frameOf(after, "level")).toMatchObject({ head: 1, floor: 1 });
  });
});

describe("voices over HTTP", () => {
  it("go from anyone with the link into the box, sealed, and to members only", async () => {
    const { origin } = mailbox;
    const { ann, ben, path, membership } = await team();
    const [box, key] = [someBytes(16), someBytes(96)];
    const put = encodeFrames({ type: "voicebox", box, key });
    expect(await refusalOf(await ask(origin, ben, "PUT", `${path}/voicebox`, put))).toBe(
      "403 NotFacilitator",
    );
    expect((await ask(origin, ann, "PUT", `${path}/voicebox`, put)).status).toBe(204);
    const at = `/voices/${idText(box)}`;
    const read = await send(origin, { method: "GET", path: at });
    expect(new Uint8Array(await read.arrayBuffer())).toEqual(key);
    const sealed = someBytes(400);
    expect((await send(origin, { method: "POST", path: at, body: sealed })).status).toBe(204);
    const big = someBytes(limits.voice + 1);
    const tooBig = await send(origin, { method: "POST", path: at, body: big });
    expect(await refusalOf(tooBig)).toBe("413 TooBig");
    const voices = frameOf(
      await framesOf(await ask(origin, ben, "GET", `${path}/voices?after=0`)),
      "voices",
    ).voices;
    expect(voices).toEqual([{ number: 1, box, sealed }]);
    // Both have asked for what comes after it: it is let go [V8].
    for (const member of [ann, ben]) {
      const waiting = await framesOf(await ask(origin, ann, "GET", `${path}/voices?after=0`));
      expect(frameOf(waiting, "voices").voices).toHaveLength(1);
      await ask(origin, member, "GET", `${path}/voices?after=1`);
    }
    const gone = await framesOf(await ask(origin, ann, "GET", `${path}/voices?after=0`));
    expect(frameOf(gone, "voices").voices).toEqual([]);
    expect((await ask(origin, ann, "DELETE", `${path}/voices?through=1`)).status).toBe(204);
    expect((await ask(origin, ann, "DELETE", `${path}/voicebox?box=${idText(box)}`)).status).toBe(
      204,
    );
    expect(await refusalOf(await send(origin, { method: "GET", path: at }))).toBe("404 NotFound");
    expect(membership.members.size).toBe(2);
  });
});

describe("a nudge", () => {
  it("comes at once when something is new, and else as soon as it is", async () => {
    const { origin } = mailbox;
    const { ann, ben, path, membership } = await team();
    const at = (head: number, number: number) =>
      ask(origin, ben, "GET", `${path}/nudge?head=${head}&membership=${number}`);
    expect(frameOf(await framesOf(await at(0, 1)), "nudge")).toMatchObject({ membership: 2 });
    const waiting = at(0, 2);
    await framesOf(await ask(origin, ann, "POST", `${path}/rows`, pushOf(row(membership, ann))));
    expect(frameOf(await framesOf(await waiting), "nudge")).toMatchObject({ head: 1 });
  });

  it("comes unchanged when the wait is over", async () => {
    const short = await startMailbox({ settings: { nudgeMilliseconds: 50 } });
    const { ann, path } = await newSpace(short.origin);
    const answer = await ask(short.origin, ann, "GET", `${path}/nudge?head=0&membership=1`);
    expect(frameOf(await framesOf(answer), "nudge")).toMatchObject({ head: 0, membership: 1 });
    await short.stop();
  });
});

describe("what an operator may ask", () => {
  it("is whether the server is well, and sums without a space, a device or an address", async () => {
    const { ann, path, membership } = await team();
    await ask(mailbox.origin, ann, "POST", `${path}/rows`, pushOf(row(membership, ann)));
    expect(await (await fetch(`${mailbox.origin}/health`)).json()).toEqual({ status: "ok" });
    const metrics = await fetch(`${mailbox.origin}/metrics`);
    expect(metrics.headers.get("content-type")).toContain("openmetrics-text");
    const text = await metrics.text();
    expect(text).toMatch(/headroom_rows_total \d+/);
    expect(text).toContain('route="POST /sync/v1/spaces/:space/rows"');
    expect(text.trimEnd()).toMatch(/# EOF$/);
    expect(text).not.toContain(path.slice("/spaces/".length));
    expect(text).not.toContain(idText(ann.id));
    expect(text).not.toContain("127.0.0.1");
  });
});
