import { createKeyRing } from "#app/workers/vault/createKeyRing.ts";
import type { JournalId } from "#core/identifiers.ts";
import type { Unlocking } from "#core/journal/Door.ts";
import type { HeldUnlocking } from "#core/journal/WaysToUnlock.ts";
import { seededRandom } from "../unit/replica/seededRandom.ts";
import { value } from "../unit/vault/openTestJournal.ts";
import { Failures, type Suite } from "./Suite.ts";

const passphrase = "teal kettle morning";
type Slot = Record<string, unknown>;

/** Wrong passphrases, codes and passkeys, and slots that were swapped, weakened or edited on the disk: none opens. One in ten is a passphrase, which costs a slow hash. */
export const wrongUnlocks: Suite = {
  name: "wrong unlocks",
  law: "no wrong passphrase, code or passkey, and no swapped, weakened or edited slot, ever opens",
  full: 1000,
  short: 30,
  run: async (count) => {
    const failures = new Failures();
    const random = seededRandom(11);
    const keys = createKeyRing(random);
    const [one, other] = ["one" as JournalId, "other" as JournalId];
    const secret = () => new Uint8Array(32).fill(9);
    const made = async (id: JournalId) => {
      const words = await keys.recoveryWords();
      const { slots } = value(await keys.make(id, passphrase, words));
      const way = {
        type: "passkey",
        credential: "Y3JlZA",
        salt: "A".repeat(43),
        secret: secret(),
      } as const;
      const proof = { type: "recovery", words } as const;
      return { words, slots: value(await keys.withWay(id, slots, proof, way)) };
    };
    const [mine, theirs] = [await made(one), await made(other)];
    const [passkey] = keys.ways(mine.slots).passkeys;
    const slot = passkey?.slot ?? "";
    const attempt = async (slots: unknown, how: Unlocking | HeldUnlocking, what: string) => {
      const opened = await keys.unlock(one, slots, how);
      failures.expect(!opened.ok, () => `${what} opened`);
    };
    for (let tries = 0; tries < count; tries += 1) {
      if (tries % 10 === 0)
        await attempt(
          mine.slots,
          { type: "passphrase", passphrase: `${passphrase}${tries}` },
          "a wrong passphrase",
        );
      else if (tries % 2 === 0)
        await attempt(
          mine.slots,
          { type: "recovery", words: await keys.recoveryWords() },
          "a wrong code",
        );
      else
        await attempt(
          mine.slots,
          { type: "passkey", slot, secret: new Uint8Array(random.bytes(32)) },
          "a wrong passkey",
        );
    }
    // What somebody with the disk might do to the slots, tried with the right passphrase, code and passkey.
    const slotsOf = (stored: unknown) => (stored as { slots: readonly Slot[] }).slots;
    const right = {
      passphrase: { type: "passphrase", passphrase },
      recovery: { type: "recovery", words: mine.words },
    } as const;
    const edits: { readonly what: string; readonly slot: Slot }[] = [];
    for (const stored of slotsOf(mine.slots)) {
      const kdf = stored.kdf as Slot | undefined;
      const twin = slotsOf(theirs.slots).find(({ kind }) => kind === stored.kind) ?? {};
      edits.push(
        { what: "another journal's slot", slot: twin },
        { what: "another journal's wrapped key", slot: { ...stored, wrapped: twin.wrapped } },
        { what: "another epoch", slot: { ...stored, epoch: 2 } },
        { what: "another id", slot: { ...stored, id: "renamed" } },
        { what: "another version", slot: { ...stored, version: 2 } },
        { what: "one more field", slot: { ...stored, trusted: true } },
        ...(kdf
          ? [
              { what: "less memory", slot: { ...stored, kdf: { ...kdf, memoryKiB: 8 } } },
              { what: "fewer rounds", slot: { ...stored, kdf: { ...kdf, iterations: 1 } } },
              { what: "more rounds", slot: { ...stored, kdf: { ...kdf, iterations: 4 } } },
              {
                what: "memory without end",
                slot: { ...stored, kdf: { ...kdf, memoryKiB: 4_000_000_000 } },
              },
              { what: "no salt", slot: { ...stored, kdf: { ...kdf, salt: "" } } },
            ]
          : [{ what: "another salt", slot: { ...stored, salt: `${"B".repeat(42)}A` } }]),
      );
    }
    for (const { what, slot: edited } of edits) {
      const slots = { version: 1, slots: [edited] };
      if (edited.kind === "passphrase") await attempt(slots, right.passphrase, what);
      else if (edited.kind === "recovery") await attempt(slots, right.recovery, what);
      else
        await attempt(slots, { type: "passkey", slot: String(edited.id), secret: secret() }, what);
    }
    // Control: the right ones open what was not touched.
    const opens = await Promise.all([
      keys.unlock(one, mine.slots, right.passphrase),
      keys.unlock(one, mine.slots, right.recovery),
      keys.unlock(one, mine.slots, { type: "passkey", slot, secret: secret() }),
    ]);
    return {
      tried: count + edits.length,
      failures: failures.list,
      control: opens.every(({ ok }) => ok),
      note: `${count} wrong keys, ${edits.length} edited slots`,
    };
  },
};
