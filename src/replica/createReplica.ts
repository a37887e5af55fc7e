import * as Y from "yjs";
import type { Random } from "#base/Random.ts";
import type { JournalRecord } from "#core/record/JournalRecord.ts";
import { absorbUpdates } from "./absorbUpdates.ts";
import { attempt } from "./attempt.ts";
import { contentsOf } from "./contentsOf.ts";
import { type Authors, createAuthors } from "./createAuthors.ts";
import { openDocument, type RecordDocument, stateOf } from "./RecordDocument.ts";
import type { Replica } from "./Replica.ts";
import { proofsIn, readRecord } from "./readRecord.ts";
import { recordShapes } from "./recordShapes.ts";
import { wellFormed } from "./wellFormed.ts";
import { writeFields } from "./writeFields.ts";

function write(document: RecordDocument, record: JournalRecord, authors: Authors): Uint8Array {
  authors.writeAs(document, () =>
    writeFields(document, "", recordShapes[record.kind], wellFormed(record)),
  );
  return stateOf(document);
}

/** No insertions, no deletions: two empty lists. */
const saysNothing = (update: Uint8Array): boolean =>
  update.length === 2 && update.every((byte) => byte === 0);

/** A replica whose author numbers come from `random`. */
export function createReplica(random: Random): Replica {
  const authors = createAuthors(random);
  return {
    begin: (record) => write(openDocument([]), record, authors),
    revise: (state, next) => {
      const opened = attempt(() => openDocument([state]));
      return opened.ok ? attempt(() => write(opened.value, next, authors)) : opened;
    },
    merge: (one, other) => attempt(() => stateOf(openDocument([one, other]))),
    difference: (state, known) => {
      const { doc } = openDocument([state]);
      const update = Y.encodeStateAsUpdate(doc, known ?? undefined);
      return { update: saysNothing(update) ? null : update, known: Y.encodeStateVector(doc) };
    },
    absorb: absorbUpdates,
    contents: (state) => contentsOf(openDocument([state])),
    proofs: (state) => proofsIn(openDocument([state])),
    withProofs: (state, proofs) => {
      const document = openDocument([state]);
      authors.writeAs(document, () => {
        for (const [name, proof] of proofs) document.proofs.set(name, proof);
      });
      return stateOf(document);
    },
    learn: (known, updates) => {
      const vector = known === null ? new Map<number, number>() : Y.decodeStateVector(known);
      for (const update of updates) {
        for (const struct of Y.decodeUpdate(update).structs) {
          const { client, clock } = struct.id;
          const reached = vector.get(client) ?? 0;
          // With a hole between, nobody can be said to know what follows it.
          if (struct instanceof Y.Skip || clock > reached) continue;
          vector.set(client, Math.max(reached, clock + struct.length));
        }
      }
      return Y.encodeStateVector(vector);
    },
    read: (state) => {
      const opened = attempt(() => readRecord(openDocument([state])));
      return opened.ok ? opened.value : opened;
    },
  };
}
