import { expect, it } from "vitest";
import { nodeTransport } from "../../simulation/nodeTransport.ts";
import { until } from "../../simulation/openTeamDevice.ts";
import { startMailbox } from "../server/mailbox/startMailbox.ts";
import { draftOf, value } from "../vault/openTestJournal.ts";
import { cutOff } from "./cutOff.ts";
import { endAfterTest, hears, openTeam, say, shownAt } from "./openTeam.ts";

const refusedAsClosed = { type: "refused", why: { type: "Closed" } };

it("where a team was closed for everybody, a colleague who was offline keeps every word, is told, and may take it off", async () => {
  const mailbox = await startMailbox();
  endAfterTest(mailbox.stop);
  const line = cutOff(nodeTransport);
  const { one, other, space } = await openTeam(mailbox.origin, [{}, { transportTo: line.to }]);
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

  for (const device of [one, other]) {
    value(await device.spaces.forget(space));
    expect(await device.spaces.list()).toEqual([]);
  }
  expect([...(await other.records()).keys()]).toEqual([entry.id]);
});

it("a colleague who has it open when it is closed is told at once", async () => {
  const mailbox = await startMailbox();
  endAfterTest(mailbox.stop);
  const { one, other, space } = await openTeam(mailbox.origin);
  await until(async () => (await shownAt(other, space)).status.live === "socket");
  value(await one.spaces.close(space));
  await until(async () => (await shownAt(other, space)).status.exchange.type === "refused");
  expect((await shownAt(other, space)).status.exchange).toMatchObject(refusedAsClosed);
});
