import type { ModelId } from "#core/identifiers.ts";
import type { BuiltInModel } from "./ReflectiveModel.ts";

const builtIn = (
  id: string,
  key: string,
  parts: readonly string[],
  opening: string,
  source: string,
): BuiltInModel => ({ id: id as ModelId, key, parts, opening, source });

/** The free page: no questions, the default. */
export const freePage: BuiltInModel = builtIn("free", "free", ["text"], "text", "");

/** Every model that comes with Headroom, from domain.md section 2, the free page first; ids are stored with entries and never change. */
export const builtInModels: readonly BuiltInModel[] = [
  freePage,
  builtIn("what", "what", ["what", "sowhat", "nowwhat"], "what", "Borton, Driscoll"),
  builtIn("era", "era", ["experience", "reflection", "action"], "experience", "Jasper"),
  builtIn(
    "gibbs",
    "gibbs",
    ["description", "feelings", "evaluation", "analysis", "conclusion", "action"],
    "description",
    "Gibbs",
  ),
  builtIn("rolfe", "rolfe", ["what", "sowhat", "nowwhat"], "what", "Rolfe"),
  builtIn(
    "kolb",
    "kolb",
    ["experience", "observation", "concept", "experiment"],
    "experience",
    "Kolb",
  ),
  builtIn(
    "johns",
    "johns",
    ["lookin", "describe", "aesthetic", "personal", "ethical", "empirical", "reflexive"],
    "describe",
    "Johns",
  ),
  builtIn("schon", "schon", ["inaction", "onaction"], "inaction", "Schön"),
  builtIn(
    "brookfield",
    "brookfield",
    ["own", "served", "colleagues", "theory"],
    "own",
    "Brookfield",
  ),
  builtIn("carl", "carl", ["context", "action", "results", "learning"], "context", ""),
  builtIn(
    "critical-incident",
    "incident",
    ["context", "happened", "standsout", "feelings", "demanding", "learning"],
    "happened",
    "",
  ),
  builtIn(
    "after-action",
    "actionreview",
    ["expected", "happened", "why", "learned"],
    "happened",
    "",
  ),
  builtIn(
    "story-round",
    "storyround",
    ["welcome", "stories", "reflection", "close"],
    "reflection",
    "",
  ),
  builtIn("excellence", "excellence", ["excellent", "who", "learn", "thanks"], "excellent", ""),
  builtIn(
    "excellence-follow-up",
    "followup",
    ["define", "discover", "dream", "design", "destiny"],
    "define",
    "",
  ),
  builtIn(
    "significant-change",
    "significantchange",
    ["period", "change", "whom", "why", "chosen", "verified"],
    "change",
    "",
  ),
];

/** The built-in model with this id, or null where it is one of the person's own or gone. */
export const builtInModel = (id: ModelId): BuiltInModel | null =>
  builtInModels.find((model) => model.id === id) ?? null;
