import { render } from "@testing-library/react";
import { expect, it } from "vitest";
import { page } from "vitest/browser";
import { instant } from "#base/Clock.ts";
import type { SyncStatus } from "#core/space/SyncStatus.ts";
import { SpaceStatus } from "#notebook/space/SpaceStatus.tsx";
import { expectAccessible, openTab } from "../proposals/openPlace.tsx";

const at = instant(1_795_358_451_000);
const level: SyncStatus = {
  exchange: { type: "level", at },
  toSend: 0,
  live: "longPoll",
  told: [],
};

it("how a team's exchange stands is told in plain words: a clock that seems wrong, no more room, a server that cannot keep anything", async () => {
  const { workspace } = await openTab();
  const order = { kind: "team", name: "Elm corridor", myName: "Amina", server: null } as const;
  await workspace.spaces.make(order);
  const [space] = await workspace.spaces.list();
  if (!space) throw new Error("a space");
  const shown = render(<main />);
  const show = async (status: Partial<SyncStatus>, words: RegExp) => {
    const standing = { ...space, status: { ...level, ...status } };
    shown.rerender(
      <main>
        <SpaceStatus workspace={workspace} space={standing} />
      </main>,
    );
    await expect.element(page.getByText(words)).toBeVisible();
    await expectAccessible();
  };
  await show({}, /^Everything is sent and received\.$/);
  const told = [{ at, what: { type: "ClockOff" as const, by: 86_400_000 } }];
  await show({ told }, /^Your device's clock seems wrong\. Nothing is lost/);
  const refused = { type: "refused", why: { type: "Quota" }, toSend: 2 } as const;
  await show({ exchange: refused }, /^Your words are kept on this device\. .* room on the server/);
  const waiting = { type: "waiting", since: at, toSend: 2, nextTry: at } as const;
  await show(
    { exchange: waiting },
    /^Nothing has got through to the server since .* 2 changes wait to be sent/,
  );
  await expect.element(page.getByRole("button", { name: "Try now" })).toBeVisible();
});
