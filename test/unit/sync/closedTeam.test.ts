import { expect, it } from "vitest";
import { instant } from "#base/Clock.ts";
import { isUnsentFieldOf, newUnsent } from "#core/entry/unsentWords.ts";
import { withPart } from "#core/entry/withPart.ts";
import type { DraftId, JournalId } from "#core/identifiers.ts";
import { takesPart } from "#core/space/takesPart.ts";
import { newJournalKey } from "#crypto/JournalKey.ts";
import { createSealer } from "#crypto/Sealer.ts";
import { nodeTransport } from "../../simulation/nodeTransport.ts";
import { until } from "../../simulation/openTeamDevice.ts";
import { seededRandom } from "../replica/seededRandom.ts";
import { startMailbox } from "../server/mailbox/startMailbox.ts";
import { draftOf, value } from "../vault/openTestJournal.ts";
import { cutOff } from "./cutOff.ts";
import { endAfterTest, hears, openDevice, openTeam, say, shownAt } from "./openTeam.ts";

const refusedAsClosed = { type: "refused", why: { type: "Closed" } };

it("where a team was closed for everybody, a colleague who was offline keeps every word, is told, and may take it off", async () => {
  const mailbox = await startMailbox();
  endAfterTest(mailbox.stop);
  const line = cutOff(nodeTransport);
  const random = seededRandom(44);
  const sealer = await createSealer(newJournalKey(random), "journal" as JournalId, random);
  const { one, other, space } = await openTeam(mailbox.origin, [
    {},
    { transportTo: line.to, sealer },
  ]);
  const early = await say(one, space, "Said before.");
  await hears(other, early);
  const { entry } = value(await other.opened.vault.keepDraft(draftOf("Of my own journal.")));

  line.cut();
  const late = await say(other, space, "Written offline.");
  expect(value(await one.spaces.close(space))).toBeNull();
  expect((await shownAt(one, space)).state).toEqual({ type: "closed" });
  expect((await one.records()).has(early)).toBe(true);

  // Offline it is a team as ever, which cannot be taken off unasked.
  expect((await shownAt(other, space)).state).toEqual({ type: "open" });
  expect((await other.spaces.forget(space)).ok).toBe(false);
  line.mend();
  await other.spaces.tryNow();
  await until(async () => (await shownAt(other, space)).status.exchange.type === "refused");
  expect((await shownAt(other, space)).status.exchange).toMatchObject(refusedAsClosed);
  for (const id of [early, late]) expect((await other.records()).has(id)).toBe(true);

  // Without a connection it stays what it was told to be, also once it is opened again.
  await other.close();
  line.cut();
  const again = await openDevice(43, { memory: other.memory, sealer, transportTo: line.to });
  await until(async () => line.refused() > 0);
  expect((await shownAt(again, space)).status.exchange).toMatchObject(refusedAsClosed);
  expect(takesPart(await shownAt(again, space))).toBe(false);

  // What reached nobody is counted, and set aside for its writer before the team goes.
  const typed = newUnsent("typed" as DraftId, instant(Date.now()));
  await again.opened.vault.saveDraft(withPart(typed, `comment/${early}`, "", "Half a remark."));
  expect(value(await again.spaces.countLeft(space))).toBe(2);
  value(await again.spaces.forget(space));
  const left = value(await again.opened.vault.drafts()).flatMap(({ parts }) => parts);
  expect(left.every(({ part }) => isUnsentFieldOf(space, part))).toBe(true);
  expect(left.map(({ text }) => text).sort()).toEqual(["Half a remark.", "Written offline."]);
  expect(await again.spaces.list()).toEqual([]);

  value(await one.spaces.forget(space));
  expect(await one.spaces.list()).toEqual([]);
  expect([...(await again.records()).keys()]).toEqual([entry.id]);
});

it("a colleague who has it open when it is closed is told at once, and may take it off", async () => {
  const mailbox = await startMailbox();
  endAfterTest(mailbox.stop);
  const { one, other, space } = await openTeam(mailbox.origin);
  await until(async () => (await shownAt(other, space)).status.live === "socket");
  value(await one.spaces.close(space));
  await until(async () => (await shownAt(other, space)).status.exchange.type === "refused");
  expect((await shownAt(other, space)).status.exchange).toMatchObject(refusedAsClosed);
  // And what is told holds for what may be done then.
  value(await other.spaces.forget(space));
});

it("who has it open when they are removed is told at once, and may take it off", async () => {
  const mailbox = await startMailbox();
  endAfterTest(mailbox.stop);
  const { one, other, space } = await openTeam(mailbox.origin);
  await until(async () => (await shownAt(other, space)).status.live === "socket");
  value(await one.spaces.remove(space, (await shownAt(other, space)).me));
  await until(async () => !takesPart(await shownAt(other, space)));
  value(await other.spaces.forget(space));
});
