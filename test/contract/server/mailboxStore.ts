import { createHash, randomBytes } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { MailboxStore } from "#server/mailbox/store/MailboxStore.ts";
import type { SpaceLevel } from "#server/mailbox/store/MembershipStore.ts";
import type { PushOutcome } from "#server/mailbox/store/RowStore.ts";

/** What a space may keep in the stores under test. */
export const testQuota = 100_000;

const some = (length: number): Uint8Array => new Uint8Array(randomBytes(length));
const plain = (bytes: Uint8Array): Uint8Array => new Uint8Array(bytes);
const sha256 = (bytes: Uint8Array): Uint8Array =>
  new Uint8Array(createHash("sha256").update(bytes).digest());
const newRow = (size = 40) => ({ uid: some(16), body: some(size) });
const day = 86_400_000;

function kept(outcome: PushOutcome): Extract<PushOutcome, { type: "kept" }> {
  if (outcome.type !== "kept") throw new Error(outcome.type);
  return outcome;
}

/** The laws that every `MailboxStore` keeps. `open` gives one on an empty database. */
export function mailboxStoreLaws(open: () => Promise<MailboxStore>): void {
  let store: MailboxStore;
  let space: Uint8Array;
  const level = async (): Promise<SpaceLevel> => {
    const found = await store.level(space);
    if (!found || found === "gone") throw new Error("no level");
    return found;
  };
  const push = (...rows: ReturnType<typeof newRow>[]) => store.push({ space, membership: 1, rows });

  beforeEach(async () => {
    store = await open();
    space = some(16);
    await store.begin(space, some(200));
  });
  afterEach(() => store.close());

  describe("spaces and their members", () => {
    it("begin once, with a log id of their own, however often they are asked for", async () => {
      const first = await level();
      const again = await store.begin(space, some(200));
      expect(again).toEqual(first);
      expect(first).toMatchObject({ head: 0, floor: 0, membership: 1, bytes: 200 });
      expect(await store.level(some(16))).toBe(null);
      const other = await store.begin(some(16), some(10));
      expect(other === "gone" || other.logId).not.toEqual(first.logId);
    });

    it("append one entry at each number, whoever tries at the same time [M3]", async () => {
      const tries = await Promise.all(
        Array.from({ length: 8 }, (_, index) =>
          store.append(space, 2, Uint8Array.from([index]), null, []),
        ),
      );
      expect(tries.filter(({ type }) => type === "appended")).toHaveLength(1);
      expect(tries.filter(({ type }) => type === "moved")).toHaveLength(7);
      expect(tries).toContainEqual({ type: "moved", number: 2 });
      expect(await store.entriesAfter(space, 1)).toHaveLength(1);
      expect(await store.append(space, 4, some(3), null, [])).toEqual({ type: "moved", number: 2 });
      expect((await level()).membership).toBe(2);
    });

    it("list entries in order, a page at a time", async () => {
      const entries = Array.from({ length: 5 }, () => some(400_000));
      for (const [index, entry] of entries.entries()) {
        await store.append(space, index + 2, entry, null, []);
      }
      const first = await store.entriesAfter(space, 1);
      expect(first.length).toBeGreaterThan(0);
      expect(first.length).toBeLessThan(5);
      const rest = await store.entriesAfter(space, 1 + first.length);
      expect([...first, ...rest].slice(0, 4).map(plain)).toEqual(entries.slice(0, 4));
    });

    it("are gone with everything once removed, and stay gone", async () => {
      await push(newRow());
      await store.remove(space);
      expect(await store.level(space)).toBe("gone");
      expect(await store.begin(space, some(200))).toBe("gone");
      expect(await store.rowsAfter(space, 0, 1_000_000)).toEqual([]);
      expect(await store.entriesAfter(space, 0)).toEqual([]);
      expect(await push(newRow())).toEqual({ type: "none" });
    });
  });

  describe("rows", () => {
    it("get places from 1 without holes, in many pushes at once [V1]", async () => {
      const pushes = await Promise.all(
        Array.from({ length: 30 }, () => push(newRow(), newRow(), newRow())),
      );
      const seqs = pushes.flatMap((outcome) => kept(outcome).places.map(({ seq }) => seq));
      expect(seqs.sort((a, b) => a - b)).toEqual(Array.from({ length: 90 }, (_, i) => i + 1));
      const rows = await store.rowsAfter(space, 0, 1_000_000);
      expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 90 }, (_, i) => i + 1));
      expect((await level()).head).toBe(90);
    });

    it("read back as they were pushed", async () => {
      const rows = [newRow(1), newRow(5_000), newRow(0)];
      const { places, fresh } = kept(await push(...rows));
      expect(places.map(({ seq }) => seq)).toEqual([1, 2, 3]);
      expect(fresh).toHaveLength(3);
      const read = await store.rowsAfter(space, 0, 1_000_000);
      expect(read.map(({ uid, body }) => ({ uid: plain(uid), body: plain(body) }))).toEqual(rows);
      expect((await store.rowsAfter(space, 2, 1_000_000)).map(({ seq }) => seq)).toEqual([3]);
    });

    it("keep their place when they are pushed again, and never take another body [V2]", async () => {
      const row = newRow();
      await push(newRow(), row);
      const again = kept(await push(row, newRow(), row));
      expect(again.places.map(({ seq }) => seq)).toEqual([2, 3, 2]);
      expect(again.fresh).toHaveLength(1);
      const other = kept(await push({ uid: row.uid, body: some(40) }));
      expect(other.otherBody.map(plain)).toEqual([row.uid]);
      expect(other.places).toEqual([]);
      expect(await store.knownRow(space, row.uid)).toMatchObject({ seq: 2 });
      expect(await store.knownRow(space, some(16))).toBe(null);
      const twice = newRow();
      const both = kept(await push(twice, { uid: twice.uid, body: some(3) }));
      expect([both.places.length, both.otherBody.length]).toEqual([1, 1]);
    });

    it("with one uid from many sides at once stand once", async () => {
      const row = newRow();
      const all = await Promise.all(Array.from({ length: 10 }, () => push(row)));
      expect(new Set(all.map((outcome) => kept(outcome).places[0]?.seq))).toEqual(new Set([1]));
      expect((await level()).head).toBe(1);
    });

    it("belong to their space: one uid may stand in two", async () => {
      const other = some(16);
      await store.begin(other, some(10));
      const row = newRow();
      await push(row);
      const there = kept(await store.push({ space: other, membership: 1, rows: [row] }));
      expect(there.places[0]?.seq).toBe(1);
    });

    it("are not kept when the membership moved on, or there is no space", async () => {
      await store.append(space, 2, some(10), null, []);
      expect(await push(newRow())).toEqual({ type: "moved" });
      expect((await level()).head).toBe(0);
      const none = { space: some(16), membership: 1, rows: [newRow()] };
      expect(await store.push(none)).toEqual({ type: "none" });
    });

    it("are refused beyond the quota, one by one, and counted", async () => {
      const big = newRow(testQuota - 300);
      const small = newRow(50);
      const outcome = kept(await push(big, newRow(5_000), small));
      expect(outcome.overQuota).toHaveLength(1);
      expect(outcome.places).toHaveLength(2);
      expect((await level()).bytes).toBe(200 + testQuota - 300 + 50);
      expect(kept(await push(big)).places[0]?.seq).toBe(1);
    });

    it("come in pages that hold what fits, and one at least", async () => {
      await push(newRow(10_000), newRow(10_000), newRow(10_000));
      expect(await store.rowsAfter(space, 0, 21_000)).toHaveLength(2);
      expect(await store.rowsAfter(space, 0, 5)).toHaveLength(1);
      expect(await store.rowsAfter(space, 3, 5)).toHaveLength(0);
    });
  });

  describe("invitations", () => {
    const token = some(32);
    const letter = async (change: { until?: number; mostOpen?: number } = {}) => {
      const invitation = some(16);
      const sealed = some(100);
      const until = change.until ?? 1_000;
      const left = { space, invitation, tokenHash: token, sealed, until };
      return { ...left, result: await store.leaveLetter(left, change.mostOpen ?? 5) };
    };

    it("are taken by one taker, who may ask again; everyone else is too late", async () => {
      const { invitation, sealed } = await letter();
      const takers = Array.from({ length: 10 }, () => some(16));
      const taken = await Promise.all(
        takers.map((taker) => store.takeLetter(invitation, token, taker, 5)),
      );
      const winners = taken.flatMap((one, index) => (typeof one === "string" ? [] : [index]));
      expect(winners).toHaveLength(1);
      expect(taken.filter((one) => one === "used")).toHaveLength(9);
      const again = await store.takeLetter(
        invitation,
        token,
        takers[winners[0] ?? 0] ?? some(16),
        6,
      );
      expect(typeof again === "string" ? again : plain(again.sealed)).toEqual(sealed);
    });

    it("say nothing to a wrong token, and are over after their time", async () => {
      const { invitation } = await letter();
      expect(await store.takeLetter(invitation, some(32), some(16), 5)).toBe("none");
      expect(await store.takeLetter(some(16), token, some(16), 5)).toBe("none");
      expect(await store.takeLetter(invitation, token, some(16), 1_001)).toBe("expired");
      expect(await store.answer(invitation, token, some(9), 1_001)).toBe("expired");
      expect(await store.answer(invitation, some(32), some(9), 5)).toBe("none");
    });

    it("are answered once; the answer waits until the joiner is admitted", async () => {
      const { invitation } = await letter();
      const sealed = some(50);
      expect(await store.answer(invitation, token, sealed, 5)).toBe("kept");
      expect(await store.answer(invitation, token, sealed, 5)).toBe("kept");
      expect(await store.answer(invitation, token, some(50), 5)).toBe("used");
      const answers = await store.answers(space);
      expect(answers.map((one) => [plain(one.invitation), plain(one.sealed)])).toEqual([
        [invitation, sealed],
      ]);
      await store.append(space, 2, some(10), invitation, []);
      expect(await store.answers(space)).toEqual([]);
      expect(await store.takeLetter(invitation, token, some(16), 5)).toBe("none");
    });

    it("keep their id, may be taken back, and are not left without end", async () => {
      const { invitation, sealed, until } = await letter();
      const same = { space, invitation, tokenHash: token, sealed, until };
      expect(await store.leaveLetter(same, 5)).toBe("kept");
      expect(await store.leaveLetter({ ...same, sealed: some(9) }, 5)).toBe("taken");
      expect((await letter({ mostOpen: 1 })).result).toBe("tooMany");
      await store.takeBack(space, invitation);
      expect(await store.takeLetter(invitation, token, some(16), 5)).toBe("none");
      const old = await letter();
      await store.sweep(2_000, 0);
      expect(await store.takeLetter(old.invitation, token, some(16), 5)).toBe("none");
    });
  });

  describe("snapshots", () => {
    /** A device's word for a snapshot: here nobody looks what it says. */
    const word = () => ({ device: some(32), signature: some(64) });
    const snapshot = async (upTo: number, purge = false) => {
      const segment = some(500);
      const hash = sha256(segment);
      await store.putSegment(space, hash, segment, 0, testQuota);
      const manifest = some(200);
      const { logId } = await level();
      const stored = { space, hash: sha256(manifest), manifest, logId, upTo, purge };
      return { ...stored, segments: [hash] };
    };

    it("are made by one device at a time, which may go on; a dead one's lease ends", async () => {
      const [one, other] = [some(32), some(32)];
      expect(await store.lease(space, one, 0, 300)).toEqual({ holds: true, until: 300 });
      expect(await store.lease(space, other, 10, 310)).toEqual({ holds: false, until: 300 });
      expect(await store.lease(space, one, 20, 320)).toEqual({ holds: true, until: 320 });
      expect(await store.lease(space, other, 321, 600)).toEqual({ holds: true, until: 600 });
    });

    it("need all their segments, and never step back or belong to another log", async () => {
      await push(newRow(), newRow(), newRow());
      const good = await snapshot(2);
      const missing = { ...good, segments: [some(32)] };
      expect(await store.putSnapshot(missing, 1, 0)).toBe("segmentsMissing");
      expect(await store.putSnapshot({ ...good, logId: some(16) }, 1, 0)).toBe("otherLog");
      expect(await store.putSnapshot({ ...good, upTo: 4 }, 1, 0)).toBe("otherLog");
      expect(await store.snapshot(space, "latest")).toBe(null);
      expect(await store.putSnapshot(good, 1, 0)).toBe("kept");
      expect(await store.putSnapshot(good, 1, 0)).toBe("kept");
      expect(await store.putSnapshot(await snapshot(1), 1, 0)).toBe("otherLog");
      const latest = await store.snapshot(space, "latest");
      expect(latest && plain(latest.manifest)).toEqual(good.manifest);
      expect(await store.snapshot(space, "confirmed")).toBe(null);
      const [segment = some(32)] = good.segments;
      expect(sha256((await store.segment(space, segment)) ?? some(1))).toEqual(segment);
      expect(await store.segment(some(16), segment)).toBe(null);
    });

    it("let bodies go 30 days after two devices vouched for them, and still know their uids [N2]", async () => {
      const rows = [newRow(), newRow(), newRow()];
      await push(...rows);
      const good = await snapshot(2);
      await store.putSnapshot(good, 1, 0);
      await store.sweep(31 * day, day);
      expect(await store.rowsAfter(space, 0, 1_000_000)).toHaveLength(3);
      expect(await store.confirm(space, some(32), word(), 1, 0)).toBe("none");
      await store.sweep(31 * day, day);
      expect(await store.rowsAfter(space, 0, 1_000_000)).toHaveLength(3);
      expect(await store.snapshot(space, "confirmed")).toBe(null);
      expect(await store.confirm(space, good.hash, word(), 1, 5 * day)).toBe("kept");
      const confirmed = await store.snapshot(space, "confirmed");
      expect(confirmed && plain(confirmed.manifest)).toEqual(good.manifest);
      await store.sweep(31 * day, day);
      expect(await store.rowsAfter(space, 0, 1_000_000)).toHaveLength(3);
      await store.sweep(36 * day, 6 * day);
      const left = await store.rowsAfter(space, 0, 1_000_000);
      expect(left.map(({ seq }) => seq)).toEqual([3]);
      expect(await level()).toMatchObject({ head: 3, floor: 2, bytes: 200 + 40 + 500 });
      expect(kept(await push(...rows)).places.map(({ seq }) => seq)).toEqual([1, 2, 3]);
      expect(await store.putSnapshot(await snapshot(1), 1, 0)).toBe("otherLog");
    });

    it("of a space with one device are confirmed by it alone", async () => {
      await push(newRow());
      await store.putSnapshot(await snapshot(1), 0, 0);
      await store.sweep(31 * day, day);
      expect(await level()).toMatchObject({ head: 1, floor: 1 });
    });

    it("are shown with every word for them, each device's once, until they go [N2]", async () => {
      await push(newRow(), newRow());
      const words = [word(), word(), word()];
      const [one = word(), other = word(), late = word()] = words;
      const good = await snapshot(1);
      const hex = (each: readonly ReturnType<typeof word>[] = []) =>
        each
          .map(({ device, signature }) => Buffer.concat([device, signature]).toString("hex"))
          .sort();
      const shown = async (which: "latest" | "confirmed" | Uint8Array) => {
        const found = await store.snapshot(space, which);
        return found && hex(found.confirmations);
      };
      await store.putSnapshot(good, 2, 0);
      expect(await shown("latest")).toEqual([]);
      expect(await store.confirm(space, good.hash, one, 2, 0)).toBe("kept");
      const again = { ...one, signature: some(64) };
      expect(await store.confirm(space, good.hash, again, 2, 0)).toBe("kept");
      // The same device twice is one: it is not confirmed yet.
      expect(await shown("confirmed")).toBe(null);
      expect(await shown(good.hash)).toEqual(hex([one]));
      await store.confirm(space, good.hash, other, 2, 0);
      await store.confirm(space, good.hash, late, 2, 0);
      expect(await shown("confirmed")).toEqual(hex(words));
      await store.putSnapshot(await snapshot(2), 0, 0);
      expect(await shown("confirmed")).toEqual([]);
      expect(await shown(good.hash)).toBe(null);
    });

    it("that are still young hold no row back whose time has come", async () => {
      await push(newRow(), newRow(), newRow());
      await store.putSnapshot(await snapshot(1), 0, 0);
      await store.putSnapshot(await snapshot(2), 0, 20 * day);
      await store.putSnapshot(await snapshot(3), 0, 29 * day);
      await store.sweep(31 * day, day);
      expect(await level()).toMatchObject({ head: 3, floor: 1 });
      await store.sweep(51 * day, 21 * day);
      expect(await level()).toMatchObject({ head: 3, floor: 2 });
    });

    it("pile up no higher than the newest, and the newest that was confirmed", async () => {
      await push(newRow(), newRow(), newRow(), newRow());
      const made: Awaited<ReturnType<typeof snapshot>>[] = [];
      const put = async () => {
        const next = await snapshot(made.length + 1);
        made.push(next);
        await store.putSnapshot(next, 1, 0);
        return next.hash;
      };
      const there = async () => {
        const each = made.map(async ({ hash, upTo, segments: [segment = some(32)] }) => {
          const manifest = await store.snapshot(space, hash);
          expect((await store.segment(space, segment)) === null).toBe(manifest === null);
          return manifest === null ? [] : [upTo];
        });
        return (await Promise.all(each)).flat();
      };
      await put();
      const two = await put();
      expect(await there()).toEqual([2]);
      await store.confirm(space, two, word(), 1, 0);
      await put();
      expect(await there()).toEqual([2, 3]);
      const four = await put();
      expect(await there()).toEqual([2, 4]);
      const { bytes } = await level();
      await store.confirm(space, four, word(), 1, 0);
      expect(await there()).toEqual([4]);
      expect((await level()).bytes).toBe(bytes - 500);
    });

    it("marked to purge let bodies and older snapshots go as soon as they are confirmed", async () => {
      await push(newRow(), newRow());
      const older = await snapshot(1);
      await store.putSnapshot(older, 1, day);
      const purge = await snapshot(2, true);
      await store.putSnapshot(purge, 1, day);
      expect(await store.rowsAfter(space, 0, 1_000_000)).toHaveLength(2);
      expect(await store.confirm(space, purge.hash, word(), 1, day)).toBe("purged");
      expect(await store.confirm(space, purge.hash, word(), 1, day)).toBe("kept");
      expect(await store.rowsAfter(space, 0, 1_000_000)).toHaveLength(0);
      expect(await level()).toMatchObject({ head: 2, floor: 2, bytes: 200 + 500 });
      expect(await store.snapshot(space, older.hash)).toBe(null);
      expect(await store.segment(space, older.segments[0] ?? some(32))).toBe(null);
      expect(await store.segment(space, purge.segments[0] ?? some(32))).not.toBe(null);
    });

    it("leave it to the one that comes in their place to purge", async () => {
      await push(newRow(), newRow());
      await store.putSnapshot(await snapshot(1, true), 1, 0);
      const later = await snapshot(2);
      await store.putSnapshot(later, 1, 0);
      expect(await store.confirm(space, later.hash, word(), 1, 0)).toBe("purged");
      expect(await store.rowsAfter(space, 0, 1_000_000)).toHaveLength(0);
    });

    it("let segments go that no manifest came to name: with the next lease, or after a day", async () => {
      const [bytes, again] = [some(600), some(700)];
      await store.putSegment(space, sha256(bytes), bytes, 0, testQuota);
      const tooBig = some(2 * testQuota);
      expect(await store.putSegment(space, some(32), tooBig, 0, testQuota)).toBe("quota");
      await store.sweep(day - 1, -1);
      expect(await store.segment(space, sha256(bytes))).not.toBe(null);
      await store.sweep(day + 1, -1);
      expect(await store.segment(space, sha256(bytes))).toBe(null);
      await store.putSegment(space, sha256(again), again, 0, testQuota);
      await store.lease(space, some(32), 0, 300);
      expect(await store.segment(space, sha256(again))).toBe(null);
      expect((await level()).bytes).toBe(200);
    });

    it("may be made in a space that is full", async () => {
      const body = some(testQuota - 200);
      await push({ uid: some(16), body });
      expect(kept(await push(newRow())).overQuota).toHaveLength(1);
      const made = await snapshot(1, true);
      expect(await store.putSnapshot(made, 0, 0)).toBe("purged");
      expect(kept(await push(newRow())).overQuota).toHaveLength(0);
    });
  });

  describe("voices", () => {
    const numbers = async () => (await store.voicesAfter(space, 0)).map(({ number }) => number);
    const newBox = async (isForAll = false) => {
      const box = some(16);
      await store.putBox(space, box, some(60), 2, isForAll);
      return box;
    };

    it("go into their box, numbered, until they are taken out", async () => {
      const box = some(16);
      const key = some(60);
      expect(await store.addVoice(box, some(9), 0, 90)).toBe("none");
      expect(await store.putBox(space, box, key, 2, false)).toBe("kept");
      expect(plain((await store.boxKey(box)) ?? some(1))).toEqual(key);
      const voices = [some(20), some(30), some(40)];
      for (const voice of voices) expect(await store.addVoice(box, voice, 0, 90)).toBe("kept");
      expect(await store.addVoice(box, some(9), 0, 90)).toBe("full");
      const listed = await store.voicesAfter(space, 1);
      expect(listed.map(({ number, sealed }) => [number, plain(sealed)])).toEqual([
        [2, voices[1]],
        [3, voices[2]],
      ]);
      await store.dropVoices(space, 2);
      expect(await store.addVoice(box, some(9), 0, 90)).toBe("kept");
      expect(await numbers()).toEqual([3, 4]);
    });

    it("go once every member has them: a team that reads is never deaf, however many came before", async () => {
      const box = await newBox();
      const members = [some(32), some(32)];
      const [one = some(32), other = some(32)] = members;
      for (let number = 1; number <= 30; number += 1) {
        expect(await store.addVoice(box, some(40), 0, 100)).toBe("kept");
        await store.readVoices(space, one, number, members);
        expect(await numbers()).toEqual([number]);
        await store.readVoices(space, other, number, members);
        expect(await numbers()).toEqual([]);
      }
      // Who is removed is not waited for, and counts no more as somebody who has read.
      expect(await store.addVoice(box, some(40), 0, 100)).toBe("kept");
      await store.readVoices(space, one, 31, [one]);
      expect(await numbers()).toEqual([]);
    });

    it("make room once two devices have them, and are kept while fewer have", async () => {
      const box = await newBox();
      const members = [some(32), some(32), some(32)];
      const [one = some(32), other = some(32)] = members;
      for (const size of [40, 40]) await store.addVoice(box, some(size), 0, 100);
      await store.readVoices(space, one, 2, members);
      expect(await store.addVoice(box, some(40), 0, 100)).toBe("full");
      await store.readVoices(space, other, 1, members);
      expect(await numbers()).toEqual([1, 2]);
      expect(await store.addVoice(box, some(40), 0, 100)).toBe("kept");
      expect(await numbers()).toEqual([2, 3]);
      expect(await store.addVoice(box, some(40), 0, 100)).toBe("full");
    });

    it("go thirty days after two devices read them, and never for their age alone", async () => {
      const box = await newBox();
      const members = [some(32), some(32), some(32)];
      const [one = some(32), other = some(32)] = members;
      for (const at of [0, 0, 50 * day]) await store.addVoice(box, some(40), at, 1_000);
      await store.readVoices(space, one, 3, members);
      await store.sweep(60 * day, 30 * day);
      expect(await numbers()).toEqual([1, 2, 3]);
      await store.readVoices(space, other, 3, members);
      await store.sweep(60 * day, 30 * day);
      expect(await numbers()).toEqual([3]);
    });

    it("are counted by box: whoever fills one leaves the others their room", async () => {
      const [mine, theirs] = [await newBox(), await newBox()];
      await store.addVoice(mine, some(40), 0, 100);
      for (const size of [40, 40]) await store.addVoice(theirs, some(size), 0, 100);
      expect(await store.addVoice(theirs, some(40), 0, 100)).toBe("full");
      expect(await store.addVoice(mine, some(40), 0, 100)).toBe("kept");
      // Making room in one takes nothing from another that was read as well.
      const members = [some(32), some(32), some(32)];
      for (const device of members.slice(1)) await store.readVoices(space, device, 4, members);
      expect(await store.addVoice(theirs, some(40), 0, 100)).toBe("kept");
      expect(await numbers()).toEqual([1, 4, 5]);
    });

    it("of a box for all wait for every member's device, for a year, and make room for nothing", async () => {
      const box = await newBox(true);
      const members = [some(32), some(32), some(32)];
      for (const at of [0, 400 * day]) await store.addVoice(box, some(40), at, 100);
      for (const device of members.slice(1)) await store.readVoices(space, device, 2, members);
      expect(await store.addVoice(box, some(40), 0, 100)).toBe("full");
      await store.sweep(360 * day, 330 * day);
      expect(await numbers()).toEqual([1, 2]);
      await store.sweep(401 * day, 371 * day);
      expect(await numbers()).toEqual([2]);
      await store.readVoices(space, members[0] ?? some(32), 2, members);
      expect(await numbers()).toEqual([]);
    });

    it("do not count as read by who is a member no more", async () => {
      const box = await newBox();
      const members = [some(32), some(32), some(32)];
      const [one = some(32), gone = some(32)] = members;
      for (const at of [0, 0]) await store.addVoice(box, some(40), at, 100);
      for (const device of [one, gone]) await store.readVoices(space, device, 2, members);
      const { membership } = await level();
      await store.append(space, membership + 1, some(10), null, [gone]);
      expect(await store.addVoice(box, some(40), 0, 100)).toBe("full");
      await store.sweep(60 * day, 30 * day);
      expect(await numbers()).toEqual([1, 2]);
    });

    it("are not read ahead: a device that names a number to come still gets what comes", async () => {
      const box = await newBox();
      const one = some(32);
      await store.addVoice(box, some(40), 0, 1_000);
      await store.readVoices(space, one, 1_000, [one]);
      expect(await store.addVoice(box, some(40), 0, 1_000)).toBe("kept");
      await store.readVoices(space, one, 1, [one]);
      expect(await numbers()).toEqual([2]);
    });

    it("have boxes that belong to one space and can be closed", async () => {
      const box = some(16);
      const other = some(16);
      await store.begin(other, some(10));
      await store.putBox(space, box, some(60), 2, false);
      expect(await store.putBox(other, box, some(60), 2, false)).toBe("taken");
      expect(await store.putBox(space, box, some(61), 2, false)).toBe("kept");
      expect(await store.putBox(space, some(16), some(60), 2, false)).toBe("kept");
      expect(await store.putBox(space, some(16), some(60), 2, false)).toBe("tooMany");
      await store.dropBox(other, box);
      expect(await store.boxKey(box)).not.toBe(null);
      await store.dropBox(space, box);
      expect(await store.boxKey(box)).toBe(null);
      expect(await store.addVoice(box, some(9), 0, 90)).toBe("none");
    });
  });

  describe("nonces and tickets", () => {
    it("count once, whoever tries at the same time", async () => {
      const nonce = some(40);
      const spent = await Promise.all(
        Array.from({ length: 8 }, () => store.spendNonce(nonce, 100)),
      );
      expect(spent.filter(Boolean)).toHaveLength(1);
      await store.sweep(101, 0);
      expect(await store.spendNonce(nonce, 300)).toBe(true);

      const [ticket, device] = [some(32), some(32)];
      await store.putTicket(ticket, device, 60);
      const taken = await Promise.all(
        Array.from({ length: 8 }, () => store.takeTicket(ticket, 50)),
      );
      expect(taken.filter((one) => one !== null).map((one) => plain(one ?? some(1)))).toEqual([
        device,
      ]);
      const late = some(32);
      await store.putTicket(late, device, 60);
      expect(await store.takeTicket(late, 61)).toBe(null);
      expect(await store.takeTicket(some(32), 5)).toBe(null);
    });
  });

  it("answers when asked whether it is there", async () => {
    await expect(store.ping()).resolves.toBeUndefined();
  });
}
