/**
 * The words in what somebody typed or pasted as a recovery code: numbering, punctuation, line
 * breaks and capitals are let go.
 */
export const recoveryWordsFrom = (typed: string): readonly string[] =>
  typed
    .normalize("NFKC")
    .toLowerCase()
    .match(/\p{L}+/gu) ?? [];
