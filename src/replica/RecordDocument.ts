import * as Y from "yjs";

/**
 * A record as a Yjs document: choices in one map by path (`feeling`, `money.type`,
 * `parts/<key>/label`), words in shared texts by path (`t/title`, `t/parts/<key>/text`). Both are
 * root types, found by name, so that two people who first write into the same place merge there.
 */
export interface RecordDocument {
  readonly doc: Y.Doc;
  readonly values: Y.Map<unknown>;
  /** Proofs of who wrote what, by name: opaque here. */
  readonly proofs: Y.Map<unknown>;
  readonly text: (path: string) => Y.Text;
  /** Whether a text was ever written there: asking for one makes it. */
  readonly hasText: (path: string) => boolean;
  /** Paths under `prefix` where a text was ever written. */
  readonly textPaths: (prefix: string) => readonly string[];
}

const textRoot = "t/";

/** An empty document, or the one that a state's bytes make. Throws on bytes that are no state. */
export function openDocument(states: readonly Uint8Array[]): RecordDocument {
  // Nothing goes by a document's own id: a random one for each would cost more than reading it.
  const doc = new Y.Doc({ guid: "record" });
  for (const state of states) Y.applyUpdate(doc, state);
  return {
    doc,
    values: doc.getMap("v"),
    proofs: doc.getMap("p"),
    text: (path) => doc.getText(textRoot + path),
    hasText: (path) => doc.share.has(textRoot + path),
    textPaths: (prefix) =>
      [...doc.share.keys()]
        .filter((name) => name.startsWith(textRoot + prefix))
        .map((name) => name.slice(textRoot.length)),
  };
}

/** The whole state of a document: what `openDocument` takes. */
export const stateOf = ({ doc }: RecordDocument): Uint8Array => Y.encodeStateAsUpdate(doc);
