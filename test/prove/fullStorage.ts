import type { Result } from "#base/Result.ts";
import type { StorageFailure } from "#core/journal/Door.ts";
import { seededRandom } from "../unit/replica/seededRandom.ts";
import { openTestApp } from "../unit/vault/openTestApp.ts";
import { draftOf, listenTo, textOf, value } from "../unit/vault/openTestJournal.ts";
import { Failures, type Suite } from "./Suite.ts";

const full: Result<never, StorageFailure> = { ok: false, error: { type: "StorageFull" } };

/** Storage that refuses at any write: what was acknowledged stays, what was not is said not to be kept, and can be kept later. */
export const fullStorage: Suite = {
  name: "storage full",
  law: "kept words stay; a refusal is told; the same words are kept once there is room",
  full: 30,
  short: 5,
  run: async (count) => {
    const failures = new Failures();
    let refused = 0;
    for (let round = 0; round < count; round += 1) {
      const random = seededRandom(round + 1);
      let room = Number.POSITIVE_INFINITY;
      const spend = () => {
        room -= 1;
        return room >= 0;
      };
      const app = openTestApp(round + 1, (rows) => ({
        ...rows,
        commit: async (...of) => (spend() ? rows.commit(...of) : full),
        putDraft: async (...of) => (spend() ? rows.putDraft(...of) : full),
        addMissing: async (...of) => (spend() ? rows.addMissing(...of) : full),
      }));
      const { id, words } = await app.begin();
      room = 1 + ((random.bytes(1)[0] ?? 0) % 12);
      const acknowledged: string[] = [];
      const waiting: ReturnType<typeof draftOf>[] = [];
      for (let at = 0; at < 8; at += 1) {
        const draft = draftOf(`Round ${round}, note ${at}`);
        await app.vault().saveDraft(draft);
        const kept = await app.vault().keepDraft(draft);
        if (kept.ok) acknowledged.push(`Round ${round}, note ${at}`);
        else {
          failures.expect(kept.error.type === "StorageFull", () => `${round}: ${kept.error.type}`);
          refused += 1;
          waiting.push(draft);
        }
      }
      const stored = async () => {
        value(await app.door.unlock(id, { type: "recovery", words }));
        const ear = await listenTo(app.opened());
        await ear.loaded;
        return [...ear.records.values()].map(textOf).toSorted();
      };
      const before = await stored();
      failures.expect(
        JSON.stringify(before) === JSON.stringify(acknowledged.toSorted()),
        () => `${round}: ${before.length} stored of ${acknowledged.length} acknowledged`,
      );
      room = Number.POSITIVE_INFINITY;
      for (const draft of waiting) value(await app.vault().keepDraft(draft));
      failures.expect((await stored()).length === 8, () => `${round}: not all kept in the end`);
    }
    return {
      tried: count,
      failures: failures.list,
      control: refused > 0,
      note: `${refused} writes refused`,
    };
  },
};
