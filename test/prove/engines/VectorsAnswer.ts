/** How one primitive did in an engine. */
export interface VectorsCount {
  readonly name: string;
  readonly tried: number;
  /** The vectors on which the engine and their authors disagree. */
  readonly disagree: readonly (number | string)[];
  /** Every spoiled vector was noticed. */
  readonly control: boolean;
}

/** What the page of vectors says of the engine it is opened in. */
export interface VectorsAnswer {
  /** Wycheproof is on this machine; without it only the vectors of the RFCs were run. */
  readonly hasFiles: boolean;
  /** What of WebCrypto this engine has not, and the app does without. */
  readonly lacks: readonly string[];
  readonly counts: readonly VectorsCount[];
}
