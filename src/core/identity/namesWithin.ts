/** A stretch of a text, in UTF-16 offsets. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

const inWord = "[\\p{L}\\p{M}\\p{N}'’-]";
const joint = /^(?:, | and |, and | & )$/;

/** Every place where one of the names stands as whole words, or the first word of one; several in a row are one. */
export function namesWithin(text: string, names: readonly string[]): readonly Stretch[] {
  const said = names.flatMap((name) => [name.trim(), name.trim().split(/\s/)[0] ?? ""]);
  const patterns = [...new Set(said)]
    .filter((name) => name !== "")
    .sort((one, other) => other.length - one.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&"));
  if (patterns.length === 0) return [];
  const pattern = new RegExp(`(?<!${inWord})(?:${patterns.join("|")})(?!${inWord})`, "gu");
  const found: Stretch[] = [];
  for (const { index, 0: name } of text.matchAll(pattern)) {
    const last = found.at(-1);
    const end = index + name.length;
    if (last && joint.test(text.slice(last.end, index))) found[found.length - 1] = { ...last, end };
    else found.push({ start: index, end });
  }
  return found;
}
