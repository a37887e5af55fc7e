import { afterEach, expect, test } from "vitest";
import {
  beginJournal,
  draftOf,
  listenTo,
  openTab,
  passphrase,
  type Tab,
  textOf,
} from "./openWorker.ts";

const tabs: Tab[] = [];
const tab = () => {
  const opened = openTab();
  tabs.push(opened);
  return opened;
};
afterEach(() => {
  for (const opened of tabs.splice(0)) opened.kill();
});

test("what was kept is there after the tab is gone and the journal unlocked again", async () => {
  const first = tab();
  const { id } = await beginJournal(first);
  const draft = draftOf("Waited forty minutes for a porter.");
  expect(await first.vault.saveDraft(draft)).toMatchObject({ ok: true });
  const kept = await first.vault.keepDraft(draft);
  expect(kept).toMatchObject({ ok: true, value: { entry: { kind: "entry", parts: draft.parts } } });
  expect(await first.vault.drafts()).toEqual({ ok: true, value: [] });
  first.kill();

  const second = tab();
  expect(await second.vault.unlock(id, { type: "passphrase", passphrase })).toEqual({
    ok: true,
    value: id,
  });
  const ear = await listenTo(second);
  await ear.until(() => ear.news.some(({ type }) => type === "loaded"));
  expect([...ear.records.values()].map(textOf)).toEqual(["Waited forty minutes for a porter."]);
});

test("an edit is merged with what was stored meanwhile and what was there before is in its history", async () => {
  const one = tab();
  await beginJournal(one);
  const ear = await listenTo(one);
  const kept = await one.vault.keepDraft(draftOf("The lift was broken."));
  if (!kept.ok) throw new Error(kept.error.type);
  const { id } = kept.value.entry;
  const opened = await one.vault.open(id);
  if (!opened.ok || opened.value.record.kind !== "entry") throw new Error("not opened");
  const { record, basis } = opened.value;
  const tagged = await one.vault.save([{ basis, next: { ...record, tags: ["lift"] } }]);
  expect(tagged).toMatchObject({ ok: true });
  const edited = await one.vault.keepDraft(
    draftOf("The lift was broken again.", { of: { entry: id, basis } }),
  );
  expect(edited).toMatchObject({ ok: true, value: { entry: { tags: ["lift"] } } });
  const history = await one.vault.history(id);
  if (!history.ok) throw new Error(history.error.type);
  expect(history.value.map(({ record: was }) => textOf(was))).toEqual(["The lift was broken."]);
  await ear.until(() => textOf(ear.records.get(id)) === "The lift was broken again.");
});
