import { expect, it } from "vitest";
import { until } from "../../simulation/openTeamDevice.ts";
import { startMailbox } from "../server/mailbox/startMailbox.ts";
import { endAfterTest, hears, openTeam, say, shownAt } from "./openTeam.ts";

it("a device whose clock is a day off takes part as ever, and its person, nobody else, is told [Q1]", async () => {
  const mailbox = await startMailbox();
  endAfterTest(mailbox.stop);
  const { one, other, space } = await openTeam(mailbox.origin, [
    {},
    { now: () => Date.now() - 86_400_000 },
  ]);
  await hears(other, await say(one, space, "Said now."));
  await hears(one, await say(other, space, "Said yesterday, by that clock."));
  const told = await until(async () => {
    const { status } = await shownAt(other, space);
    return status.exchange.type === "level" ? status.told : null;
  });
  expect(told).toMatchObject([{ what: { type: "ClockOff" } }]);
  expect((await shownAt(one, space)).status.told).toEqual([]);
});
