import * as Y from "yjs";
import type { Random } from "#base/Random.ts";
import type { RecordDocument } from "./RecordDocument.ts";

/** Under which author numbers documents are written. */
export interface Authors {
  /** Does `write` under an author number that nobody else uses in this document. */
  readonly writeAs: (document: RecordDocument, write: () => void) => void;
}

/**
 * Two writings under one author number and the same clock would be taken for the same writing. So
 * each state is written on under a fresh number, unless it is the latest that this very replica
 * wrote under one of its own: a text saved on every pause would else gather a thousand authors.
 */
export function createAuthors(random: Random): Authors {
  /** Own numbers, with the clock that the latest state written under each has reached. */
  const reached = new Map<number, number>();

  const own = ({ doc }: RecordDocument): number | undefined =>
    [...doc.store.clients.keys()].find(
      (author) => reached.get(author) === Y.getState(doc.store, author),
    );
  const fresh = ({ doc }: RecordDocument): number => {
    for (;;) {
      const author = new DataView(random.bytes(4).buffer).getUint32(0);
      if (!doc.store.clients.has(author) && !reached.has(author)) return author;
    }
  };
  return {
    writeAs: (document, write) => {
      const { doc } = document;
      const author = own(document) ?? fresh(document);
      doc.clientID = author;
      doc.transact(write);
      const clock = Y.getState(doc.store, author);
      if (clock > 0) reached.set(author, clock);
    },
  };
}
