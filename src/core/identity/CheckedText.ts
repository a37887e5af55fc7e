/** One stretch of text that is about to leave the journal, with what a person calls it. */
export interface CheckedText {
  /** Tells it from the other texts of the same review, and stays the same while the text is edited. */
  readonly id: string;
  readonly label: string;
  readonly text: string;
}
