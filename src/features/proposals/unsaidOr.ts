import * as m from "#messages";

/** Choices for a picker, with "Not said" first. */
export const unsaidOr = <Id extends string>(
  words: Readonly<Record<Id, string>>,
): readonly { readonly id: Id | "unsaid"; readonly label: string }[] => {
  const ids = Object.keys(words) as Id[];
  return [
    { id: "unsaid", label: m.proposals_unsaid() },
    ...ids.map((id) => ({ id, label: words[id] })),
  ];
};
