import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { readEnvironment } from "#server/Environment.ts";

it.each([
  { PORT: "eighty" },
  { PORT: "" },
  { PORT: "0x50" },
  { PORT: "80.5" },
  { PORT: "65536" },
  { LISTEN_ADDRESS: "localhost" },
  { DATA_DIR: "" },
  { DATABASE_URL: "mysql://localhost/headroom" },
  { DATABASE_URL: "/var/lib/headroom" },
  { SPACE_QUOTA_MIB: "0" },
  { SPACE_QUOTA_MIB: "1 GiB" },
  { TRUST_PROXY: "true" },
  { LOG_LEVEL: "loud" },
])("refuses %o in a line that names the setting", (variables) => {
  const [name] = Object.keys(variables);
  expect(readEnvironment(variables)).toEqual({
    ok: false,
    says: expect.stringMatching(`^${name} must `),
  });
});

it.each([
  { PORT: "0" },
  { LISTEN_ADDRESS: "::1" },
  { LISTEN_ADDRESS: "" },
  { DATABASE_URL: "" },
  { DATABASE_URL: "postgres://headroom@localhost/headroom" },
  { DATABASE_URL: "postgresql:///headroom?host=/var/run/postgresql" },
  { SOMETHING_ELSE: "is nobody's" },
])("takes %o", (variables) => {
  expect(readEnvironment(variables).ok).toBe(true);
});

it("reads the settings that the operator's page tells of, and no others", () => {
  const page = readFileSync("docs/operating.md", "utf8");
  const told = [...page.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name);
  const read = readEnvironment({});
  expect(read.ok && Object.keys(read.value).sort()).toEqual(told.sort());
});
