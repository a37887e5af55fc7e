import { useMemo } from "react";
import type { EntryPart } from "#core/entry/Entry.ts";
import type { ModelId } from "#core/identifiers.ts";
import { builtInModel, freePage } from "#core/reflection/builtInModels.ts";
import { builtInShape, type ModelShape, ownShape } from "#core/reflection/ModelShape.ts";
import type { OwnModel } from "#core/reflection/ReflectiveModel.ts";
import * as m from "#messages";
import { builtInWords } from "./builtInWords.ts";
import { useReading } from "./useReading.ts";
import type { Workspace } from "./Workspace.ts";

/** What a question says above the words written under it; either may be empty. */
interface PartWords {
  readonly title: string;
  readonly prompt: string;
}

/** Every model a person may write with, and what their questions say. */
export interface Models {
  /** Those of the person's own that are not deleted, by name. */
  readonly own: readonly OwnModel[];
  /** Whether the journal has answered; until then only built-in models are known. */
  readonly areLoaded: boolean;
  /** Null where no such model is known: made elsewhere, deleted for good, or not loaded yet. */
  readonly shapeOf: (id: ModelId) => ModelShape | null;
  readonly nameOf: (id: ModelId) => string;
  readonly aboutOf: (id: ModelId) => string;
  readonly wordsOf: (part: Pick<EntryPart, "part" | "label">) => PartWords;
}

/** The name of a model that comes with Headroom. */
export const builtInName = (id: ModelId): string | null => {
  const model = builtInModel(id);
  return model ? (builtInWords[model.key]?.name() ?? null) : null;
};

function builtInPartWords(part: string): PartWords | null {
  const dot = part.indexOf(".");
  const model = builtInModel(part.slice(0, dot) as ModelId);
  const words = model && builtInWords[model.key]?.parts[part.slice(dot + 1)];
  return words ? { title: words.title(), prompt: words.prompt() } : null;
}

const makeModels = (all: readonly OwnModel[], areLoaded: boolean): Models => {
  const find = (id: ModelId) => all.find((model) => model.id === id);
  return {
    own: all
      .filter((model) => model.deletedAt === null)
      .toSorted((a, b) => a.name.localeCompare(b.name)),
    areLoaded,
    shapeOf: (id) => {
      const builtIn = builtInModel(id);
      if (builtIn) return builtInShape(builtIn);
      const own = find(id);
      return own ? ownShape(own) : null;
    },
    nameOf: (id) => builtInName(id) ?? (find(id)?.name.trim() || m.models_unnamed()),
    aboutOf: (id) => {
      const model = builtInModel(id);
      return (model && builtInWords[model.key]?.about()) ?? m.models_own_about();
    },
    wordsOf: ({ part, label }) => {
      const builtIn = builtInPartWords(part);
      if (builtIn) return builtIn;
      const own = all.flatMap((model) => model.parts).find((known) => known.part === part);
      return own ? { title: own.title, prompt: own.prompt } : { title: label, prompt: "" };
    },
  };
};

/** The shape of the free page, which is always there. */
export const freeShape: ModelShape = builtInShape(freePage);

/** The models of this journal: those that come with Headroom at once, the person's own when loaded. */
export function useModels(workspace: Workspace): Models {
  const own = useReading(workspace, ["ownModels"], (reader, since) => reader.ownModels(since));
  return useMemo(() => makeModels(own.data ?? [], own.data !== undefined), [own.data]);
}
