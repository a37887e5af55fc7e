import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect } from "vitest";
import { err } from "#base/Result.ts";
import { makeRows } from "#sync/makeRows.ts";
import type { Order, Transport } from "#sync/ports/Transport.ts";
import type { Compaction } from "#sync/SpaceContext.ts";
import { usualCompaction } from "#sync/tendSnapshots.ts";
import { decodeFrames } from "#wire/decodeFrames.ts";
import { gatherFleet, letIn } from "../../simulation/gatherFleet.ts";
import { freshRecord, makeSimDevice, type SimDevice } from "../../simulation/SimDevice.ts";
import { startSimServer } from "../../simulation/SimServer.ts";
import { seededRandom } from "../replica/seededRandom.ts";

/** Milliseconds. */
export const day = 86_400_000;
const open: { end: () => Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.end();
});

/** A team of real devices over the real mailbox, on one clock that the test moves. */
export async function team(
  names: readonly string[],
  compaction: Compaction = usualCompaction,
  kind: "own" | "team" = "team",
) {
  let time = 1_795_358_451_000;
  const server = startSimServer(() => time);
  open.push(server);
  const refused = new Map<SimDevice | undefined, RegExp>();
  const sent: Order[] = [];
  const random = seededRandom(names.length);
  const make = async (name: string, seed: number): Promise<SimDevice> => {
    const transport: Transport = {
      live: server.transport.live,
      send: async (order) => {
        const isLost = [undefined, device].some((by) =>
          refused.get(by)?.test(`${order.method} ${order.path}`),
        );
        if (isLost) return err({ type: "Unreachable" });
        sent.push(order);
        return server.transport.send(order);
      },
    };
    const device: SimDevice = await makeSimDevice(
      name,
      seededRandom(seed),
      () => time,
      transport,
      undefined,
      compaction,
    );
    return device;
  };
  const devices: SimDevice[] = [];
  for (const [at, name] of names.entries()) devices.push(await make(name, 100 + at));
  await gatherFleet(devices, server, kind);
  const exchange = async (...those: readonly SimDevice[]) => {
    for (const device of those) {
      const done = await device.exchange();
      const isLost = refused.size > 0 && !done.ok && done.error.type === "Unreachable";
      if (!done.ok && !isLost) throw new Error(`${device.name}: ${JSON.stringify(done.error)}`);
    }
  };
  return {
    server,
    devices,
    exchange,
    /** Requests that match do not arrive: of one device, or of anybody. */
    lose: (what: RegExp | null, by?: SimDevice) =>
      what === null ? refused.delete(by) : refused.set(by, what),
    pass: async (milliseconds: number) => {
      time += milliseconds;
      await server.sweep();
    },
    /** The bodies of all rows that were ever pushed. */
    pushed: () =>
      sent.flatMap(({ method, path, body }) => {
        const frames = /\/rows$/.test(path) && method === "POST" ? decodeFrames(body) : null;
        if (frames === null || !frames.ok) return [];
        return frames.value.flatMap((frame) => (frame.type === "push" ? frame.rows : []));
      }),
    /** How often a request that matches arrived. */
    count: (what: RegExp) =>
      sent.filter(({ method, path }) => what.test(`${method} ${path}`)).length,
    record: () => freshRecord(random),
    newcomer: async (seed = 900) => {
      const newcomer = await make(`newcomer ${seed}`, seed);
      const [first] = devices;
      if (first === undefined) throw new Error("nobody lets in");
      await letIn(first, newcomer, server);
      return newcomer;
    },
    /** How far the server has let rows go. */
    floor: async (device: SimDevice) => {
      await exchange(device);
      return device.space().floor;
    },
    /** How many of these bytes stand in the server's files, write-ahead log and all. */
    found: (bodies: readonly Uint8Array[]) => {
      const files = readdirSync(server.directory)
        .filter((name) => name.startsWith("mailbox.db"))
        .map((name) => readFileSync(join(server.directory, name)));
      return bodies.filter((body) => files.some((file) => file.includes(Buffer.from(body)))).length;
    },
  };
}

/** Writes so many words, each a row of its own, all into one record; sends them now and then. */
export async function write(
  device: SimDevice,
  record: string,
  from: number,
  to: number,
): Promise<string[]> {
  const words: string[] = [];
  for (let at = from; at < to; at += 1) {
    words.push(`w${at}`);
    await device.write(record, `w${at}`, "proposal");
    await makeRows(device.space());
  }
  return words;
}

/** What this device was told, by type. */
export const told = (device: SimDevice): string[] => {
  const { heads } = device.space();
  const types = heads.told.map(({ what }) => what.type);
  return heads.newerSince > 0 ? [...types, "NewerVersion"] : types;
};

/** All of these have the same, and every word of it. */
export async function expectWords(
  devices: readonly SimDevice[],
  words: Record<string, readonly string[]>,
) {
  const [first] = devices;
  for (const device of devices) {
    expect(await device.content()).toBe(await first?.content());
    for (const [record, each] of Object.entries(words)) {
      const text = (await device.text(record))?.split(" ") ?? [];
      expect(each.filter((word) => !text.includes(word))).toEqual([]);
    }
  }
}
