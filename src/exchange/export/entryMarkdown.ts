import { stringify } from "yaml";
import type { Entry } from "#core/entry/Entry.ts";
import type { MarkdownWording } from "#core/exchange/Exporting.ts";
import { freePage } from "#core/reflection/builtInModels.ts";
import { isoHappened } from "./fileNames.ts";

/** The front matter of an entry; what was not said is left out. */
function frontMatterOf(entry: Entry, wording: MarkdownWording): Record<string, unknown> {
  const date = isoHappened(entry.happened);
  const model = wording.models[entry.model];
  return {
    ...(date === null ? {} : { date }),
    ...(entry.feeling === "neither" ? {} : { feeling: entry.feeling }),
    ...(entry.tags.length > 0 ? { tags: [...entry.tags] } : {}),
    ...(entry.setting === "" ? {} : { setting: entry.setting }),
    ...(entry.roles.length > 0 ? { roles: [...entry.roles] } : {}),
    ...(entry.model === freePage.id || model === undefined ? {} : { model: model.name }),
    ...(entry.forAppraisal ? { for_appraisal: true } : {}),
    ...(entry.origin.type === "example" ? { example: true } : {}),
  };
}

/** The words of an entry, each part of a model under its question; they are Markdown already. */
function bodyOf(entry: Entry, wording: MarkdownWording): string {
  return entry.parts
    .filter((part) => part.text.trim() !== "")
    .map((part) => {
      const title = part.label || wording.models[entry.model]?.parts[part.part];
      const isFree = entry.model === freePage.id || title === undefined || title === "";
      return isFree ? part.text : `## ${title.replace(/\s+/gu, " ").trim()}\n\n${part.text}`;
    })
    .join("\n\n");
}

/** An entry as one Markdown file with YAML front matter, as `readMarkdown` and many other programs read it. */
export function entryMarkdown(entry: Entry, wording: MarkdownWording): string {
  const facts = frontMatterOf(entry, wording);
  const front = Object.keys(facts).length > 0 ? stringify(facts, { lineWidth: 0 }) : "";
  return `---\n${front}---\n\n${bodyOf(entry, wording)}\n`;
}
