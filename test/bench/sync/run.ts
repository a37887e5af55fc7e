import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { median, percentile95 } from "../statistics.ts";
import { headroomSystems } from "./headroomSystem.ts";
import { hocuspocusSystems } from "./hocuspocusSystem.ts";
import { measureGrowth } from "./measureGrowth.ts";
import type { Agreed, BenchDevice, Received, RunningSystem } from "./SyncSystem.ts";

// `npm run bench:sync`: the team's server beside peers in one run, on loopback. A: a device that has
// nothing receives 2,000 documents of ten fields and 800 characters. B: one writer, 20 readers, 500 edits at 50 a second, until the last reader has each. D: 20 devices by 200 updates
// until acknowledged. C: two devices, 500 offline edits each to the same 50 documents, until both agree.
// A and C use the app's own engine. E: server memory after D. F: acknowledged updates lost after kill -9.
// Then growth: what a space and a row cost among 10, 100 and 1,000 spaces. Peers are installed outside the project (PEERS, else /tmp/peers). `-- --quick` does less.

const isQuick = process.argv.includes("--quick");
const plan = {
  devices: 20,
  updates: 200,
  edits: isQuick ? 100 : 500,
  perSecond: 50,
  rounds: isQuick ? 1 : 5,
  documents: isQuick ? 500 : 2_000,
  edited: 50,
  offlineEdits: 500,
  spaces: isQuick ? [10, 100] : [10, 100, 1_000],
};

interface Measured {
  readonly name: string;
  readonly acknowledges: string;
  readonly aMs: number;
  readonly aKeeping: number | null;
  readonly aMegabytes: number;
  readonly cMs: number;
  readonly cLost: number;
  readonly b50: number;
  readonly b95: number;
  readonly perSecond: number;
  readonly processor: number;
  readonly megabytes: number;
  readonly lost: number | null;
}

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

const load = loadavg()[0] ?? 0;
const systems = [...hocuspocusSystems, ...headroomSystems].map((system) => ({
  system,
  speeds: [] as number[],
  processors: [] as number[],
  memories: [] as number[],
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
    one.received.push(await fresh.receive(plan.documents));
    one.agreed.push(await fresh.agree(plan.edited, plan.offlineEdits));
    await fresh.stop();
  }
}
const measured: Measured[] = [];
for (const { system, speeds, processors, memories, received, agreed, lost } of systems) {
  console.error(`fan-out: ${system.name} …`);
  const running = await system.start();
  const times = await fanOut(running);
  await running.stop();
  measured.push({
    name: system.name,
    acknowledges: system.acknowledges,
    aMs: median(received.map(({ ms }) => ms)),
    aKeeping: received[0]?.keeping == null ? null : median(received.map((one) => one.keeping ?? 0)),
    aMegabytes: median(received.map(({ megabytes }) => megabytes)),
    cMs: median(agreed.map(({ ms }) => ms)),
    cLost: Math.max(...agreed.map((one) => one.lost)),
    b50: median(times),
    b95: percentile95(times),
    perSecond: median(speeds),
    processor: median(processors),
    megabytes: median(memories),
    lost,
  });
}
const peer = hocuspocusSystems.length > 0 ? measured[0] : undefined;
const ratio = (value: number, of: number | undefined) =>
  of ? ` (${(value / of).toFixed(2)}×)` : "";
const heads = [
  "system",
  "acknowledged",
  "A ms",
  "A MB",
  "C ms",
  "C lost",
  "B p50 ms",
  "B p95 ms",
  "D updates/s",
  "D server CPU ms a 1,000",
  "E MB",
  "F lost",
];
const lines = measured.map((one) => [
  one.name,
  one.acknowledges,
  one.aMs.toFixed(0) +
    ratio(one.aMs, peer?.aMs) +
    (one.aKeeping === null ? "" : `, ${one.aKeeping.toFixed(0)} of it merging and keeping`),
  one.aMegabytes.toFixed(2) + ratio(one.aMegabytes, peer?.aMegabytes),
  one.cMs.toFixed(0) + ratio(one.cMs, peer?.cMs),
  String(one.cLost),
  one.b50.toFixed(1),
  one.b95.toFixed(1) + ratio(one.b95, peer?.b95),
  one.perSecond.toFixed(0) + ratio(one.perSecond, peer?.perSecond),
  one.processor.toFixed(0) + ratio(one.processor, peer?.processor),
  one.megabytes.toFixed(0) + ratio(one.megabytes, peer?.megabytes),
  one.lost === null ? "not kept" : String(one.lost),
]);
const rule = heads.map((_, at) => (at < 2 ? "---" : "---:"));
console.log(
  `${cpus()[0]?.model}, ${cpus().length} cores; load before the run ${load.toFixed(1)}\n`,
);
console.log([heads, rule, ...lines].map((cells) => `| ${cells.join(" | ")} |`).join("\n"));
const growth = await measureGrowth(plan.spaces);
console.log(`\n${growth.table}`);
mkdirSync("test-results", { recursive: true });
writeFileSync(
  "test-results/sync.json",
  `${JSON.stringify({ load, plan, measured, growth: growth.lines }, null, 2)}\n`,
);
process.exit(0);
