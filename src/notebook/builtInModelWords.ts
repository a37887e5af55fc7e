import { builtInModels } from "#core/reflection/builtInModels.ts";
import { builtInWords } from "./builtInWords.ts";

/** The name of a model and the title of each of its parts, by `part` as stored with entries. */
export interface PlainModelWords {
  readonly name: string;
  readonly parts: Readonly<Record<string, string>>;
}

/** The words of all built-in models by model id, as plain data that may cross to a worker. */
export const builtInModelWords = (): Readonly<Record<string, PlainModelWords>> =>
  Object.fromEntries(
    builtInModels.map((model) => {
      const words = builtInWords[model.key];
      const parts = model.parts.map((part) => [
        `${model.id}.${part}`,
        words?.parts[part]?.title() ?? "",
      ]);
      return [model.id, { name: words?.name() ?? "", parts: Object.fromEntries(parts) }];
    }),
  );
