import { createHash } from "node:crypto";
import { idText } from "#wire/idText.ts";
import { encodeUnsignedRow, joinRow, readRow, rowSigned } from "#wire/RowEnvelope.ts";
import { sameBytes } from "#wire/sameBytes.ts";
import { type Attack, believesSignatures } from "./Attack.ts";
import { forgeRow } from "./forgeRow.ts";
import { exchanged, type HostileStage, has, rowLie } from "./HostileStage.ts";

const sha256 = (bytes: Uint8Array) => new Uint8Array(createHash("sha256").update(bytes).digest());

/** Did Ben take in a row with this body, as Ann's? */
function tookIn({ ann, ben }: HostileStage, body: Uint8Array): boolean {
  const chain = ben.space().heads.others[ann.space().me];
  const hash = sha256(body);
  return [chain, ...(chain?.before ?? [])].some((row) => row && sameBytes(row.hash, hash));
}

/** Ann writes these words, each a row of its own, and sends them. */
async function annSends({ ann, record }: HostileStage, ...words: string[]): Promise<void> {
  for (const word of words) {
    await ann.write(record, word, "proposal");
    await exchanged(ann);
  }
}

const flipped = (body: Uint8Array, at: number, bit: number): Uint8Array =>
  body.map((byte, place) => (place === at ? byte ^ (1 << bit) : byte));

/** Lies about the bytes, order and authors of rows. */
export const rowAttacks: readonly Attack[] = [
  {
    name: "turns a bit of a row",
    rules: "U1, U3, U6",
    // A bit of its version makes it a later one's.
    told: ["SetAside", "NewerVersion"],
    weaken: believesSignatures,
    play: async (stage) => {
      const { below } = stage.dice;
      let shown = new Uint8Array() as Uint8Array;
      await annSends(stage, "true");
      stage.lie(
        rowLie((rows) =>
          rows.map((row) => {
            const { length } = row.body;
            // The control's device believes signatures: only there a turned bit may pass.
            const at = stage.isControl ? length - 1 - below(64) : below(length);
            shown = flipped(row.body, at, below(8));
            return { ...row, body: shown };
          }),
        ),
      );
      const seen = await stage.benSees();
      return { accepted: tookIn(stage, shown), seen };
    },
  },
  {
    name: "cuts a row short",
    rules: "F2, U1",
    told: ["SetAside"],
    play: async (stage) => {
      await annSends(stage, "true");
      stage.lie(
        rowLie((rows) =>
          rows.map(({ uid, body }) => ({
            uid,
            body: body.slice(0, stage.dice.below(body.length)),
          })),
        ),
      );
      const seen = await stage.benSees();
      return { accepted: await has(stage.ben, stage.record, "true"), seen };
    },
  },
  {
    name: "swaps the uids of two rows",
    rules: "U1, U2",
    told: ["SetAside"],
    play: async (stage) => {
      await annSends(stage, "one", "two");
      stage.lie(
        rowLie(([first, second]) =>
          first && second
            ? [
                { uid: second.uid, body: first.body },
                { uid: first.uid, body: second.body },
              ]
            : [],
        ),
      );
      const seen = await stage.benSees();
      const { ben, record } = stage;
      const accepted = (await has(ben, record, "one")) || (await has(ben, record, "two"));
      return { accepted, seen };
    },
  },
  {
    name: "shows rows of another space",
    rules: "D2, U3",
    told: ["SetAside"],
    play: async (stage) => {
      const eve = await stage.otherTeam();
      await eve.write(stage.record, "elsewhere", "proposal");
      const row = await forgeRow(stage, eve, eve);
      stage.lie(rowLie(() => [row]));
      const seen = await stage.benSees();
      return { accepted: await has(stage.ben, stage.record, "elsewhere"), seen };
    },
  },
  {
    name: "brings a member's row in another's name",
    rules: "U1, U3",
    told: ["SetAside"],
    weaken: believesSignatures,
    play: async (stage) => {
      await exchanged(stage.cleo);
      await stage.cleo.write(stage.record, "forged", "proposal");
      const row = await forgeRow(stage, stage.cleo, stage.ann);
      stage.lie(rowLie(() => [row]));
      const seen = await stage.benSees();
      return { accepted: await has(stage.ben, stage.record, "forged"), seen };
    },
  },
  {
    name: "writes a row with a device of its own",
    rules: "M2, U3",
    told: ["SetAside"],
    play: async (stage) => {
      const { ben, cleo } = stage;
      await cleo.write(stage.record, "forged", "proposal");
      const own = await ben.tools().crypto.newDevice();
      const sign = ben.tools().crypto.signer(own);
      const read = readRow((await forgeRow(stage, cleo, cleo)).body);
      if (!read.ok) throw new Error("no row");
      const unsigned = encodeUnsignedRow({ ...read.value, device: own.keys.signing });
      const uid = stage.bytes(16);
      const body = joinRow(unsigned, await sign(rowSigned(unsigned, uid)));
      stage.lie(rowLie(() => [{ uid, body }]));
      const seen = await stage.benSees();
      const isKnown = Object.hasOwn(ben.space().heads.others, idText(own.keys.signing));
      return { accepted: isKnown || (await has(ben, stage.record, "forged")), seen };
    },
  },
  {
    name: "passes a sealed presence message off as a row",
    rules: "U2",
    told: ["SetAside"],
    play: async (stage) => {
      const { cleo, ben } = stage;
      await cleo.write(stage.record, "forged", "proposal");
      const real = readRow((await forgeRow(stage, cleo, cleo)).body);
      const space = cleo.space();
      const sealer = space.keys.get(1)?.sealer;
      if (!real.ok || sealer === undefined) throw new Error("no row");
      const { device } = real.value;
      // Even a member who signs it cannot make one kind of sealed bytes stand for another.
      const sealed = await sealer.seal("presence", device, [], stage.bytes(200));
      const unsigned = encodeUnsignedRow({ ...real.value, sealed });
      const uid = stage.bytes(16);
      const body = joinRow(unsigned, await space.sign(rowSigned(unsigned, uid)));
      stage.lie(rowLie(() => [{ uid, body }]));
      const seen = await stage.benSees();
      const counter = ben.space().heads.others[space.me]?.counter ?? 0;
      return { accepted: counter >= real.value.counter, seen };
    },
  },
  {
    name: "replays rows at later places",
    rules: "U4",
    told: [],
    play: async (stage) => {
      const { ben, ann, record } = stage;
      await annSends(stage, "one");
      const first: { uid: Uint8Array; body: Uint8Array }[] = [];
      stage.lie(
        rowLie((rows) => {
          first.push(...rows.map(({ uid, body }) => ({ uid, body })));
          return rows;
        }),
      );
      await exchanged(ben);
      await ben.write(record, "two", "proposal");
      stage.lie(null);
      await exchanged(ben);
      const before = await ben.content();
      const head = ben.space().heads.others[ann.space().me]?.counter;
      stage.lie(rowLie(() => [...first, ...first]));
      const seen = await stage.benSees(2);
      const after = ben.space().heads.others[ann.space().me]?.counter;
      return { accepted: before !== (await ben.content()) || head !== after, seen };
    },
  },
  {
    name: "shows rows in another order",
    rules: "U4",
    told: [],
    play: async (stage) => {
      const { ben, ann, record } = stage;
      await annSends(stage, "one", "two", "three");
      stage.lie(rowLie((rows) => rows.map(({ uid, body }) => ({ uid, body })).reverse()));
      const seen = await stage.benSees();
      const isWhole = (await ben.text(record)) === (await ann.text(record));
      return { accepted: !isWhole, seen };
    },
  },
  {
    name: "keeps back a row and closes the gap",
    rules: "U4",
    told: ["Withheld"],
    play: async (stage) => {
      const { ben, record } = stage;
      await annSends(stage, "one", "two", "three");
      stage.lie(
        rowLie((rows) => rows.filter((_, at) => at !== 1).map(({ uid, body }) => ({ uid, body }))),
      );
      await stage.benSees();
      stage.lie(rowLie(() => []));
      const seen = await stage.benSees(3);
      return { accepted: await has(ben, record, "three"), seen };
    },
  },
  {
    name: "keeps back the last rows that a colleague saw",
    rules: "U1, U4",
    told: ["Withheld"],
    play: async (stage) => {
      const { ben, cleo, ann, record } = stage;
      await annSends(stage, "one", "two");
      await exchanged(cleo);
      await cleo.write(record, "saw", "proposal");
      await exchanged(cleo);
      const anns = ann.space().state.device.keys.signing;
      stage.lie(
        rowLie((rows) =>
          rows
            .filter(({ body }) => {
              const read = readRow(body);
              return !read.ok || !sameBytes(read.value.device, anns);
            })
            .map(({ uid, body }) => ({ uid, body })),
        ),
      );
      await stage.benSees();
      stage.lie(rowLie(() => []));
      const seen = await stage.benSees(3);
      return { accepted: await has(ben, record, "two"), seen };
    },
  },
];
