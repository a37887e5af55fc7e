import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((name) =>
  name.endsWith(".tsx"),
);
const opensField = /<(?:textarea|select|input)\b/g;

/** The attributes of each native field in a source text, up to the end of its opening tag. */
function fieldsOf(text: string): string[] {
  return [...text.matchAll(opensField)].map((match) => {
    const rest = text.slice(match.index);
    const end = rest.search(/(?<!=)>/);
    return rest.slice(0, end);
  });
}
/** Spread attributes are TextField's, which begin with `autoComplete: "off"`; these types hold nobody's words. */
const isCovered = (attributes: string) =>
  /autoComplete=/.test(attributes) ||
  /\{\.\.\.shared\}/.test(attributes) ||
  /type="(?:radio|checkbox|file)"/.test(attributes);

it("every field tells the browser not to keep what is typed: it would write it to disk to restore the tab", () => {
  const bare = files.flatMap((name) =>
    fieldsOf(readFileSync(`src/${name}`, "utf8"))
      .filter((attributes) => !isCovered(attributes))
      .map((attributes) => `${name}: ${attributes.replace(/\s+/g, " ")}`),
  );
  expect(bare).toEqual([]);
});

it("would notice a field that does not (control)", () => {
  const [bare] = fieldsOf("<textarea\n  value={value}\n  onChange={() => change()}\n/>");
  expect(bare).toContain("textarea");
  expect(isCovered(bare ?? "")).toBe(false);
});
