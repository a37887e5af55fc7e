import * as v from "valibot";
import { idSchema, type ModelId } from "#core/identifiers.ts";
import { instantSchema } from "#core/instantSchema.ts";

/** One question of a model. `part` is `<model id>.<key>`; built-in models leave the words to the message catalogue. */
const modelPartSchema = v.object({
  part: v.string(),
  title: v.string(),
  prompt: v.string(),
});
export type ModelPart = Readonly<v.InferOutput<typeof modelPartSchema>>;

/** A reflective model of the person's own: a name and ordered questions. */
export const ownModelSchema = v.object({
  kind: v.literal("model"),
  id: idSchema<ModelId>(),
  name: v.string(),
  parts: v.pipe(v.array(modelPartSchema), v.readonly()),
  createdAt: instantSchema,
  editedAt: instantSchema,
  deletedAt: v.nullable(instantSchema),
});
export type OwnModel = Readonly<v.InferOutput<typeof ownModelSchema>>;

/**
 * A model that comes with Headroom. `key` finds its words in `messages/<locale>/models.json`:
 * `models_<key>_name`, `models_<key>_about` and, for each part, `models_<key>_<part>_title` and `…_prompt`.
 */
export interface BuiltInModel {
  readonly id: ModelId;
  readonly key: string;
  readonly parts: readonly string[];
  /** The part that asks for a plain account: where words from a free page belong. */
  readonly opening: string;
  /** Who described it, as domain.md section 2 names them; empty for the free page. */
  readonly source: string;
}
