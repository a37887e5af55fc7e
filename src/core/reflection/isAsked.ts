import type { ModelPart } from "./ReflectiveModel.ts";

/** Whether a question of one's own says anything: one that is being written may be blank still. */
export const isAsked = ({ title, prompt }: Pick<ModelPart, "title" | "prompt">): boolean =>
  title.trim() !== "" || prompt.trim() !== "";
