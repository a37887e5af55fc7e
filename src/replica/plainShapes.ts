import type { Shape } from "./Shape.ts";

/** A choice. */
export const value = { type: "value" } as const satisfies Shape;
/** Words. */
export const text = { type: "text" } as const satisfies Shape;
/** A list of different things without fields. */
export const set = { type: "atoms", keyBy: [] } as const satisfies Shape;
/** Fields that each merge by themselves. */
export const group = <Name extends string>(fields: Record<Name, Shape>): Shape => ({
  type: "group",
  fields,
});
