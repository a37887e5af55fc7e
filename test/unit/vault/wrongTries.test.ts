import fc from "fast-check";
import { expect, test } from "vitest";
import { type Instant, instant } from "#base/Clock.ts";
import { err, ok } from "#base/Result.ts";
import type { JournalId } from "#core/identifiers.ts";
import type { CoverStore } from "#vault/CoverStore.ts";
import { tryKey } from "#vault/tryKey.ts";
import { freeTries, noTries, type Tries, triesLeft, waiting, wrongTry } from "#vault/wrongTries.ts";
import { noCovers, openMemoryCovers } from "../../contract/storage/memoryCovers.ts";

const start = instant(1_795_358_451_000);
const minute = 60_000;
const after = (count: number, now: Instant = start): Tries =>
  Array.from({ length: count }).reduce<Tries>((tries) => wrongTry(tries, now), noTries);
const minutes = (tries: Tries, now: Instant = start) => {
  const { until } = waiting(tries, now);
  return until === null ? 0 : (until - now) / minute;
};

test("nine wrong tries cost no waiting, the tenth and later ones more and more, up to a quarter of an hour", () => {
  const counts = [0, 1, 9, 10, 11, 12, 13, 14, 15, 100];
  expect(counts.map((count) => minutes(after(count)))).toEqual([0, 0, 0, 1, 2, 5, 10, 15, 15, 15]);
  expect([0, 9, 10, 11].map((count) => triesLeft(after(count)))).toEqual([freeTries, 1, 0, 0]);
});

test("a wait is over when it is over, and the next wrong try starts a longer one", () => {
  const tries = after(10);
  expect(waiting(tries, instant(start + minute - 1)).until).toBe(start + minute);
  expect(waiting(tries, instant(start + minute)).until).toBe(null);
  expect(minutes(wrongTry(tries, instant(start + minute)), instant(start + minute))).toBe(2);
});

test("however the clock is set, nobody waits longer than a quarter of an hour from when they look", () => {
  const moment = fc.integer({ min: -8.64e15, max: 8.64e15 }).map(instant);
  fc.assert(
    fc.property(moment, moment, fc.nat(40), (then, now, count) => {
      expect(minutes(after(count, then), now)).toBeLessThanOrEqual(15);
    }),
  );
});

test("a wait that began in a future that was a mistake begins now, once", () => {
  const future = instant(start + 5 * 365 * 24 * 60 * minute);
  const { tries, until } = waiting(after(12, future), start);
  expect(until).toBe(start + 5 * minute);
  expect(waiting(tries, instant(start + 3 * minute)).until).toBe(start + 5 * minute);
});

const id = "journal" as JournalId;
const clock = { now: () => start };
/** A journal with so many wrong tries behind it. */
async function journalAfter(wrong: number) {
  const kept = noCovers();
  const covers = openMemoryCovers(kept);
  await covers.add({
    id,
    data: 1,
    shown: { type: "cover", cover: { symbol: "leaf", colour: "green" } },
    slots: null,
    tries: after(wrong),
    inside: new Uint8Array(),
    backup: new Uint8Array(),
  });
  return { covers, tries: () => kept.rows.get(id)?.tries };
}
const wrongKey = async () => err({ type: "WrongKey" } as const);

test("a try whose hash could not be fetched guessed nothing: it is not counted, and the fault is told", async () => {
  const { covers, tries } = await journalAfter(3);
  const trying = tryKey({ covers, clock }, id, async () => {
    throw new TypeError("Failed to fetch dynamically imported module");
  });
  await expect(trying).rejects.toThrow("Failed to fetch");
  expect(tries()).toEqual(after(3));
});

test("a page that is left while it unlocks costs no try; one that was answered does", async () => {
  const { covers, tries } = await journalAfter(3);
  void tryKey({ covers, clock }, id, () => new Promise(() => undefined));
  await expect.poll(() => tries()).toEqual(after(3));
  expect(await tryKey({ covers, clock }, id, wrongKey)).toMatchObject({ error: { triesLeft: 6 } });
  expect(tries()).toEqual(after(4));
});

test("no answer, right or wrong, is given before it is counted", async () => {
  for (const attempt of [wrongKey, async () => ok("the key")]) {
    const { covers, tries } = await journalAfter(3);
    const seen: string[] = [];
    const slow: CoverStore = {
      ...covers,
      change: async (of, change) => {
        const changed = await covers.change(of, change);
        // However long the disk takes, nothing is answered before it.
        for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
        seen.push(JSON.stringify(tries()));
        return changed;
      },
    };
    await tryKey({ covers: slow, clock }, id, attempt).then(() => seen.push("answered"));
    const counted = attempt === wrongKey ? after(4) : noTries;
    expect(seen).toEqual([JSON.stringify(after(3)), JSON.stringify(counted), "answered"]);
  }
});

test("however many tries are made at once, and in whatever order they end, no more than ten are answered", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat(9),
      fc.shuffledSubarray([...Array(25).keys()], { minLength: 25 }),
      async (before, order) => {
        const { covers } = await journalAfter(before);
        const ends: (() => void)[] = [];
        // The last of them would be right.
        const tries = order.map((_, number) =>
          tryKey({ covers, clock }, id, async () => {
            await new Promise<void>((resolve) => {
              ends[number] = resolve;
            });
            return number === 24 ? ok("the key") : wrongKey();
          }),
        );
        await expect.poll(() => ends.filter(Boolean).length).toBe(25);
        const answers: string[] = [];
        for (const number of order) {
          ends[number]?.();
          const tried = await tries[number];
          answers.push(tried?.ok ? "key" : (tried?.error.type ?? ""));
        }
        const right = order.indexOf(24);
        const free = freeTries - before;
        const expected = order.map((number, place) => {
          const wrong = right < free && place > right ? place - right : before + place + 1;
          if (number === 24) return place < free ? "key" : "Wait";
          return wrong < freeTries ? "WrongKey" : "Wait";
        });
        expect(answers).toEqual(expected);
      },
    ),
    { numRuns: 50 },
  );
});
