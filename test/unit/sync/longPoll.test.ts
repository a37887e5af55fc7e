import { expect, it } from "vitest";
import { createLongPoll } from "#sync/createLongPoll.ts";
import type { SimDevice } from "../../simulation/SimDevice.ts";
import { team, write } from "./simulatedTeam.ts";

it("a long poll ends with an exchange that fails, and does not ask for the same news at once [L2]", async () => {
  const there = await team(["Ann", "Ben"]);
  const [ann, ben] = there.devices as [SimDevice, SimDevice];
  await write(ann, there.record(), 0, 1);
  await there.exchange(ann);
  let news = 0;
  const poll = createLongPoll(ben.space(), {
    news: async () => {
      news += 1;
      // Without an end of its own it would go on for ever.
      if (news === 5) poll.close();
      // The second one fails: what came is not taken in, and stays news.
      return news < 2;
    },
    ended: () => {},
  });
  await poll.begin();
  expect(news).toBe(2);
  expect(there.count(/nudge/)).toBe(2);
  expect(poll.isThere()).toBe(false);
});
