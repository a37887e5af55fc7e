import type { ProposalWords } from "#core/proposal/ProposalWords.ts";
import { partKeys, proposalFields } from "#core/proposal/proposalParts.ts";

const asked = <Key extends string>(keys: readonly Key[], word: string): Record<Key, string> => {
  const words: Partial<Record<Key, string>> = {};
  for (const key of keys) words[key] = `${word} ${key.replaceAll(/[^a-zA-Z]/g, " ")}`;
  return words as Record<Key, string>;
};

/** Words around a proposal for tests: each says which it is. */
export const exampleWords: ProposalWords = {
  untitled: "Untitled draft",
  parts: asked(partKeys, "Part"),
  fields: asked(
    proposalFields.map((field) => field.key),
    "Question",
  ),
  labels: asked(
    [
      "stage",
      "kind",
      "scope",
      "supporters",
      "worrySources",
      "moneyType",
      "projectType",
      "sources",
      "measured",
      "unnamedMeasure",
      "day",
      "value",
      "changes",
    ],
    "Label",
  ),
  stages: asked(["creating", "developing", "adopted", "diffused", "resting"], "Stage"),
  kinds: asked(
    ["behaviour", "way-of-working", "role", "culture", "kit", "technology", "stop-doing"],
    "Kind",
  ),
  scopes: asked(["local", "wider"], "Scope"),
  supporterParts: asked(["lead", "co-lead", "supporter", "sponsor"], "As"),
  worrySources: asked(["fear", "workload", "rules", "past-reforms", "indifference"], "Source"),
  moneyTypes: asked(["none", "in-kind", "small", "pooled"], "Money"),
  projectTypes: asked(
    ["service-improvement", "evaluation", "audit", "research", "unsure"],
    "Project",
  ),
  linked: { one: "Noticed in {count} reflection.", other: "Noticed in {count} reflections." },
  locale: "en-GB",
};
