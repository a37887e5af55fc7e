import { isIP } from "node:net";
import * as v from "valibot";

const number = (fallback: string, least: number, most: number) =>
  v.optional(
    v.pipe(v.string(), v.digits(), v.toNumber(), v.minValue(least), v.maxValue(most)),
    fallback,
  );

/** What the server reads of its surroundings; the operator's page tells of each. */
const environmentSchema = v.object({
  PORT: number("8787", 0, 65_535),
  /** The one address to listen at; an empty text is all of them. */
  LISTEN_ADDRESS: v.optional(
    v.pipe(
      v.string(),
      v.check((text) => text === "" || isIP(text) !== 0),
    ),
    "",
  ),
  /** Where the embedded mailbox is kept; unused with DATABASE_URL. */
  DATA_DIR: v.optional(v.pipe(v.string(), v.minLength(1)), "data"),
  /** PostgreSQL; an empty text is none. */
  DATABASE_URL: v.optional(v.pipe(v.string(), v.regex(/^($|postgres(ql)?:\/\/)/)), ""),
  /** What one space may keep, in MiB. */
  SPACE_QUOTA_MIB: number("1024", 1, 1_000_000),
  TRUST_PROXY: v.optional(v.picklist(["0", "1"]), "0"),
  LOG_LEVEL: v.optional(v.picklist(["debug", "info", "warn", "error", "silent"]), "info"),
});

export type Environment = v.InferOutput<typeof environmentSchema>;

/** The settings, or one line that says what is wrong with them and how they should be. */
export function readEnvironment(
  environment: NodeJS.ProcessEnv,
):
  | { readonly ok: true; readonly value: Environment }
  | { readonly ok: false; readonly says: string } {
  const read = v.safeParse(environmentSchema, environment);
  if (read.success) return { ok: true, value: read.output };
  const says = {
    PORT: "PORT must be a number from 0 to 65535",
    LISTEN_ADDRESS: "LISTEN_ADDRESS must be an IP address, as 127.0.0.1",
    DATA_DIR: "DATA_DIR must name a directory",
    DATABASE_URL: "DATABASE_URL must be a PostgreSQL address, postgres://…",
    SPACE_QUOTA_MIB: "SPACE_QUOTA_MIB must be a number from 1 to 1000000",
    TRUST_PROXY: "TRUST_PROXY must be 0 or 1",
    LOG_LEVEL: "LOG_LEVEL must be debug, info, warn, error or silent",
  } satisfies Record<keyof Environment, string>;
  const [issue] = read.issues;
  const name = v.getDotPath(issue) as keyof Environment | null;
  return { ok: false, says: name ? says[name] : "the settings cannot be read" };
}
