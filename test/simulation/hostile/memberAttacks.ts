import { removeMember, rotateKey } from "#sync/changeMembers.ts";
import { decodeFrames } from "#wire/decodeFrames.ts";
import type { Frame } from "#wire/Frame.ts";
import { idText } from "#wire/idText.ts";
import {
  encodeUnsignedMembershipEntry,
  joinMembershipEntry,
  membershipSigned,
} from "#wire/MembershipEntry.ts";
import { readRow } from "#wire/RowEnvelope.ts";
import { sameBytes } from "#wire/sameBytes.ts";
import { type Attack, believesSignatures } from "./Attack.ts";
import { forgeRow } from "./forgeRow.ts";
import {
  answer,
  exchanged,
  frameLie,
  type HostileStage,
  has,
  type Lie,
  rowLie,
} from "./HostileStage.ts";

const isMembersPath = (path: string): boolean => /\/members(\?|$)/.test(path);

/** Shows these entries after those that Ben has, and a level that goes with them. */
const showEntries = ({ ben }: HostileStage, entries: readonly Uint8Array[]): Lie => {
  const whole = ben.space().state.log.length + entries.length;
  return frameLie((frames, { path }) =>
    frames.map((frame): Frame => {
      const isAsked = isMembersPath(path) && Number(path.split("after=")[1]) < whole;
      if (frame.type === "members") return { ...frame, entries: isAsked ? entries : [] };
      return frame.type === "level" ? { ...frame, membership: whole } : frame;
    }),
  );
};

/** Says that nothing has happened to the members since Ben last looked, and takes what he appends. */
const hideEntries = ({ ben }: HostileStage): Lie => {
  const frozen = ben.space().state.log.length;
  const hiding = frameLie((frames) =>
    frames.map((frame): Frame => {
      if (frame.type === "members") return { ...frame, entries: [] };
      if (frame.type !== "level") return frame;
      return { ...frame, membership: Math.max(frozen, ben.space().state.log.length) };
    }),
  );
  return async (order, honest) => {
    if (order.method !== "POST" || !isMembersPath(order.path)) return hiding(order, honest);
    const { space } = ben.space().state;
    const logId = ben.space().heads.logId ?? new Uint8Array(16);
    const membership = ben.space().state.log.length + 1;
    return answer({ type: "level", space, logId, head: 0, floor: 0, membership });
  };
};

/** Lies about who is in the space. */
export const memberAttacks: readonly Attack[] = [
  {
    name: "lets in a device of its own in the facilitator's name",
    rules: "M1, M2",
    told: ["Forked"],
    weaken: believesSignatures,
    play: async (stage) => {
      const { ben, ann } = stage;
      const { crypto } = ben.tools();
      const { membership } = ben.space();
      const own = await crypto.newDevice();
      const unsigned = encodeUnsignedMembershipEntry({
        number: (membership?.number ?? 0) + 1,
        previous: membership?.hash ?? new Uint8Array(32),
        at: 1,
        by: ann.space().state.device.keys.signing,
        act: {
          type: "admit",
          keys: own.keys,
          role: "facilitator",
          invitation: stage.bytes(16),
          wrapped: stage.bytes(80),
        },
      });
      const signature = await crypto.signer(own)(membershipSigned(unsigned));
      stage.lie(showEntries(stage, [joinMembershipEntry(unsigned, signature)]));
      const seen = await stage.benSees();
      const accepted = ben.space().membership?.members.has(idText(own.keys.signing)) ?? false;
      return { accepted, seen };
    },
  },
  {
    name: "turns a bit of a membership entry, as of a wrapped key",
    rules: "M1, M2",
    told: ["Forked"],
    weaken: believesSignatures,
    play: async (stage) => {
      const { ben, ann } = stage;
      const { below } = stage.dice;
      await rotateKey(ann.space(), true);
      const real = ann.space().state.log.at(-1) ?? new Uint8Array();
      const at = stage.isControl ? real.length - 1 - below(64) : below(real.length);
      const changed = real.map((byte, place) => (place === at ? byte ^ (1 << below(8)) : byte));
      stage.lie(showEntries(stage, [changed]));
      const seen = await stage.benSees();
      const accepted = ben.space().state.log.some((entry) => sameBytes(entry, changed));
      return { accepted, seen };
    },
  },
  {
    name: "shows an entry again at a later place",
    rules: "M1, M2",
    told: ["Forked"],
    play: async (stage) => {
      const { ben } = stage;
      const { log } = ben.space().state;
      stage.lie(showEntries(stage, [log[stage.dice.below(log.length)] ?? new Uint8Array()]));
      const seen = await stage.benSees();
      return { accepted: ben.space().state.log.length > log.length, seen };
    },
  },
  {
    name: "takes a removal back by showing an older log",
    rules: "M5",
    told: ["Forked"],
    play: async (stage) => {
      const { ben, ann, cleo } = stage;
      await removeMember(ann.space(), cleo.space().state.device.keys.signing);
      await exchanged(ben);
      const shorter = ben.space().state.log.length - 1;
      stage.lie(
        frameLie((frames) =>
          frames.map((frame): Frame => {
            if (frame.type === "members") return { ...frame, entries: [] };
            return frame.type === "level" ? { ...frame, membership: shorter } : frame;
          }),
        ),
      );
      const seen = await stage.benSees();
      const isBack = ben.space().membership?.members.has(cleo.space().me) ?? false;
      return { accepted: isBack, seen };
    },
  },
  {
    name: "shows two facilitators two histories",
    rules: "M3, M5",
    told: ["Forked"],
    play: async (stage) => {
      const { ben, ann } = stage;
      stage.lie(hideEntries(stage));
      await rotateKey(ann.space(), true);
      const rotated = await rotateKey(ben.space(), true);
      if (!rotated.ok) throw new Error("the server takes what Ben appends");
      await rotateKey(ann.space(), true);
      stage.lie(null);
      const seen = await stage.benSees();
      const last = ann.space().state.log.at(-1) ?? new Uint8Array();
      return { accepted: ben.space().state.log.some((entry) => sameBytes(entry, last)), seen };
    },
  },
  {
    name: "hides a new key but shows rows under it",
    rules: "U3, M5",
    told: ["SetAside", "Withheld", "Forked"],
    play: async (stage) => {
      const { ben, ann, cleo, record } = stage;
      await removeMember(ann.space(), cleo.space().state.device.keys.signing);
      await ann.write(record, "afterwards", "proposal");
      await exchanged(ann);
      await ben.write(record, "answer", "proposal");
      let isPushedUnderOldKey = false;
      const hiding = hideEntries(stage);
      stage.lie(async (order, honest) => {
        const sent = /POST .*\/rows$/.test(`${order.method} ${order.path}`);
        const frames = sent ? decodeFrames(order.body) : null;
        for (const frame of frames?.ok ? frames.value : []) {
          for (const { body } of frame.type === "push" ? frame.rows : []) {
            const read = readRow(body);
            isPushedUnderOldKey ||= read.ok && read.value.epoch === 1;
          }
        }
        return hiding(order, honest);
      });
      const seen = await stage.benSees(2);
      return { accepted: isPushedUnderOldKey, seen };
    },
  },
  {
    name: "brings a row that a removed member signs afterwards, under the key that they had",
    rules: "M6, U3",
    told: ["SetAside"],
    // The control: nobody has said yet which row was their last.
    weaken: (crypto) => crypto,
    play: async (stage) => {
      const { ben, ann, cleo, record } = stage;
      await removeMember(ann.space(), cleo.space().state.device.keys.signing);
      if (!stage.isControl) await exchanged(ann);
      await cleo.write(record, "afterwards", "proposal");
      const row = await forgeRow(stage, cleo, cleo, 1);
      stage.lie(rowLie(() => [row]));
      const seen = await stage.benSees();
      return { accepted: await has(ben, record, "afterwards"), seen };
    },
  },
  {
    name: "shows one of the team more of a removed member than the others",
    rules: "M6",
    told: ["BeyondLast"],
    play: async (stage) => {
      const { ann, cleo, record } = stage;
      await cleo.write(record, "afterwards", "proposal");
      const row = await forgeRow(stage, cleo, cleo, 1);
      stage.lie(rowLie(() => [row]));
      await stage.benSees();
      await removeMember(ann.space(), cleo.space().state.device.keys.signing);
      await exchanged(ann);
      stage.lie(null);
      const seen = await stage.benSees();
      // It was taken in while its writer was a member: what counts is that it is told.
      return { accepted: !seen.has("BeyondLast"), seen };
    },
  },
  {
    name: "brings a removed member's row under the new key's number",
    rules: "U3, V7",
    told: ["SetAside"],
    play: async (stage) => {
      const { ben, ann, cleo, record } = stage;
      await cleo.write(record, "afterwards", "proposal");
      await removeMember(ann.space(), cleo.space().state.device.keys.signing);
      await exchanged(ben);
      const row = await forgeRow(stage, cleo, cleo, 1, 2);
      stage.lie(rowLie(() => [row]));
      const seen = await stage.benSees();
      return { accepted: await has(ben, record, "afterwards"), seen };
    },
  },
];
