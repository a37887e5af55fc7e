import { readdirSync } from "node:fs";
import { cruise, type IForbiddenRuleType } from "dependency-cruiser";
import { describe, expect, it } from "vitest";
import { homeOf, mayImport } from "./mayImport.ts";

const inFolders = (folders: readonly string[]) => `^src/(${folders.join("|")})/`;

const arrowRules: IForbiddenRuleType[] = Object.entries(mayImport).map(([folder, allowed]) => ({
  name: `${folder}-arrows`,
  severity: "error",
  from: { path: `^src/${folder}/` },
  to: { path: "^src/", pathNot: inFolders([folder, ...allowed]) },
}));

const homeRules: IForbiddenRuleType[] = Object.entries(homeOf).map(([library, folders]) => ({
  name: `home-of-${library}`,
  severity: "error",
  from: { path: "^src/", pathNot: inFolders(folders) },
  to: { path: [library, library.replace("^", "node_modules/")] },
}));

const houseRules: IForbiddenRuleType[] = [
  {
    name: "features-are-strangers",
    severity: "error",
    from: { path: "^src/features/([^/]+)/" },
    to: { path: "^src/features/", pathNot: "^src/features/$1/" },
  },
  { name: "no-cycles", severity: "error", from: { path: "^src/" }, to: { circular: true } },
];

async function broken(paths: string[], rules: IForbiddenRuleType[]): Promise<string[]> {
  const { output } = await cruise(paths, {
    ruleSet: { forbidden: rules },
    validate: true,
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^src/messages/" },
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".js", ".mjs"],
      exportsFields: ["exports"],
      conditionNames: ["import", "default", "types"],
    },
  });
  if (typeof output === "string") throw new Error(output);
  return output.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
}

describe("the house", () => {
  it("has a rule for every folder of src", () => {
    const folders = readdirSync("src", { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    expect(Object.keys(mayImport)).toEqual(expect.arrayContaining(folders));
  });

  it("lets imports follow the arrows only, libraries stay in their homes, and nothing go round in a circle", async () => {
    expect(await broken(["src"], [...arrowRules, ...homeRules, ...houseRules])).toEqual([]);
  });

  it("would notice a forbidden arrow (control)", async () => {
    const forbidCoreToBase: IForbiddenRuleType = {
      name: "control",
      severity: "error",
      from: { path: "^src/core/" },
      to: { path: "^src/base/" },
    };
    expect(await broken(["src/core"], [forbidCoreToBase])).not.toEqual([]);
  });

  it("would notice a library outside its home (control)", async () => {
    const forbidValibot: IForbiddenRuleType = {
      name: "control",
      severity: "error",
      from: { path: "^src/core/" },
      to: { path: "node_modules/valibot" },
    };
    expect(await broken(["src/core"], [forbidValibot])).not.toEqual([]);
  });
});
