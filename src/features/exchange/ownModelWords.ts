import type { MarkdownWording } from "#core/exchange/Exporting.ts";
import type { OwnModel } from "#core/reflection/ReflectiveModel.ts";

/** The names and questions of models of the person's own, as built-in ones have theirs. */
export const ownModelWords = (models: readonly OwnModel[]): MarkdownWording["models"] =>
  Object.fromEntries(
    models.map(({ id, name, parts }) => [
      id,
      {
        name,
        parts: Object.fromEntries(parts.map(({ part, title, prompt }) => [part, title || prompt])),
      },
    ]),
  );
