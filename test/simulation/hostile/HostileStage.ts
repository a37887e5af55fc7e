import { ok, type Result } from "#base/Result.ts";
import type { SpaceCrypto } from "#sync/ports/SpaceCrypto.ts";
import type { Answered, Order, Transport, Unreachable } from "#sync/ports/Transport.ts";
import { decodeFrames } from "#wire/decodeFrames.ts";
import { encodeFrames } from "#wire/encodeFrames.ts";
import type { Frame, LoggedRow, SentRow } from "#wire/Frame.ts";
import { seededRandom } from "../../unit/replica/seededRandom.ts";
import { dice } from "../dice.ts";
import { gatherFleet } from "../gatherFleet.ts";
import { freshRecord, makeSimDevice, type SimDevice } from "../SimDevice.ts";
import { type SimServer, startSimServer } from "../SimServer.ts";

/** What a server does with a request; `honest` is what it would answer if it were honest. */
export type Lie = (
  order: Order,
  honest: () => Promise<Result<Answered, Unreachable>>,
) => Promise<Result<Answered, Unreachable>>;

/**
 * A team of three over the real mailbox, each with the real engine, keys and vault, and a server that
 * may lie to the second of them, who is the one attacked: Ben. Ann made the team, Ben is a
 * facilitator too, Cleo is a member.
 */
export interface HostileStage {
  readonly ann: SimDevice;
  readonly ben: SimDevice;
  readonly cleo: SimDevice;
  readonly server: SimServer;
  /** Ben's way to the server, and a newcomer's. */
  readonly way: Transport;
  readonly record: string;
  readonly dice: ReturnType<typeof dice>;
  readonly bytes: (length: number) => Uint8Array;
  /** True where a check was taken out of Ben's device: the attack has to get through. */
  readonly isControl: boolean;
  /** From now on the server lies so to Ben; null: it is honest. */
  readonly lie: (lie: Lie | null) => void;
  /** Ben exchanges so often; gives the types of all that failed so far, and of what he was told. */
  readonly benSees: (times?: number) => Promise<ReadonlySet<string>>;
  readonly passTime: (milliseconds: number) => void;
  /** A device more, that is in no team yet. */
  readonly newcomer: (name: string) => Promise<SimDevice>;
  /** Another team on the same server. */
  readonly otherTeam: () => Promise<SimDevice>;
  readonly end: () => Promise<void>;
}

const start = 1_795_358_451_000;

/** Sets the stage. `weaken` takes a check out of Ben's cryptography. */
export async function setStage(
  seed: number,
  weaken?: (crypto: SpaceCrypto) => SpaceCrypto,
): Promise<HostileStage> {
  const random = seededRandom(seed);
  let time = start;
  let lying: Lie | null = null;
  const server = startSimServer(() => time);
  const toBen: Transport = {
    live: server.transport.live,
    send: (order) => {
      const honest = () => server.transport.send(order);
      return lying === null ? honest() : lying(order, honest);
    },
  };
  const make = (at: number, name: string, transport: Transport, change?: typeof weaken) =>
    makeSimDevice(name, seededRandom(seed * 100 + at), () => time, transport, change);
  const ann = await make(1, "Ann 0", server.transport);
  const ben = await make(2, "Ben 1", toBen, weaken);
  const cleo = await make(3, "Cleo 2", server.transport);
  await gatherFleet([ann, ben, cleo], server);
  const record = freshRecord(random);
  await ann.write(record, "beginning", "proposal");
  for (const device of [ann, ben, cleo, ann]) await exchanged(device);
  let others = 10;
  const seen = new Set<string>();
  return {
    ann,
    ben,
    cleo,
    server,
    way: toBen,
    record,
    dice: dice(random),
    bytes: random.bytes,
    isControl: weaken !== undefined,
    lie: (lie) => {
      lying = lie;
    },
    benSees: async (times = 1) => {
      for (let at = 0; at < times; at += 1) {
        const done = await ben.exchange();
        if (done.ok) continue;
        seen.add(done.error.type);
        if (done.error.type === "Refused") seen.add(done.error.refusal.type);
      }
      for (const { what } of ben.space().heads.told) seen.add(what.type);
      if (ben.space().heads.newerSince > 0) seen.add("NewerVersion");
      return seen;
    },
    passTime: (milliseconds) => {
      time += milliseconds;
    },
    newcomer: (name) => {
      others += 1;
      return make(others, name, toBen);
    },
    otherTeam: async () => {
      others += 1;
      const stranger = await make(others, "Eve 0", server.transport);
      await gatherFleet([stranger], server);
      return stranger;
    },
    end: server.end,
  };
}

/** An exchange that must come to its end. */
export async function exchanged(device: SimDevice): Promise<void> {
  const done = await device.exchange();
  if (!done.ok) throw new Error(`${device.name}: ${JSON.stringify(done.error)}`);
}

/** A lie that changes the frames of honest answers; null: leaves the answer as it is. */
export const frameLie =
  (change: (frames: readonly Frame[], order: Order) => readonly Frame[] | null): Lie =>
  async (order, honest) => {
    const answered = await honest();
    if (!answered.ok || answered.value.status !== 200) return answered;
    const frames = decodeFrames(answered.value.body);
    const changed = frames.ok ? change(frames.value, order) : null;
    if (changed === null) return answered;
    return ok({ status: 200, body: encodeFrames(...changed) });
  };

/**
 * A lie about rows: `change` is given those of a page beyond the cursor and says which are shown in
 * their place. They are numbered anew unless they bring numbers of their own; the level goes along.
 */
export const rowLie = (
  change: (rows: readonly LoggedRow[]) => readonly (SentRow & { readonly seq?: number })[],
): Lie =>
  frameLie((frames, { path }) => {
    const found = /\/rows\?log=[\w-]*&after=(\d+)/.exec(path);
    if (found === null) return null;
    const after = Number(found[1]);
    const honest = frames.flatMap((frame) => (frame.type === "rows" ? frame.rows : []));
    const shown = change(honest).map((row, at) => ({ ...row, seq: row.seq ?? after + 1 + at }));
    return frames.map((frame) => {
      if (frame.type === "rows") return { ...frame, rows: shown };
      return frame.type === "level" ? { ...frame, head: after + shown.length } : frame;
    });
  });

/** An answer of these frames. */
export const answer = (...frames: readonly Frame[]): Result<Answered, Unreachable> =>
  ok({ status: 200, body: encodeFrames(...frames) });

/** Has this device the word? */
export const has = async (device: SimDevice, record: string, word: string): Promise<boolean> =>
  (await device.text(record))?.split(" ").includes(word) ?? false;
