import { instant } from "#base/Clock.ts";
import { seededRandom } from "../unit/replica/seededRandom.ts";
import { openTestApp } from "../unit/vault/openTestApp.ts";
import { draftOf, listenTo, textOf, value } from "../unit/vault/openTestJournal.ts";
import { Failures, type Suite } from "./Suite.ts";

const hour = 3_600_000;
const day = 24 * hour;
/** By a minute, an hour (as at a change of summer time), a day, ten years; there and back. */
const jumps = [60_000, -60_000, hour, -hour, day, -day, 3653 * day, -3653 * day];

/** A clock that jumps between writes: nothing is lost, the order of writing stays, the bin is not emptied by a wrong clock, and nobody is locked out. */
export const movedClock: Suite = {
  name: "clock moved",
  law: "nothing lost, order of writes kept, bin not emptied by one wrong clock, nobody locked out",
  full: 100,
  short: 8,
  run: async (count) => {
    const failures = new Failures();
    let control = false;
    for (let round = 0; round < count; round += 1) {
      const random = seededRandom(round + 7);
      const app = openTestApp(round + 1);
      const { id, words } = await app.begin();
      const start = app.clock.now();
      const binned = value(await app.vault().keepDraft(draftOf("In the bin")));
      const { record, basis } = value(await app.vault().open(binned.entry.id));
      value(await app.vault().save([{ basis, next: { ...record, deletedAt: app.clock.now() } }]));
      const marks: number[] = [];
      for (let at = 0; at < 10; at += 1) {
        const by = jumps[(random.bytes(1)[0] ?? 0) % jumps.length] ?? 0;
        app.clock.set(instant(app.clock.now() + by));
        marks.push(value(await app.vault().keepDraft(draftOf(`Note ${at}`))).mark);
      }
      failures.expect(
        marks.every((mark, at) => at === 0 || mark > (marks[at - 1] ?? 0)),
        () => `${round}: order of writes`,
      );
      // Unlocked once by a clock that is wrong by ten years, then by the right one.
      for (const now of [start + 3653 * day, start]) {
        app.clock.set(instant(now));
        value(await app.door.unlock(id, { type: "recovery", words }));
        const ear = await listenTo(app.opened());
        await ear.loaded;
        await app.opened().settled();
        const texts = [...ear.records.values()].map(textOf);
        for (let at = 0; at < 10; at += 1)
          failures.expect(texts.includes(`Note ${at}`), () => `${round}: note ${at} is lost`);
        failures.expect(
          (await app.vault().open(binned.entry.id)).ok,
          () => `${round}: the bin was emptied`,
        );
      }
      // Wrong tries by a clock ahead make nobody wait for years once it is right again.
      app.clock.set(instant(start + 3653 * day));
      const wrong = await app.door.recoveryWords();
      for (let tries = 0; tries < 10; tries += 1)
        await app.door.unlock(id, { type: "recovery", words: wrong });
      app.clock.set(instant(start));
      const refused = await app.door.unlock(id, { type: "recovery", words });
      const until = refused.ok || refused.error.type !== "Wait" ? start : refused.error.until;
      control ||= !refused.ok;
      failures.expect(
        until - start <= 15 * 60_000,
        () => `${round}: locked out for ${until - start} ms`,
      );
      app.clock.set(instant(until + 1));
      failures.expect(
        (await app.door.unlock(id, { type: "recovery", words })).ok,
        () => `${round}: locked out`,
      );
    }
    return {
      tried: count * 10,
      failures: failures.list,
      control,
      note: `${jumps.length} kinds of jumps`,
    };
  },
};
