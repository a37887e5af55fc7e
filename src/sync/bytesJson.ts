import { base64urlnopad } from "@scure/base";
import * as v from "valibot";

/** Bytes as they stand in JSON: base64url [E2 of src/crypto/SPEC.md]. */
export const bytesSchema = v.pipe(
  v.string(),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    try {
      return base64urlnopad.decode(dataset.value);
    } catch {
      addIssue({ message: "not base64url" });
      return NEVER;
    }
  }),
);

/** Plain data with bytes in it, as UTF-8 JSON; bytes become base64url. */
export const toJsonBytes = (value: unknown): Uint8Array =>
  new TextEncoder().encode(
    JSON.stringify(value, (_name, held: unknown) =>
      held instanceof Uint8Array ? base64urlnopad.encode(held) : held,
    ),
  );

/** JSON that `toJsonBytes` wrote, parsed by a schema; null where it is something else. */
export function fromJsonBytes<T>(schema: v.GenericSchema<unknown, T>, bytes: Uint8Array): T | null {
  try {
    const parsed = v.safeParse(schema, JSON.parse(new TextDecoder().decode(bytes)));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}
