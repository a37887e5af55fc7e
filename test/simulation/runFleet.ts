import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { err } from "#base/Result.ts";
import { removeMember, rotateKey } from "#sync/changeMembers.ts";
import type { Transport } from "#sync/ports/Transport.ts";
import { sameBytes } from "#wire/sameBytes.ts";
import { seededRandom } from "../unit/replica/seededRandom.ts";
import { createRoleChanges } from "./createRoleChanges.ts";
import { dice } from "./dice.ts";
import { findCanary, nameOf, wordOf } from "./fleetCanary.ts";
import { gatherFleet, letIn } from "./gatherFleet.ts";
import { freshRecord, makeSimDevice, type SimDevice } from "./SimDevice.ts";
import { startSimServer } from "./SimServer.ts";

const snapshotActs = [
  [/^PUT .*\/snapshots$/, "snapshot made"],
  [/^POST .*\/snapshots\/confirm/, "snapshot confirmed"],
  [/^GET .*\/snapshots\/confirmed$/, "snapshot begun with"],
] as const;

/** What an honest server and honest colleagues give no reason to tell. */
const unfounded = new Set([
  "Forked",
  "Parted",
  "BeyondLast",
  "Equivocated",
  "SetAside",
  "BadSnapshot",
]);

/** What may come of rows that somebody who is removed wrote on a server that had forgotten it. */
const isOfRemoved = new Set(["BeyondLast", "SetAside"]);

/** What one run of the fleet came to. */
export interface FleetRun {
  readonly seed: number;
  readonly devices: number;
  readonly words: number;
  readonly faults: Readonly<Record<string, number>>;
  /** Empty where all laws held. */
  readonly broken: readonly string[];
}

/** How large a fleet is, and what happens to it besides. */
export interface FleetOrder {
  /** At most so many devices; 6. */
  readonly most?: number;
  /** 40. */
  readonly steps?: number;
  /**
   * How many facilitators change members; 1. What one of two changed may be lost by the server before the
   * other hears of it.
   */
  readonly changers?: 1 | 2;
  /**
   * Roles are given and taken, also around a backup that is put back, and the server is stopped hard after
   * whichever request. Decided by dice of their own, so that the rest of a seed stays what it was without.
   */
  readonly isRestless?: boolean;
}

/** Often enough that most runs see several, made, judged and read. */
const compaction = { rows: 8, milliseconds: 0 };

const hour = 3_600_000;
const day = 24 * hour;

/**
 * One fleet: devices write apart and together for weeks while the network drops, doubles and delays,
 * tabs are killed, the server is killed and put back from old backups, keys rotate and members are
 * removed; then everything heals, and all who are left must have equal content and every word, and none
 * of the words, nor a name, stands in what went to the server or came from it, in its files or its log.
 */
export async function runFleet(
  seed: number,
  { most = 6, steps = 40, changers = 1, isRestless = false }: FleetOrder = {},
): Promise<FleetRun> {
  const random = seededRandom(seed);
  const { below, chance } = dice(random);
  const aside = dice(seededRandom(seed * 1_000 + 998));
  const faults: Record<string, number> = {};
  const count = (fault: string) => {
    faults[fault] = (faults[fault] ?? 0) + 1;
  };
  let time = 1_795_358_451_000;
  let stormy = false;
  const server = startSimServer(() => time, 2 * day);
  const leaks = new Set<string>();
  const look = (where: string, bytes: Uint8Array | string) => {
    const found = findCanary(bytes);
    if (found !== null) leaks.add(`${found} stands in ${where}`);
  };
  const reach: Transport["send"] = async (order) => {
    look("a request", `${order.method} ${order.path} ${JSON.stringify(order.headers)}`);
    look("a request", order.body);
    const answered = await server.transport.send(order);
    if (answered.ok) look("an answer", answered.value.body);
    if (answered.ok && answered.value.status < 300) {
      const said = snapshotActs.find(([act]) => act.test(`${order.method} ${order.path}`));
      if (said !== undefined) count(said[1]);
    }
    return answered;
  };
  const network: Transport = {
    live: server.transport.live,
    send: async (order) => {
      if (!stormy) return reach(order);
      if (chance(10)) {
        count("request lost");
        return err({ type: "Unreachable" });
      }
      // Others go first: requests are delayed and overtake each other.
      for (let turns = below(8); turns > 0; turns -= 1) await Promise.resolve();
      if (chance(8)) {
        count("request doubled");
        await reach(order);
      }
      const answered = await reach(order);
      if (isRestless && aside.chance(1)) {
        count("server stopped hard");
        server.stopHard();
        return err({ type: "Unreachable" });
      }
      if (chance(8)) {
        count("answer lost");
        return err({ type: "Unreachable" });
      }
      return answered;
    },
  };
  const devices: SimDevice[] = [];
  for (let at = 0; at < 3 + below(most - 2); at += 1) {
    const off = chance(20) ? (below(2_000) - 1_000) * day : below(20_000) - 10_000;
    const own = seededRandom(seed * 1_000 + at + 1);
    const name = nameOf(at);
    devices.push(await makeSimDevice(name, own, () => time + off, network, undefined, compaction));
  }
  const broken: string[] = [];
  const written: { readonly record: string; readonly word: string; readonly by: SimDevice }[] = [];
  const records: { readonly id: string; readonly by: SimDevice | null }[] = [];
  const forged: string[] = [];
  const gone = new Set<SimDevice>();
  const offline = new Map<SimDevice, number>();
  /** A member who words remarks as if colleagues had: what it has itself is no measure of anything. */
  const forger = seed % 3 === 0 ? devices.at(-1) : undefined;
  let newcomer: SimDevice | null = null;
  const present = () => devices.filter((device) => !gone.has(device) && device !== forger);
  const roles = createRoleChanges(devices.slice(0, changers));
  const changeRole = async (by: SimDevice) => {
    const members = devices.slice(changers).filter((device) => !gone.has(device));
    const of = members[aside.below(members.length)];
    const changed = of === undefined ? null : await roles.change(by, of);
    if (changed !== null) count(changed);
  };
  /** Roles change; some hear of it, and then perhaps the server forgets it, and another changes them there. */
  const changeRoles = async () => {
    const [one, other] = devices.slice(0, changers).sort(() => (aside.chance(50) ? 1 : -1));
    if (one === undefined) return;
    const isForgotten = aside.chance(40);
    if (isForgotten) await server.backUp();
    for (let changes = 1 + aside.below(2); changes > 0; changes -= 1) {
      await changeRole(one);
      for (const device of present()) if (aside.chance(25)) await device.exchange();
    }
    if (!isForgotten) return;
    count("server restored");
    await server.restore();
    if (other !== undefined && aside.chance(70)) await changeRole(other);
  };
  /** One that this device may write on: a proposal that it has, a remark of its own; else a new one. */
  const recordFor = async (device: SimDevice) => {
    const open = records.filter(({ by }) => by === null || by === device);
    const one = open[below(open.length)];
    if (one !== undefined && chance(75) && (await device.text(one.id)) !== null) return one;
    const fresh = { id: freshRecord(random), by: chance(40) ? device : null };
    records.push(fresh);
    return fresh;
  };

  try {
    await gatherFleet(devices, server);
    stormy = true;
    // Two who change members part only where a server loses what one of them did and the other has not seen.
    const [restores, rotations] = changers === 2 ? [12, 20] : [3, 5];
    for (let step = 0; step < steps; step += 1) {
      time += chance(10) ? below(10) * day : below(2 * hour);
      const acting = devices.filter(() => chance(50));
      const act = async (device: SimDevice) => {
        for (let words = below(3); words > 0; words -= 1) {
          const record = await recordFor(device);
          const word = wordOf(written.length, step);
          if (!gone.has(device)) written.push({ record: record.id, word, by: device });
          await device.write(record.id, word, record.by === null ? "proposal" : "remark");
        }
        if (device === forger && chance(20)) {
          count("remark forged");
          const victim = devices[below(devices.length - 1)] ?? device;
          const record = freshRecord(random);
          forged.push(record);
          await device.forge(record, `f${forged.length}`, victim.space().me);
        }
        if (chance(5)) {
          count("tab killed");
          await device.kill();
        }
        const until = offline.get(device) ?? 0;
        if (chance(5)) {
          count("partition");
          offline.set(device, step + below(steps));
        }
        if (step >= until) await device.exchange();
      };
      // All at once, where threads decide who is first; or one by one, so that a seed tells all.
      if (seed % 4 === 0) await Promise.all(acting.map(act));
      else for (const device of acting) await act(device);
      if (chance(4)) {
        count("server killed");
        await server.restart();
      }
      if (chance(20)) {
        count("swept");
        await server.sweep();
      }
      if (chance(6)) await server.backUp();
      if (chance(restores)) {
        count("server restored");
        await server.restore();
      }
      if (isRestless && aside.chance(15)) await changeRoles();
      const first = changers === 2 && chance(50) ? devices[1] : devices[0];
      if (first === undefined) continue;
      if (chance(rotations)) {
        count("rotation");
        await rotateKey(first.space(), true);
      }
      const left = devices.filter((device) => !gone.has(device));
      const last = left.at(-1);
      if (chance(3) && left.length > 3 && last !== undefined && last !== first) {
        const removed = await removeMember(first.space(), last.space().state.device.keys.signing);
        if (removed.ok) {
          count("removal");
          gone.add(last);
        }
      }
    }

    const [own = [], other = []] = devices.slice(0, 2).map((each) => each.space().state.log);
    if (own.some((entry, at) => other[at] && !sameBytes(entry, other[at]))) count("logs parted");
    stormy = false;
    const [facilitator] = devices;
    const changing = devices.slice(0, changers);
    for (const changer of [...changing, ...changing]) await changer.exchange();
    for (const changer of changing) {
      // A removal whose answer was lost has happened all the same.
      for (const device of devices) {
        if (changer.space().membership?.former.has(device.space().me)) gone.add(device);
      }
    }
    for (let round = 0; round < 6; round += 1) {
      for (const device of devices.filter((each) => !gone.has(each))) {
        time += 1_000;
        const exchanged = await device.exchange();
        if (!exchanged.ok && round === 5) {
          broken.push(`${device.name} does not come level: ${JSON.stringify(exchanged.error)}`);
        }
      }
    }
    time += 3 * day;
    await server.sweep();
    if (facilitator !== undefined) {
      const own = seededRandom(seed * 1_000 + 999);
      newcomer = await makeSimDevice(nameOf("newcomer"), own, () => time, network);
      await letIn(facilitator, newcomer, server);
      if (newcomer.space().floor > 0) count("newcomer after rows went");
      devices.push(newcomer);
    }
    const contents = await Promise.all(present().map((device) => device.content()));
    contents.forEach((content, at) => {
      if (content !== contents[0]) broken.push(`${present()[at]?.name} differs`);
    });
    const [one] = present();
    for (const { record, word, by } of written) {
      if (gone.has(by) || by === forger || one === undefined) continue;
      const text = await one.text(record);
      if (!text?.split(" ").includes(word)) broken.push(`lost: ${word} by ${by.name}`);
    }
    look("the server's log", server.logged());
    for (const file of readdirSync(server.directory)) {
      look(`the server's ${file}`, readFileSync(join(server.directory, file)));
    }
    broken.push(...leaks);
    const log = facilitator?.space().state.log ?? [];
    for (const device of present()) {
      // The newcomer's entry is not everybody's yet.
      const own = device.space().state.log.slice(0, log.length);
      const isParted = own.some((entry, at) => !sameBytes(entry, log[at] ?? entry));
      if (isParted) broken.push(`${device.name} has other members`);
      broken.push(...roles.broken(device));
      for (const record of forged) {
        if ((await device.text(record)) !== null) broken.push(`${device.name} believes ${record}`);
      }
      const isTold = device.space().heads.told.some(({ what }) => what.type === "SetAside");
      const isSent = forger?.space().outbox.length === 0 && !gone.has(forger);
      // Whoever begins with a snapshot, or was away for so long that it has to, never meets what was refused before.
      const wasBehind = (faults["snapshot begun with"] ?? 0) > 1;
      const mustKnow = forged.length > 0 && isSent && device !== newcomer && !wasBehind;
      if (mustKnow && !isTold) broken.push(`${device.name} was told nothing`);
      if (device.space().heads.newerSince > 0) broken.push(`${device.name} met a later version`);
      for (const { what } of device.space().heads.told) {
        const isOfForger = what.type === "SetAside" || what.type === "BadSnapshot";
        if (isOfForger && forged.length > 0) continue;
        // Put back, it takes rows from who was removed until it has its members back, or has lost rows
        // that one of them was shown: nobody can tell that from a server that shows them apart [M6].
        if (faults["server restored"] && faults.removal && isOfRemoved.has(what.type)) continue;
        if (unfounded.has(what.type)) {
          broken.push(`${device.name} was told ${JSON.stringify(what)} by an honest server`);
        }
      }
    }
  } catch (error) {
    broken.push(error instanceof Error ? `${error.message} ${error.stack}` : String(error));
  } finally {
    await server.end();
  }
  return { seed, devices: devices.length, words: written.length, faults, broken };
}
