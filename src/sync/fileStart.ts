import { err, ok, type Result } from "#base/Result.ts";
import { sameBytes } from "#wire/sameBytes.ts";

/** What a file of a space is, by its first eight bytes [B1]. */
const starts = {
  /** A whole space, for its members. */
  space: "HdrmSpac",
  /** One shared proposal, for whoever has its words. */
  proposal: "HdrmProp",
  /** An invitation to a space that has no server. */
  invitation: "HdrmInvt",
  /** What somebody answered to one. */
  answer: "HdrmAnsw",
} as const;
export type SpaceFileKind = keyof typeof starts;

const version = 1;
const startLength = 8;
const bytesOf = (kind: SpaceFileKind) => new TextEncoder().encode(starts[kind]);

/** A file of this kind, with what follows its start. */
export const spaceFile = (kind: SpaceFileKind, rest: readonly Uint8Array[]): Uint8Array => {
  const parts = [bytesOf(kind), new Uint8Array([version]), ...rest];
  const file = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    file.set(part, at);
    at += part.length;
  }
  return file;
};

/** What a file is and what follows its start; `newer`: of a later version; `other`: none of ours. */
export function readFileStart(
  file: Uint8Array,
): Result<{ readonly kind: SpaceFileKind; readonly rest: Uint8Array }, "newer" | "other"> {
  const kinds: readonly SpaceFileKind[] = ["space", "proposal", "invitation", "answer"];
  const kind = kinds.find((one) => sameBytes(file.subarray(0, startLength), bytesOf(one)));
  if (kind === undefined) return err("other");
  if ((file[startLength] ?? 0) > version) return err("newer");
  return ok({ kind, rest: file.subarray(startLength + 1) });
}
