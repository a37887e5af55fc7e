import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import * as v from "valibot";
import { findIdentifying } from "#identity/findIdentifying.ts";

// `npm run -s identifiers -- FILE.jsonl`: the app's own identity check, one JSON line in, one out
// (product.md section 4). A line that is not understood is told on standard error and ends in failure.
const lineSchema = v.object({ id: v.union([v.string(), v.number()]), text: v.string() });

const path = process.argv[2];
if (path === undefined) {
  console.error("Which file? npm run -s identifiers -- FILE.jsonl");
  process.exit(2);
}

function read(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

const input = createReadStream(path, "utf8");
input.on("error", (failure) => {
  console.error(`${path} cannot be read: ${failure.message}`);
  process.exit(2);
});
process.stdout.on("error", () => process.exit(0));
let number = 0;
for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
  number += 1;
  if (line.trim() === "") continue;
  const given = v.safeParse(lineSchema, read(line));
  if (!given.success) {
    console.error(`line ${number} is not {"id","text"}`);
    process.exitCode = 1;
    continue;
  }
  const { id, text } = given.output;
  const spans = findIdentifying(text).map(({ start, end, kind }) => ({ start, end, kind }));
  process.stdout.write(`${JSON.stringify({ id, spans })}\n`);
}
