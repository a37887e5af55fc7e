// `npm run prove`: the fault suites at full size, with a table of counts. Arguments choose suites by a
// part of their names: `npm run prove -- killed canary`. `PROVE=short` takes the sizes of `npm test`.
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { browserSuites, engineSuites } from "./browserSuites.ts";
import type { NotRun, Proof, Suite } from "./Suite.ts";
import { vaultSuites } from "./suites.ts";

const chosen = process.argv.slice(2);
const isShort = process.env.PROVE === "short";
const isChosen = (name: string) =>
  chosen.length === 0 || chosen.some((part) => name.includes(part));

interface Line {
  readonly name: string;
  readonly law: string;
  readonly tried: number | string;
  readonly failed: number;
  readonly control: string;
  readonly note: string;
  readonly seconds: number;
}
const lines: Line[] = [];

async function prove({ name, law, full, short, run }: Suite<Proof | NotRun>): Promise<void> {
  if (!isChosen(name)) return;
  const started = performance.now();
  console.log(`── ${name}: ${law}`);
  let proof: Proof | NotRun;
  try {
    proof = await run(isShort ? short : full);
  } catch (fault) {
    proof = { tried: 0, failures: [String(fault)], control: false, note: "broke off" };
  }
  if ("notRun" in proof) {
    console.log(`   NOT RUN: ${proof.notRun}`);
    const nothing = { tried: "not run", failed: 0, control: "not run", seconds: 0 };
    lines.push({ name, law, note: proof.notRun, ...nothing });
    return;
  }
  for (const failure of proof.failures) console.log(`   failed: ${failure}`);
  const seconds = Math.round((performance.now() - started) / 1000);
  lines.push({
    name,
    law,
    tried: proof.tried,
    failed: proof.failures.length,
    control: proof.control ? "found" : "NOT FOUND",
    note: proof.note,
    seconds,
  });
}

/** Tests that are suites of their own, run as they are and counted by their runner. */
function runTests(
  name: string,
  law: string,
  command: readonly string[],
  note: string,
  environment: Readonly<Record<string, string>> = {},
): void {
  if (!isChosen(name)) return;
  const started = performance.now();
  console.log(`── ${name}: ${law}`);
  const [program = "", ...parameters] = command;
  const size = isShort ? { VITE_PROVE: "" } : { VITE_PROVE: "full", PROVE: "1" };
  const env = { ...process.env, ...size, ...environment };
  const { status, stdout } = spawnSync(program, parameters, { encoding: "utf8", env });
  const counted = stdout.match(/(\d+) passed|"runs":\d+/g)?.at(-1) ?? "none passed";
  if (status !== 0) console.log(stdout.slice(-4000));
  const seconds = Math.round((performance.now() - started) / 1000);
  const failed = status === 0 ? 0 : 1;
  lines.push({ name, law, tried: counted, failed, control: "within", note, seconds });
}

for (const suite of [...vaultSuites, ...browserSuites, ...engineSuites]) await prove(suite);
/** The server's own suites, at full size; each has its control within. */
function proveServer(name: string, law: string, file: string, note: string): void {
  const command = [bin("vitest"), "run", "--project", "unit", `test/unit/server/mailbox/${file}`];
  runTests(name, law, command, note);
}

const bin = (name: string) => `node_modules/.bin/${name}`;
runTests(
  "fleet",
  "after weeks apart, lost answers, killed and restored servers: equal content, every word",
  [bin("tsx"), "test/bench/proveFleet.ts", `--runs=${isShort ? 4 : 1_000}`],
  "3 to 60 devices by seed; failing seeds are printed",
);
proveServer(
  "wrong identities",
  "every route refuses nine who are not who they should be, and 5,000 tampered signatures",
  "identities.test.ts",
  "over HTTP",
);
proveServer(
  "sizes and rates",
  "500 connections drip for 60 s: nineteen in twenty honest requests stay under a second",
  "rates.test.ts",
  "or within 3 times what they take without them, on a busy machine",
);
proveServer(
  "killed server",
  "kill -9 in the middle of pushes, 20 times: everything acknowledged is there; no word is found",
  "durability.test.ts",
  "database, write-ahead log and output searched",
);
proveServer(
  "live",
  "60 devices that come back at once; readers that do not read; removed members",
  "live.test.ts",
  "over WebSocket",
);
proveServer(
  "two nodes",
  "two nodes on real PostgreSQL, killed in the middle of pushes: each row once, in order",
  "twoNodes.test.ts",
  "PostgreSQL at DATABASE_URL, embedded, or Debian's",
);
runTests(
  "team in browsers on two nodes",
  "two Chromiums share, write together, part, meet again, remove: over two nodes on PostgreSQL",
  [bin("playwright"), "test", "test/e2e/team.spec.ts"],
  "behind a balancer that changes nodes with every connection",
  { E2E_NODES: "2" },
);
runTests(
  "voice in browsers on two nodes",
  "a poster's voice sealed in Chromium, both nodes killed meanwhile, read, linked and thanked: PostgreSQL's files searched",
  [bin("playwright"), "test", "test/e2e/voices.spec.ts"],
  "behind a balancer that changes nodes with every connection",
  { E2E_NODES: "2" },
);
runTests(
  "seven in browsers",
  "seven Chromiums share, write without a server, meet again, remove one, and read a voice",
  [bin("playwright"), "test", "test/e2e/sevenPeople.spec.ts"],
  "the server killed twice and started again",
);
runTests(
  "backup in Chromium",
  "10,000 entries in parts under 1 MB; killed at any point of a restore: all or nothing",
  [bin("vitest"), "run", "--project", "browser", "test/browser/vault/backup.test.ts"],
  "real workers and IndexedDB",
);
runTests(
  "Wycheproof",
  "every vector of the ciphers and hashes in use, in Chromium and in Node",
  [bin("vitest"), "run", "test/browser/crypto", "test/unit/crypto"],
  "with src/crypto's own laws",
);
runTests(
  "hostile texts",
  "no XSS payload fires wherever it stands; nothing is fetched",
  [bin("playwright"), "test", "test/e2e/hostile.spec.ts"],
  "in the built app, under its policy",
);

const cells = (line: Line) =>
  `| ${line.name} | ${line.tried} | ${line.failed} | ${line.control} | ${line.seconds} s | ${line.note} |`;
const table = [
  "| suite | tried | failed | control | took | |",
  "| --- | ---: | ---: | --- | ---: | --- |",
  ...lines.map(cells),
].join("\n");
console.log(`\n${table}\n`);
writeFileSync("test/prove/results.json", `${JSON.stringify(lines, null, 2)}\n`);
const run = lines.filter(({ tried }) => tried !== "not run");
const isProved =
  run.length > 0 && run.every(({ failed, control }) => failed === 0 && control !== "NOT FOUND");
const notRun = lines.length - run.length;
const left = notRun === 0 ? "" : ` ${notRun} could not be run here.`;
console.log(isProved ? `Everything that was run held.${left}` : `Not everything held.${left}`);
process.exit(isProved ? 0 : 1);
