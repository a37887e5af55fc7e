/** Plain data as it stands in a record. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json };

/**
 * How a field merges when two people, tabs or devices change it apart.
 *
 * - `value`: a choice; one of them wins, the same one everywhere.
 * - `text`: words that people write; insertions of both stay.
 * - `group`: each field by itself.
 * - `atoms`: whole things told apart by some of their fields, or by all they are where `keyBy` names
 *   none (tags); additions of both stay, in order; of two changes to one of them one wins.
 * - `items`: things with a key whose own fields merge; one that was removed comes back
 *   if words were written into it meanwhile.
 */
export type Shape =
  | { readonly type: "value" }
  | { readonly type: "text" }
  | { readonly type: "group"; readonly fields: Fields }
  | {
      readonly type: "atoms";
      readonly keyBy: readonly string[];
      /** They stand in the order of their keys, so that putting one beside another writes nothing but that one. */
      readonly isUnordered?: true;
    }
  | { readonly type: "items"; readonly keyBy: string; readonly fields: Fields };

/** The shapes of an object's fields, by name. */
export type Fields = Readonly<Record<string, Shape>>;

/** An object in plain data. */
export type JsonObject = { readonly [key: string]: Json };

/** Whether plain data is an object rather than a list or a single value. */
export const isObject = (json: Json | undefined): json is JsonObject =>
  typeof json === "object" && json !== null && !Array.isArray(json);
