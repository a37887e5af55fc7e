import type { ModelId } from "#core/identifiers.ts";
import { isAsked } from "./isAsked.ts";
import type { BuiltInModel, OwnModel } from "./ReflectiveModel.ts";

/** The bare frame of a model, built-in or own: which parts an entry written with it has, in order. */
export interface ModelShape {
  readonly id: ModelId;
  /** `part` as stored with entries; `label` is the question's own words, empty for built-in models. */
  readonly parts: readonly { readonly part: string; readonly label: string }[];
  /** The `part` where a plain account belongs; one of `parts`. */
  readonly opening: string;
}

/** The frame of a model that comes with Headroom. */
export const builtInShape = (model: BuiltInModel): ModelShape => ({
  id: model.id,
  parts: model.parts.map((key) => ({ part: `${model.id}.${key}`, label: "" })),
  opening: `${model.id}.${model.opening}`,
});

/** The frame of a model of the person's own. One without questions has a single blank part, so that there is always somewhere to write. */
export function ownShape(model: Pick<OwnModel, "id" | "parts">): ModelShape {
  const parts = model.parts
    .filter(isAsked)
    .map(({ part, title, prompt }) => ({ part, label: title || prompt }));
  const [first] = parts;
  if (first) return { id: model.id, parts, opening: first.part };
  const only = `${model.id}.text`;
  return { id: model.id, parts: [{ part: only, label: "" }], opening: only };
}
