import { makeSnapshot } from "#sync/makeSnapshot.ts";
import type { Frame } from "#wire/Frame.ts";
import {
  encodeUnsignedManifest,
  joinManifest,
  manifestSigned,
  readManifest,
  type SnapshotManifest,
} from "#wire/SnapshotManifest.ts";
import type { SimDevice } from "../SimDevice.ts";
import { type Attack, believesSignatures, type Outcome } from "./Attack.ts";
import { exchanged, frameLie, type HostileStage, has, type Lie } from "./HostileStage.ts";

/** Ann writes and makes a snapshot, which Cleo confirms and Ben, who has not looked since, is told to read. */
async function snapshotOf(stage: HostileStage, ...words: string[]): Promise<void> {
  for (const word of words) await stage.ann.write(stage.record, word, "proposal");
  await exchanged(stage.ann);
  await snapshotBy(stage.ann);
  stage.passTime(86_400_000);
  await exchanged(stage.cleo);
  if (!(await confirmedOf(stage.cleo))) throw new Error("nobody confirmed it");
}

async function snapshotBy(device: SimDevice): Promise<void> {
  const made = await makeSnapshot(device.space());
  if (!made.ok || made.value !== "made") throw new Error(`no snapshot: ${JSON.stringify(made)}`);
}

/** The newest confirmed manifest, as the server shows it. */
async function confirmedOf(device: SimDevice): Promise<Frame | undefined> {
  const { id, requests } = device.space();
  const shown = await requests?.exchange("GET", `/spaces/${id}/snapshots/confirmed`);
  return shown?.ok ? shown.value.find(({ type }) => type === "snapshot") : undefined;
}

/** All rows are gone but for the snapshot, whose manifest is shown as `change` makes it. */
const onlySnapshot = (change: (manifest: SnapshotManifest, bytes: Uint8Array) => Uint8Array): Lie =>
  frameLie((frames, { path }) =>
    frames.map((frame): Frame => {
      if (frame.type === "level" && /\/rows\?/.test(path)) return { ...frame, floor: frame.head };
      if (frame.type === "rows") return { ...frame, rows: [] };
      if (frame.type !== "snapshot") return frame;
      const read = readManifest(frame.manifest);
      if (!read.ok) throw new Error("no manifest");
      return { ...frame, manifest: change(read.value, frame.manifest) };
    }),
  );

const outcome = async (stage: HostileStage, ...words: string[]): Promise<Outcome> => {
  const before = stage.ben.space().heads;
  const seen = await stage.benSees();
  const there = await Promise.all(words.map((word) => has(stage.ben, stage.record, word)));
  const moved = stage.ben.space().heads.cursor > before.cursor;
  return { accepted: moved || there.some(Boolean), seen };
};

/** Lies about snapshots. That honest ones are read, and false ones of members not confirmed, `snapshots.test.ts` shows. */
export const snapshotAttacks: readonly Attack[] = [
  {
    name: "shows a snapshot that it signed itself",
    rules: "N1, N2",
    told: ["NotAServer"],
    play: async (stage) => {
      await snapshotOf(stage, "true");
      const { crypto } = stage.ben.tools();
      const own = await crypto.newDevice();
      const { logId } = stage.ann.space().heads;
      const unsigned = encodeUnsignedManifest({
        space: stage.ben.space().state.space,
        logId: logId ?? new Uint8Array(16),
        upTo: stage.ann.space().heads.cursor,
        epoch: 1,
        segments: [],
        heads: [],
        previous: new Uint8Array(32),
        purge: false,
        at: 1,
        by: own.keys.signing,
      });
      const signature = await crypto.signer(own)(manifestSigned(unsigned));
      stage.lie(onlySnapshot(() => joinManifest(unsigned, signature)));
      return outcome(stage, "true");
    },
  },
  {
    name: "changes what a snapshot says was seen, so that later rows count as old",
    rules: "N1, N2",
    told: ["NotAServer"],
    weaken: believesSignatures,
    play: async (stage) => {
      await snapshotOf(stage, "true");
      stage.lie(
        onlySnapshot((manifest) => {
          const heads = manifest.heads.map((head) => ({ ...head, counter: head.counter + 50 }));
          return joinManifest(encodeUnsignedManifest({ ...manifest, heads }), manifest.signature);
        }),
      );
      return outcome(stage, "true");
    },
  },
  {
    name: "turns a bit of a manifest",
    rules: "N1, N2, N5",
    // The bit may be one of its version: then a later app is said to have made it.
    told: ["NotAServer", "NewerVersion"],
    play: async (stage) => {
      await snapshotOf(stage, "true");
      const { below } = stage.dice;
      stage.lie(
        onlySnapshot((_manifest, bytes) => {
          const at = below(bytes.length);
          return bytes.map((byte, place) => (place === at ? byte ^ (1 << below(8)) : byte));
        }),
      );
      return outcome(stage, "true");
    },
  },
  {
    name: "changes or cuts a segment",
    rules: "N1, N2",
    told: ["NotAServer"],
    play: async (stage) => {
      await snapshotOf(stage, "true");
      const { below } = stage.dice;
      const shown = onlySnapshot((_manifest, bytes) => bytes);
      stage.lie(async (order, honest) => {
        if (!/\/segments\//.test(order.path)) return shown(order, honest);
        const answered = await honest();
        if (!answered.ok) return answered;
        const { status, body } = answered.value;
        const at = below(body.length);
        const changed =
          below(2) === 0
            ? body.slice(0, at)
            : body.map((byte, place) => (place === at ? byte ^ (1 << below(8)) : byte));
        return { ok: true, value: { status, body: changed } };
      });
      return outcome(stage, "true");
    },
  },
  {
    name: "shows an old snapshot in place of rows that came after it",
    rules: "N2, V5",
    told: ["NotAServer"],
    play: async (stage) => {
      await snapshotOf(stage, "early");
      await stage.ann.write(stage.record, "late", "proposal");
      await exchanged(stage.ann);
      stage.lie(onlySnapshot((_manifest, bytes) => bytes));
      const seen = await stage.benSees();
      // What the snapshot says is true; that it is all there is would not be.
      const { heads } = stage.ben.space();
      const isLevel = heads.cursor >= stage.ann.space().heads.cursor;
      return { accepted: isLevel || (await has(stage.ben, stage.record, "late")), seen };
    },
  },
  {
    name: "shows a snapshot that reaches beyond the log",
    rules: "N2",
    told: ["NotAServer"],
    play: async (stage) => {
      await stage.cleo.write(stage.record, "before", "proposal");
      await exchanged(stage.cleo);
      await snapshotOf(stage, "true");
      stage.lie(async (order, honest) => {
        const shown = onlySnapshot((_manifest, bytes) => bytes);
        const cut = frameLie((frames, { path }) =>
          frames.map((frame) =>
            frame.type === "level" && /\/rows\?/.test(path)
              ? { ...frame, head: frame.head - 1, floor: frame.head - 1 }
              : frame,
          ),
        );
        return cut(order, () => shown(order, honest));
      });
      return outcome(stage, "true");
    },
  },
  {
    name: "shows the snapshot of another space",
    rules: "D2, N2",
    told: ["NotAServer"],
    play: async (stage) => {
      await snapshotOf(stage, "true");
      const eve = await stage.otherTeam();
      await eve.write(stage.record, "elsewhere", "proposal");
      await exchanged(eve);
      await snapshotBy(eve);
      const theirs = await confirmedOf(eve);
      if (theirs?.type !== "snapshot") throw new Error("no manifest");
      stage.lie(onlySnapshot(() => theirs.manifest));
      return outcome(stage, "true", "elsewhere");
    },
  },
];
