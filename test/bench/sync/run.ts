import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { median, percentile95 } from "../statistics.ts";
import { goalsTable, type Measured, measuredTable } from "./goals.ts";
import { headroomSystems } from "./headroomSystem.ts";
import { hocuspocusSystems } from "./hocuspocusSystem.ts";
import { measureGrowth } from "./measureGrowth.ts";
import type { Agreed, BenchDevice, Received, RunningSystem } from "./SyncSystem.ts";

// `npm run bench:sync`: the team's server beside peers in one run, on loopback. A: a device that has
// nothing receives 2,000 documents of ten fields and 800 characters. B: one writer, 20 readers, 500 edits at 50 a second, until the last reader has each. D: 20 devices by 200 updates
// until acknowledged. C: two devices, 500 offline edits each to the same 50 documents, until both agree.
// A and C use the app's own engine. E: server memory after D. F: acknowledged updates lost after kill -9.
// Then growth: what a space and a row cost among 10, 100 and 1,000 spaces; and each goal of sync.md,
// kept or missed, beside the better Hocuspocus of each row. Peers are installed outside the project (PEERS, else /tmp/peers). `-- --quick` does less.

const isQuick = process.argv.includes("--quick");
const plan = {
  devices: 20,
  updates: 200,
  edits: isQuick ? 100 : 500,
  perSecond: 50,
  rounds: isQuick ? 1 : 3,
  documents: isQuick ? 500 : 2_000,
  edited: 50,
  offlineEdits: 500,
  spaces: isQuick ? [10, 100] : [10, 100, 1_000],
};

/** Milliseconds of each edit until the last reader had it. */
async function fanOut(running: RunningSystem): Promise<readonly number[]> {
  const sent: number[] = [];
  const left: number[] = Array.from({ length: plan.edits + 1 }, () => plan.devices);
  const times: number[] = [];
  let finish = () => {};
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const heard = (number: number) => {
    const waiting = (left[number] ?? 0) - 1;
    left[number] = waiting;
    if (waiting !== 0) return;
    times.push(performance.now() - (sent[number] ?? 0));
    if (times.length === plan.edits) finish();
  };
  const readers: BenchDevice[] = [];
  for (let at = 0; at < plan.devices; at += 1) readers.push(await running.connect("edit", heard));
  const writer = await running.connect("edit", () => undefined);
  let number = 0;
  const writing = setInterval(() => {
    number += 1;
    sent[number] = performance.now();
    writer.edit(number);
    if (number === plan.edits) clearInterval(writing);
  }, 1000 / plan.perSecond);
  await finished;
  for (const device of [...readers, writer]) device.close();
  return times;
}

interface Pushed {
  /** Acknowledged updates a second. */
  readonly perSecond: number;
  /** Processor time of the server for 1,000 updates, in ms: less shaken by what else runs. */
  readonly processor: number;
}

async function pushAll(running: RunningSystem): Promise<Pushed> {
  const devices: BenchDevice[] = [];
  for (let at = 0; at < plan.devices; at += 1)
    devices.push(await running.connect("push", () => undefined));
  await Promise.all(devices.map((device) => device.prepare(plan.updates)));
  const before = running.processor();
  const started = performance.now();
  await Promise.all(devices.map((device) => device.push(plan.updates)));
  const seconds = (performance.now() - started) / 1000;
  const processor = running.processor() - before;
  for (const device of devices) device.close();
  const updates = plan.devices * plan.updates;
  return { perSecond: updates / seconds, processor: (processor / updates) * 1000 };
}

const began = performance.now();
const load = loadavg()[0] ?? 0;
const systems = [...hocuspocusSystems, ...headroomSystems].map((system) => ({
  system,
  speeds: [] as number[],
  processors: [] as number[],
  memories: [] as number[],
  fans: [] as (readonly number[])[],
  received: [] as Received[],
  agreed: [] as Agreed[],
  lost: null as number | null,
}));
// Round by round, each system in each: what else the machine does then falls on all of them.
for (let round = 0; round < plan.rounds; round += 1) {
  for (const one of systems) {
    console.error(`round ${round + 1}: ${one.system.name} …`);
    const running = await one.system.start();
    const { perSecond, processor } = await pushAll(running);
    one.speeds.push(perSecond);
    one.processors.push(processor);
    one.memories.push(running.memory());
    if (round === 0 && running.killAndCount) one.lost = await running.killAndCount();
    await running.stop();
    const fresh = await one.system.start();
    one.fans.push(await fanOut(fresh));
    one.received.push(await fresh.receive(plan.documents));
    one.agreed.push(await fresh.agree(plan.edited, plan.offlineEdits));
    await fresh.stop();
  }
}
const measured: Measured[] = [];
for (const { system, speeds, processors, memories, fans, received, agreed, lost } of systems) {
  measured.push({
    name: system.name,
    acknowledges: system.acknowledges,
    aMs: median(received.map(({ ms }) => ms)),
    aKeeping: received[0]?.keeping == null ? null : median(received.map((one) => one.keeping ?? 0)),
    aMegabytes: median(received.map(({ megabytes }) => megabytes)),
    cMs: median(agreed.map(({ ms }) => ms)),
    cLost: Math.max(...agreed.map((one) => one.lost)),
    b50: median(fans.map(median)),
    b95: median(fans.map(percentile95)),
    perSecond: median(speeds),
    processor: median(processors),
    megabytes: median(memories),
    lost,
  });
}
console.log(
  `${cpus()[0]?.model}, ${cpus().length} cores; load before the run ${load.toFixed(1)}\n`,
);
const peers = new Set(hocuspocusSystems.map(({ name }) => name));
console.log(measuredTable(measured));
const growth = await measureGrowth(plan.spaces);
console.log(`\n${growth.table}`);
console.log(`\n${goalsTable(measured, peers, growth.lines)}`);
const minutes = (performance.now() - began) / 60_000;
console.log(`\nThe run took ${minutes.toFixed(1)} minutes.`);
mkdirSync("test-results", { recursive: true });
writeFileSync(
  "test-results/sync.json",
  `${JSON.stringify({ load, plan, measured, growth: growth.lines }, null, 2)}\n`,
);
process.exit(0);
