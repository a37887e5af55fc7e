import { ageFile, backUp, openTestApp } from "../unit/vault/openTestApp.ts";
import { draftOf, value } from "../unit/vault/openTestJournal.ts";
import { Failures, type Suite } from "./Suite.ts";

/** A backup that breaks off: refused whole at every place, by look, restore and rehearsal, with nothing changed. */
export const cutBackups: Suite = {
  name: "cut backups",
  law: "refused whole wherever it is cut; no journal is made and none changed",
  full: 50,
  short: 8,
  run: async (count) => {
    const failures = new Failures();
    const app = openTestApp(1);
    const { words } = await app.begin();
    for (let at = 0; at < 60; at += 1)
      value(await app.vault().keepDraft(draftOf(`Note ${at} ${"word ".repeat(500)}`)));
    const bytes = await backUp(app.vault());
    const device = () => JSON.stringify([[...app.covers.rows], [...app.stores.keys()]]);
    const before = device();
    const journal = {
      cover: { symbol: "bird", colour: "slate" },
      hiddenName: null,
      passphrase: "another four plain words",
      recoveryWords: words,
    } as const;
    for (let cut = 0; cut < count; cut += 1) {
      // Half of them anywhere, half at the very end of a chunk of age's.
      const length =
        cut % 2 === 0
          ? Math.floor((bytes.length * cut) / count)
          : Math.max(0, bytes.length - 1 - ((((cut - 1) / 2) * 65_552) % bytes.length));
      const file = ageFile(bytes.slice(0, length));
      const read = await app.door.readBackup(file, words);
      const restored = await app.door.restore(file, journal);
      const checked = await app.vault().checkBackup(file, words);
      failures.expect(!read.ok && !restored.ok && !checked.ok, () => `cut at ${length} was taken`);
    }
    failures.expect(device() === before, () => "the device changed");
    const control = (await app.door.readBackup(ageFile(bytes), words)).ok;
    return { tried: count, failures: failures.list, control, note: `of ${bytes.length} bytes` };
  },
};
