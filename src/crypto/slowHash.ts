import { err, ok, type Result } from "#base/Result.ts";
import { encodeFields, type Field } from "#wire/encodeFields.ts";

/** What one Argon2id hash costs. */
export interface SlowHashCost {
  readonly memoryKiB: number;
  readonly iterations: number;
  readonly parallelism: number;
}

/** What new slots cost, and the least that is accepted when one is read [H1]. */
export const slowHashCost: SlowHashCost = { memoryKiB: 65_536, iterations: 3, parallelism: 1 };

/** The most that is attempted: beyond this a damaged or hostile slot could hang a phone [H2]. */
export const slowHashCeiling: SlowHashCost = {
  memoryKiB: 262_144,
  iterations: 12,
  parallelism: 1,
};

/** The device did not give the memory of a slow hash, as small or busy ones may not. */
export interface TooLittleMemory {
  readonly type: "TooLittleMemory";
  readonly mebibytes: number;
}

/** Not needed until somebody types: fetched then. */
const load = () => import("hash-wasm");

/** Version of Argon2 (1.3) as RFC 9106 numbers it. */
const argonVersion = 0x13;

/** Bytes of a slow hash's salt. */
export const slowHashSaltLength = 16;

/** Fields of a cost for additional data. */
export const costFields = (cost: SlowHashCost): readonly Field[] => [
  argonVersion,
  cost.memoryKiB,
  cost.iterations,
  cost.parallelism,
];

/**
 * Argon2id (RFC 9106) of what a person typed: 32 bytes, a few hundred milliseconds, 64 MiB. Runs
 * synchronously in WebAssembly, so only in a worker. `purpose` keeps uses apart. The caller wipes
 * the result.
 */
export async function slowHash(
  purpose: string,
  typed: string,
  salt: Uint8Array,
  cost: SlowHashCost,
): Promise<Result<Uint8Array<ArrayBuffer>, TooLittleMemory>> {
  const { argon2id } = await load();
  const password = encodeFields([purpose, new TextEncoder().encode(typed)]);
  try {
    const hash = await argon2id({
      password,
      salt,
      iterations: cost.iterations,
      memorySize: cost.memoryKiB,
      parallelism: cost.parallelism,
      hashLength: 32,
      outputType: "binary",
    });
    const own = new Uint8Array(hash);
    hash.fill(0);
    return ok(own);
  } catch (error) {
    // What WebAssembly says of memory it does not get; hash-wasm's own refusals are plain errors.
    if (!(error instanceof RangeError)) throw error;
    return err({ type: "TooLittleMemory", mebibytes: Math.ceil(cost.memoryKiB / 1024) });
  } finally {
    password.fill(0);
  }
}
