import { err, ok, type Result } from "#base/Result.ts";
import { sameBytes } from "#wire/sameBytes.ts";

/** What a file of a space is, by its first eight bytes [B1]. */
const starts = {
  /** A whole space, for its members. */
  space: "HdrmSpac",
  /** One shared proposal, for whoever has its words. */
  proposal: "HdrmProp",
  /** An invitation to a team that has no server. */
  invitation: "HdrmInvt",
  /** The same from another device of one's own: read as newer by apps that take every invitation for a team's. */
  deviceInvitation: "HdrmInvt",
  /** What somebody answered to one. */
  answer: "HdrmAnsw",
} as const;
export type SpaceFileKind = keyof typeof starts;

/** The version byte: of an invitation, it says the kind [J1]. */
const versions: Readonly<Record<SpaceFileKind, number>> = {
  space: 1,
  proposal: 1,
  invitation: 1,
  deviceInvitation: 2,
  answer: 1,
};
const startLength = 8;
const bytesOf = (kind: SpaceFileKind) => new TextEncoder().encode(starts[kind]);

/** A file of this kind, with what follows its start. */
export const spaceFile = (kind: SpaceFileKind, rest: readonly Uint8Array[]): Uint8Array => {
  const parts = [bytesOf(kind), new Uint8Array([versions[kind]]), ...rest];
  const file = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    file.set(part, at);
    at += part.length;
  }
  return file;
};

/** What a file is, and what follows its start. */
export interface FileStart {
  readonly kind: SpaceFileKind;
  readonly rest: Uint8Array;
}

/** The start of a file; `newer`: of a later version; `other`: none of ours. */
export function readFileStart(file: Uint8Array): Result<FileStart, "newer" | "other"> {
  const kinds = (Object.keys(starts) as SpaceFileKind[]).filter((one) =>
    sameBytes(file.subarray(0, startLength), bytesOf(one)),
  );
  if (kinds.length === 0) return err("other");
  const version = file[startLength] ?? 0;
  const kind = kinds.find((one) => version <= versions[one]);
  return kind === undefined ? err("newer") : ok({ kind, rest: file.subarray(startLength + 1) });
}
