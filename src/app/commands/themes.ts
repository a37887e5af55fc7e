import { createInterface } from "node:readline";
import { createThemeSession } from "./themeSession.ts";

/**
 * `npm run -s themes`: the app's theme engine on standard input and output, one JSON line in, one out
 * (product.md section 4). A line that is not understood is answered with `{"error": …}`.
 */
const session = createThemeSession();
const lines = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
process.stdout.on("error", () => process.exit(0));
for await (const line of lines) {
  if (line.trim() !== "") process.stdout.write(`${JSON.stringify(session.answer(line))}\n`);
}
