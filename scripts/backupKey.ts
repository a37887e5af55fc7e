import { createInterface } from "node:readline";
import { backupKeyOf } from "#crypto/backupKey.ts";

// `npm run -s backup-key`: reads twelve recovery words from standard input and prints the key file
// that `age -d -i` opens backups with. Standard input, so that the words stand in no shell history.
const lines: string[] = [];
for await (const line of createInterface({ input: process.stdin })) {
  lines.push(line);
  if (lines.join(" ").trim().split(/\s+/).length >= 12) break;
}
const key = await backupKeyOf(lines.join(" "));
if (key.ok) {
  console.log(`# public key: ${key.value.recipient}\n${key.value.identity}`);
} else {
  const wrong = key.error.unknown.map((at) => at + 1).join(", ");
  console.error(
    wrong === ""
      ? "These are not the twelve words of a recovery code: a word is missing, mistyped or in another place."
      : `These are not words of a recovery code, counted from 1: ${wrong}.`,
  );
  process.exitCode = 1;
}
