/** A file a person chose; a browser's `File` fits as it is. Read in slices, never from its name alone. */
export interface SourceFile {
  readonly name: string;
  readonly size: number;
  readonly slice: (start: number, end: number) => { arrayBuffer: () => Promise<ArrayBuffer> };
}
