import type { EntryContent } from "./Entry.ts";

/** The content with `text` under `part`; a part not there yet is added at the end with `label`. */
export function withPart<C extends Pick<EntryContent, "parts">>(
  content: C,
  part: string,
  label: string,
  text: string,
): C {
  const known = content.parts.some((candidate) => candidate.part === part);
  return {
    ...content,
    parts: known
      ? content.parts.map((candidate) =>
          candidate.part === part ? { ...candidate, text } : candidate,
        )
      : [...content.parts, { part, label, text }],
  };
}
