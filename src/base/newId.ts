import { base64urlnopad } from "@scure/base";
import type { Random } from "./Random.ts";

/** A new random id: 128 bits as 22 base64url characters. It says nothing about what it names. */
export const newId = (random: Random): string => base64urlnopad.encode(random.bytes(16));
