import type { IdentityMark } from "#core/identity/IdentityMark.ts";
import { findAddressed } from "./findAddressed.ts";
import { findIdentifying } from "./findIdentifying.ts";
import { suggestWordings } from "./suggest/suggestWordings.ts";

/**
 * What in a text may identify someone, each with a more general wording where there is one; not the names
 * of people `known` to its readers, where it speaks to them. Pure, as `findIdentifying`.
 */
export function markIdentifying(
  text: string,
  known: readonly string[] = [],
): readonly IdentityMark[] {
  const addressed = findAddressed(text, known);
  const isToThem = (start: number, end: number) =>
    addressed.some((place) => place.start <= start && end <= place.end);
  return suggestWordings(
    text,
    findIdentifying(text).filter(
      ({ kind, start, end }) => kind !== "PERSON" || !isToThem(start, end),
    ),
  );
}
