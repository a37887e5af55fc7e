import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { createReplica } from "#replica/createReplica.ts";
import { anyRecord } from "./arbitraryRecord.ts";
import { seededRandom } from "./seededRandom.ts";

const replica = createReplica(seededRandom(3));
const malformed = { ok: false, error: { type: "Malformed" } };

/** Whatever happens, it is an answer. */
function survive(state: Uint8Array): void {
  const read = replica.read(state);
  if (!read.ok) expect(read).toEqual(malformed);
  const [record] = fc.sample(anyRecord, { numRuns: 1, seed: 1 });
  if (record === undefined) throw new Error("a record");
  const revised = replica.revise(state, record);
  if (!revised.ok) expect(revised).toEqual(malformed);
  const good = replica.begin(record);
  const before = good.slice();
  const merged = replica.merge(good, state);
  if (!merged.ok) expect(merged).toEqual(malformed);
  // The good state was merged as a copy.
  expect(good).toEqual(before);
  expect(replica.read(good)).toEqual({ ok: true, value: record });
}

test("bytes that are no state are malformed, never a crash", () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), survive), { numRuns: 500 });
  expect(replica.read(new Uint8Array())).toEqual(malformed);
});

test("a state cut short or with any byte changed is malformed or another record, never a crash", () => {
  fc.assert(
    fc.property(anyRecord, fc.nat(), fc.nat(255), fc.boolean(), (record, place, byte, cut) => {
      const state = replica.begin(record).slice();
      const at = place % state.length;
      if (cut) survive(state.subarray(0, at));
      else {
        state[at] = byte;
        survive(state);
      }
    }),
    { numRuns: 500 },
  );
});

test("a well-formed document that says nothing a record may say is malformed", () => {
  const saying = (write: (doc: Y.Doc) => void) => {
    const doc = new Y.Doc();
    write(doc);
    return Y.encodeStateAsUpdate(doc);
  };
  for (const state of [
    saying(() => undefined),
    saying((doc) => doc.getMap("v").set("kind", "spell")),
    saying((doc) => doc.getMap("v").set("kind", "entry")),
    saying((doc) => doc.getMap("v").set("kind", new Y.Text("entry"))),
    saying((doc) => doc.getMap("v").set("kind", "__proto__")),
    saying((doc) => doc.getArray("v").push(["kind", "entry"])),
    saying((doc) => doc.getText("v").insert(0, "kind")),
  ]) {
    expect(replica.read(state)).toEqual(malformed);
    survive(state);
  }
});

test("foreign roots, ranks that are no numbers and texts that are no texts do not reach the record", () => {
  const [record] = fc.sample(anyRecord, { numRuns: 1, seed: 5 });
  if (record === undefined) throw new Error("a record");
  const doc = new Y.Doc();
  Y.applyUpdate(doc, replica.begin(record));
  doc.getMap("v").set("tags/x/@", "first");
  doc.getMap("v").set("tags/y/@", Number.NaN);
  doc.getMap("v").set("parts/z/@", { rank: 1 });
  doc.getArray("stray").push([1]);
  doc.getMap("t/stray").set("a", 1);
  expect(replica.read(Y.encodeStateAsUpdate(doc))).toEqual({ ok: true, value: record });
});
