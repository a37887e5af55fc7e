import { ok, type Result } from "#base/Result.ts";
import type { NotReadable } from "#core/space/Joining.ts";
import type { SpaceKind } from "#core/space/Space.ts";
import type { Workspace } from "#notebook/Workspace.ts";

/** An invitation that somebody pasted or typed. */
export interface TypedInvitation {
  readonly link: string;
  readonly server: string;
  readonly kind: SpaceKind;
}

/** Whether it is typed words rather than a link or a piece of one. */
export const isTypedCode = (typed: string): boolean =>
  /^[\p{L}\d.,;)\s]*\p{L}\s+[\p{L}\d]/u.test(typed.trim());

/** Reads a link, or the words that stand for one at the server that this app came from, without using it up. */
export async function readTyped(
  { spaces }: Workspace,
  typed: string,
): Promise<Result<TypedInvitation, NotReadable>> {
  const link = isTypedCode(typed)
    ? await spaces.linkOfCode(typed, window.location.origin)
    : ok(typed.trim());
  if (!link.ok) return link;
  const read = await spaces.readLink(link.value);
  return read.ok ? ok({ link: link.value, ...read.value }) : read;
}
