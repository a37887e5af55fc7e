/**
 * A link in pieces that lines may break between: never beside a hyphen of its own, so that whoever types
 * it from paper need not wonder whether one at the end of a line belongs to it.
 */
export const linkPieces = (link: string): readonly string[] =>
  link.match(/.{6,}?[^-](?=[^-])|.+/g) ?? [];
