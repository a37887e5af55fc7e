import type { argon2id } from "hash-wasm";
import { vi } from "vitest";

const answers = new Map<string, Uint8Array>();

/** The next of each hash is made anew: for tests of the making itself. */
export const forgetHashes = (): void => answers.clear();

/**
 * Argon2id as it is, each answer kept for whoever asks for the same again: tests begin and open the
 * same made-up journals hundreds of times, and the hash says the same every time. Costs, refusals and
 * faults are those of the real one, which is asked whenever anything differs.
 */
vi.mock(import("hash-wasm"), async (original) => {
  const real = await original();
  const remembered = async (asked: Parameters<typeof argon2id>[0]) => {
    if (asked.outputType !== "binary") return real.argon2id(asked);
    const key = JSON.stringify(asked, (_, value) =>
      value instanceof Uint8Array ? Array.from(value) : value,
    );
    const answer =
      answers.get(key) ?? (await real.argon2id(asked as { outputType: "binary" } & typeof asked));
    answers.set(key, answer);
    // A copy, because whoever asked overwrites it [K4].
    return answer.slice();
  };
  return { ...real, argon2id: remembered as typeof argon2id };
});
