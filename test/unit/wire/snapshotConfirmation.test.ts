import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { idText } from "#wire/idText.ts";
import type { Membership } from "#wire/Membership.ts";
import type { UnsignedManifest } from "#wire/SnapshotManifest.ts";
import {
  type Confirmation,
  confirmationSigned,
  confirmersNeeded,
  confirmersOf,
} from "#wire/snapshotConfirmation.ts";
import { admit, appended, begin, rotate, someBytes } from "./membershipLog.ts";
import { newDevice, nodeCrypto, type TestDevice } from "./nodeCrypto.ts";

type About = Pick<UnsignedManifest, "by" | "epoch" | "heads">;

/** A snapshot of that device's, in that epoch, which covers rows of those devices. */
const about = (by: TestDevice, epoch: number, ...covered: readonly TestDevice[]): About => ({
  by: by.id,
  epoch,
  heads: covered.map(({ id }) => ({ device: id, counter: 1, hash: someBytes(32) })),
});

type Step = { readonly type: "admit" } | { readonly type: "rotate"; readonly removes: number };

/** What happens in a space, a step at a time: somebody comes, or the key changes and some go. */
const happenings = fc.array(
  fc.oneof(
    fc.constant({ type: "admit" } as const),
    fc.record({ type: fc.constant("rotate" as const), removes: fc.nat(3) }),
  ),
  { minLength: 1, maxLength: 7 },
);

/** The space as it was after each step, and everybody who was ever in it; Ann, its founder, stays. */
async function lived(steps: readonly Step[]) {
  const ann = newDevice();
  const people = [ann];
  let present: TestDevice[] = [];
  const states = [await appended(null, ann, begin(ann))];
  for (const step of steps) {
    const before = states.at(-1) as Membership;
    if (step.type === "admit") {
      const next = newDevice();
      states.push(await appended(before, ann, admit(next)));
      people.push(next);
      present.push(next);
    } else {
      states.push(await appended(before, ann, rotate(before, present.slice(0, step.removes))));
      present = present.slice(step.removes);
    }
  }
  return { states, people };
}

describe("who has to confirm a snapshot [N2]", () => {
  it("is nobody but the only device of a space, two devices where others were there before", async () => {
    const [ann, ben, cleo] = [newDevice(), newDevice(), newDevice()];
    const alone = await appended(null, ann, begin(ann));
    expect(confirmersNeeded(alone, about(ann, 1, ann))).toBe(1);
    const two = await appended(alone, ann, admit(ben));
    // What she alone wrote nobody else could know better; what Ben wrote he could.
    expect(confirmersNeeded(two, about(ann, 1, ann))).toBe(1);
    expect(confirmersNeeded(two, about(ann, 1, ann, ben))).toBe(2);
    // Ann was there before him.
    expect(confirmersNeeded(two, about(ben, 1, ben))).toBe(2);
    const later = await appended(two, ann, rotate(two, []));
    // Both were there when this epoch began, whatever the snapshot says that it covers.
    expect(confirmersNeeded(later, about(ann, 2, ann))).toBe(2);
    const left = await appended(later, ann, rotate(later, [ben]));
    expect(confirmersNeeded(left, about(ann, 3, ann, ben))).toBe(1);
    const again = await appended(left, ann, admit(cleo));
    expect(confirmersNeeded(again, about(ann, 3, ann, ben))).toBe(1);
    expect(confirmersNeeded(again, about(ann, 3, ann, ben, cleo))).toBe(2);
    expect(confirmersNeeded(again, about(ann, 2, ann, ben))).toBe(2);
  });

  it("is the same for ever, whoever comes or is removed afterwards, and so is who did", async () => {
    await fc.assert(
      fc.asyncProperty(happenings, fc.nat(), fc.nat(), async (steps, authorAt, stateAt) => {
        const { states, people } = await lived(steps);
        const then = states[stateAt % states.length] as Membership;
        const members = people.filter(({ id }) => then.members.has(idText(id)));
        const author = members[authorAt % members.length] as TestDevice;
        // A true one covers rows of those only who were in by then.
        const covered = people.filter(
          ({ id }) => then.members.has(idText(id)) || then.former.has(idText(id)),
        );
        const manifest = about(author, then.epoch, ...covered);
        const hash = someBytes(32);
        const words = await Promise.all(
          members.map(async ({ id, sign }): Promise<Confirmation> => {
            const signed = confirmationSigned(then.space, hash, id);
            return { device: id, signature: await sign(signed) };
          }),
        );
        const needed = confirmersNeeded(then, manifest);
        const { verify } = nodeCrypto;
        expect(needed).toBeLessThanOrEqual(members.length);
        for (const later of states.slice(states.indexOf(then))) {
          expect(confirmersNeeded(later, manifest)).toBe(needed);
          const by = await confirmersOf(later, manifest, hash, words, verify);
          expect([...by].sort()).toEqual(members.map(({ id }) => idText(id)).sort());
        }
      }),
      { numRuns: 40 },
    );
  });

  it("counts no device twice, nobody from another time, and no word for another thing", async () => {
    const [ann, ben, cleo] = [newDevice(), newDevice(), newDevice()];
    const two = await appended(await appended(null, ann, begin(ann)), ann, admit(ben));
    const rotated = await appended(two, ann, rotate(two, [ben]));
    const now = await appended(rotated, ann, admit(cleo));
    const [hash, other] = [someBytes(32), someBytes(32)];
    const word = async (by: TestDevice, of = hash, space = now.space): Promise<Confirmation> => ({
      device: by.id,
      signature: await by.sign(confirmationSigned(space, of, by.id)),
    });
    const confirmed = async (epoch: number, ...words: readonly Confirmation[]) => {
      const { verify } = nodeCrypto;
      return (await confirmersOf(now, about(ann, epoch), hash, words, verify)).size;
    };
    expect(await confirmed(1, await word(ben))).toBe(2);
    expect(await confirmed(1, await word(ann), await word(ann))).toBe(1);
    expect(await confirmed(2, await word(ben))).toBe(1);
    expect(await confirmed(1, await word(cleo))).toBe(1);
    expect(await confirmed(2, await word(cleo))).toBe(2);
    expect(await confirmed(1, await word(newDevice()))).toBe(1);
    expect(await confirmed(1, await word(ben, other))).toBe(1);
    expect(await confirmed(1, await word(ben, hash, someBytes(16)))).toBe(1);
    expect(await confirmed(1, { ...(await word(ann)), device: ben.id })).toBe(1);
  });
});
