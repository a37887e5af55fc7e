// `npx tsx test/bench/proveFleet.ts --runs=1000 --from=1 --most=12`: the fleet at full size; prints counts as JSON.
import { runFleet } from "../simulation/runFleet.ts";

const option = (name: string, usual: number): number => {
  const given = process.argv.find((argument) => argument.startsWith(`--${name}=`));
  return given === undefined ? usual : Number(given.split("=")[1]);
};
const runs = option("runs", 100);
const from = option("from", 1);
const faults: Record<string, number> = {};
const failing: { seed: number; broken: readonly string[] }[] = [];
let words = 0;
let devices = 0;
for (let seed = from; seed < from + runs; seed += 1) {
  const run = await runFleet(seed, {
    // One run in fifty is a large fleet.
    most: seed % 50 === 0 ? 60 : option("most", 8),
    // In every fourth, from the second on, two facilitators change members; every fourth from the third is restless.
    changers: seed % 4 === 2 || seed % 8 === 3 ? 2 : 1,
    isRestless: seed % 4 === 3,
  });
  words += run.words;
  devices += run.devices;
  for (const [fault, count] of Object.entries(run.faults)) {
    faults[fault] = (faults[fault] ?? 0) + count;
  }
  if (run.broken.length > 0) {
    failing.push({ seed, broken: run.broken.slice(0, 5) });
    process.stderr.write(`seed ${seed}: ${run.broken.slice(0, 3).join(" | ")}\n`);
  }
}
process.stdout.write(`${JSON.stringify({ runs, devices, words, faults, failing })}\n`);
process.exit(failing.length > 0 ? 1 : 0);
