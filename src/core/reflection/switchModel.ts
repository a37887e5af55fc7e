import type { EntryContent, EntryPart } from "#core/entry/Entry.ts";
import type { ModelShape } from "./ModelShape.ts";

const written = (parts: readonly EntryPart[]) => parts.filter((part) => part.text !== "");

/** The parts to show for a model: its own in order, blank where nothing is written, then all others as they are. */
export function partsFor(parts: readonly EntryPart[], shape: ModelShape): readonly EntryPart[] {
  const own = shape.parts.map(
    ({ part, label }) =>
      parts.find((candidate) => candidate.part === part) ?? { part, label, text: "" },
  );
  const others = parts.filter(
    (part) => !shape.parts.some((candidate) => candidate.part === part.part),
  );
  return [...own, ...others];
}

/**
 * The same words under another model. Where only the plain account has been written, it moves to
 * where the new model asks for one; otherwise every part stays under its own question, and parts
 * the new model does not have follow its own. No word is lost, and switching back restores what
 * was written where it was.
 */
export function switchModel(content: EntryContent, from: ModelShape, to: ModelShape): EntryContent {
  if (from.id === to.id) return content;
  const all = written(content.parts);
  const [only, ...more] = all;
  const label = to.parts.find((part) => part.part === to.opening)?.label ?? "";
  const parts =
    only && more.length === 0 && only.part === from.opening
      ? [{ part: to.opening, label, text: only.text }]
      : all;
  return { ...content, model: to.id, parts: partsFor(parts, to) };
}
