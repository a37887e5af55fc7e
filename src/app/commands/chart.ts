import { readFileSync } from "node:fs";
import { expectedShape } from "#charts/expectedShape.ts";
import { readSeries } from "#charts/Series.ts";

// `npm run -s chart -- FILE.json`: the app's own XmR chart of a series, printed as in shared/data/spc.
const path = process.argv[2];
if (path === undefined) {
  console.error("Which file? npm run -s chart -- FILE.json");
  process.exit(2);
}

function given(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (failure) {
    console.error(
      `${file} cannot be read as JSON: ${failure instanceof Error ? failure.message : ""}`,
    );
    process.exit(2);
  }
}

const read = readSeries(given(path));
if (!read.ok) {
  console.error(`Not a series: ${read.error.where} ${read.error.why}`);
  process.exit(1);
}
console.log(JSON.stringify(expectedShape(read.value)));
