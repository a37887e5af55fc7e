import * as v from "valibot";

/** What a journal is known by on this device: never a person's name. Symbols are lucide icon names. */
export const coverSymbols = [
  "feather",
  "coffee",
  "sailboat",
  "leaf",
  "key-round",
  "bird",
  "moon-star",
  "mountain",
  "shell",
  "flower-2",
  "umbrella",
  "compass",
] as const;
export const coverColours = ["teal", "amber", "lavender", "green", "rose", "slate"] as const;
export const coverSchema = v.object({
  symbol: v.picklist(coverSymbols),
  colour: v.picklist(coverColours),
});
export type Cover = Readonly<v.InferOutput<typeof coverSchema>>;
