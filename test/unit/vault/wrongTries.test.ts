import fc from "fast-check";
import { expect, test } from "vitest";
import { type Instant, instant } from "#base/Clock.ts";
import type { JournalId } from "#core/identifiers.ts";
import { tryKey } from "#vault/tryKey.ts";
import {
  freeTries,
  givenBack,
  noTries,
  type Tries,
  triesLeft,
  waiting,
  wrongTry,
} from "#vault/wrongTries.ts";
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

test("a try that guessed nothing is given back alone, whatever other tabs counted meanwhile", () => {
  fc.assert(
    fc.property(fc.nat(30), fc.nat(12), (earlier, meanwhile) => {
      const before = after(earlier);
      const counted = wrongTry(before, start);
      const latest = Array.from({ length: meanwhile }).reduce<Tries>(
        (tries) => wrongTry(tries, start),
        counted,
      );
      expect(givenBack(latest, { before, counted })).toEqual(after(earlier + meanwhile));
    }),
  );
});

test("a try that guessed nothing gives nothing back of tries begun anew after an unlock", () => {
  const before = after(4);
  const counted = wrongTry(before, start);
  expect(givenBack(after(2), { before, counted })).toEqual(after(2));
});

test("a try whose hash could not be fetched guessed nothing: it is given back, and the fault is told", async () => {
  const kept = noCovers();
  const covers = openMemoryCovers(kept);
  const id = "journal" as JournalId;
  await covers.add({
    id,
    data: 1,
    shown: { type: "cover", cover: { symbol: "leaf", colour: "green" } },
    slots: null,
    tries: after(3),
    inside: new Uint8Array(),
    backup: new Uint8Array(),
  });
  const seen: number[] = [];
  const trying = tryKey({ covers, clock: { now: () => start } }, id, async () => {
    const row = await covers.find(id);
    seen.push(row.ok && row.value !== null ? row.value.tries.wrong : -1);
    throw new TypeError("Failed to fetch dynamically imported module");
  });
  await expect(trying).rejects.toThrow("Failed to fetch");
  const row = await covers.find(id);
  expect(seen).toEqual([4]);
  expect(row.ok && row.value?.tries.wrong).toBe(3);
});
