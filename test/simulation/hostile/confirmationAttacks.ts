import type { Frame } from "#wire/Frame.ts";
import { idBytes } from "#wire/idText.ts";
import { type Confirmation, confirmationSigned } from "#wire/snapshotConfirmation.ts";
import { forgeSnapshot } from "../forgeSnapshot.ts";
import type { SimDevice } from "../SimDevice.ts";
import { type Attack, believesSignatures, type Outcome } from "./Attack.ts";
import { answer, exchanged, frameLie, type HostileStage, has } from "./HostileStage.ts";

/** What a device signs for a snapshot, named by SHA-256 of its manifest. */
async function wordOf(device: SimDevice, manifest: string): Promise<Confirmation> {
  const { state, sign } = device.space();
  const hash = idBytes(manifest, 32);
  if (!hash.ok) throw new Error("no name of a manifest");
  const { signing } = state.device.keys;
  return {
    device: signing,
    signature: await sign(confirmationSigned(state.space, hash.value, signing)),
  };
}

/**
 * Cleo, a member whose app was changed, signs a snapshot without any record, and the server shows it
 * to Ben as confirmed, with the words that `claim` gives, in place of all rows. Accepted: he begins with
 * it; or, once the server shows the rows after all, he does not read them.
 */
async function shownAsConfirmed(
  stage: HostileStage,
  claim: (manifest: string) => Promise<readonly Confirmation[]>,
): Promise<Outcome> {
  const { ann, ben, cleo, record } = stage;
  await ann.write(record, "true", "proposal");
  await exchanged(ann);
  await exchanged(cleo);
  const forged = await forgeSnapshot(cleo, { items: () => [] });
  const { id, requests } = ann.space();
  const put = await requests?.exchange("GET", `/spaces/${id}/snapshots/latest`);
  const manifest = put?.ok ? put.value.find(({ type }) => type === "snapshot") : undefined;
  if (manifest === undefined) throw new Error("no manifest");
  const confirmations = await claim(forged);
  const withoutRows = frameLie((frames, { path }) =>
    frames.map((frame): Frame => {
      if (frame.type === "level" && /\/rows\?/.test(path)) return { ...frame, floor: frame.head };
      return frame.type === "rows" ? { ...frame, rows: [] } : frame;
    }),
  );
  stage.lie(async (order, honest) =>
    /\/snapshots\//.test(order.path)
      ? answer(manifest, { type: "confirmed", confirmations })
      : withoutRows(order, honest),
  );
  const before = ben.space().heads.cursor;
  const seen = await stage.benSees();
  const isMisled = ben.space().heads.cursor > before;
  stage.lie(null);
  await stage.benSees();
  return { accepted: isMisled || !(await has(ben, record, "true")), seen };
}

/** Lies about who confirmed a snapshot. That honest ones are begun with, `snapshots.test.ts` shows. */
export const confirmationAttacks: readonly Attack[] = [
  {
    name: "makes up a second device's word for a member's false snapshot",
    rules: "N2",
    told: ["BadSnapshot"],
    weaken: believesSignatures,
    play: (stage) =>
      shownAsConfirmed(stage, async () => [
        { device: stage.ann.space().state.device.keys.signing, signature: stage.bytes(64) },
      ]),
  },
  {
    name: "shows a device's word for another snapshot with a member's false one",
    rules: "N2",
    told: ["BadSnapshot"],
    weaken: believesSignatures,
    play: async (stage) => {
      const other = await forgeSnapshot(stage.cleo, {});
      return shownAsConfirmed(stage, async () => [await wordOf(stage.ann, other)]);
    },
  },
  {
    name: "counts the author of a false snapshot twice",
    rules: "N2",
    told: ["BadSnapshot"],
    // The control: with a second member's word in its place it gets through.
    weaken: (crypto) => crypto,
    play: (stage) =>
      shownAsConfirmed(stage, async (manifest) => {
        const second = await wordOf(stage.isControl ? stage.ann : stage.cleo, manifest);
        return [second, second];
      }),
  },
  {
    name: "shows the word of somebody who is no member for a false snapshot",
    rules: "M2, N2",
    told: ["BadSnapshot"],
    weaken: (crypto) => crypto,
    play: async (stage) => {
      const eve = await stage.otherTeam();
      return shownAsConfirmed(stage, async (manifest) => {
        // Eve signs for Ben's space what a member would sign: all that is wrong is who she is.
        const { state, sign } = eve.space();
        const hash = idBytes(manifest, 32);
        if (!hash.ok) throw new Error("no name of a manifest");
        const { signing } = state.device.keys;
        const signed = confirmationSigned(stage.ben.space().state.space, hash.value, signing);
        const hers = { device: signing, signature: await sign(signed) };
        return stage.isControl ? [await wordOf(stage.ann, manifest)] : [hers];
      });
    },
  },
  {
    name: "says that a false snapshot was confirmed, and shows nobody's word for it",
    rules: "N2",
    told: ["BadSnapshot"],
    weaken: (crypto) => crypto,
    play: (stage) =>
      shownAsConfirmed(stage, async (manifest) =>
        stage.isControl ? [await wordOf(stage.ann, manifest)] : [],
      ),
  },
];
