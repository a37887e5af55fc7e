import { act, cleanup, render, screen, waitFor, within } from "@testing-library/react";
import { createMemoryRouter, type RouteObject } from "react-router";
import { RouterProvider } from "react-router/dom";
import { afterEach, describe, expect, it, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import "#ui/base.css";
import { makeWorkspace, startReader } from "#app/compose.ts";
import { uncoverPage } from "#app/lock/coverPage.ts";
import { createLock } from "#app/lock/createLock.ts";
import { joinTabLine } from "#app/lock/TabNews.ts";
import { tellRelease } from "#app/releaseNews.ts";
import { makeRoutes } from "#app/routes.tsx";
import { MissingPlace } from "#app/shell/MissingPlace.tsx";
import { ReadingProvider } from "#notebook/ReadingProvider.tsx";
import { announce } from "#ui/announce.ts";
import { expectAccessible } from "../expectAccessible.ts";
import { emptyDevice, openDoor } from "../locked/openDoor.ts";

const closing: (() => void)[] = [];

afterEach(async () => {
  cleanup();
  tellRelease({ type: "nothing" });
  uncoverPage();
  for (const close of closing.splice(0)) close();
  await emptyDevice();
});

/** The shell with its places around a journal that was just begun, on the app's real workers. */
async function showShell(address: string) {
  const door = openDoor();
  const begun = await door.begin({
    cover: { symbol: "leaf", colour: "green" },
    hiddenName: null,
    passphrase: "six tea bags",
    recoveryWords: await door.recoveryWords(),
  });
  if (!begun.ok) throw new Error(begun.error.type);
  const { reader, terminate } = await startReader(door, () => {
    throw new Error("the reader worker failed");
  });
  closing.push(terminate);
  const left = vi.fn();
  const tabs = joinTabLine(`shell-${begun.value}`);
  const lock = createLock({ tabs, settled: async () => {}, drop: () => {}, leave: left });
  const workspace = makeWorkspace({
    vault: door,
    reader,
    beforeLock: lock.beforeLock,
    firstWrite: () => {},
  });
  const places = makeRoutes({
    workspace,
    lock,
    tabs,
    incoming: null,
    invitation: null,
    wasInvited: () => false,
    door,
    journalId: begun.value,
  });
  let asked = 0;
  const comesBack = async () => {
    asked += 1;
    if (asked === 1) throw new Error("a file of the app is missing");
    return <h1>Here after all</h1>;
  };
  const broken: RouteObject = {
    path: "/broken",
    element: <MissingPlace load={comesBack} />,
  };
  const [shell] = places;
  const router = createMemoryRouter(
    shell ? [{ ...shell, children: [...(shell.children ?? []), broken] } as RouteObject] : [],
    { initialEntries: [address] },
  );
  await waitFor(() => expect(router.state.initialized).toBe(true));
  render(
    <ReadingProvider workspace={workspace}>
      <RouterProvider router={router} />
    </ReadingProvider>,
  );
  return { router, lock, left };
}

const heading = (name: string) => screen.findByRole("heading", { level: 1, name });

describe("the shell", () => {
  it("has only places that exist in its navigation, and marks the one that is open", async () => {
    await page.viewport(820, 1180);
    await showShell("/settings");
    await heading("Settings");
    const nav = screen.getByRole("navigation", { name: "Places" });
    const names = within(nav)
      .getAllByRole("link")
      .map((link) => link.textContent);
    expect(names).toEqual(["Today", "Journal", "Themes", "Proposals", "Team", "Settings"]);
    expect(within(nav).getByRole("link", { current: "page" }).textContent).toBe("Settings");
    await expectAccessible();
  });

  it("folds Team, Settings and Lock now into More below 720 pixels", async () => {
    await page.viewport(390, 844);
    await showShell("/nowhere");
    const nav = screen.getByRole("navigation", { name: "Places" });
    const visible = [...nav.querySelectorAll("a, button")].filter(
      (element) => element.getBoundingClientRect().width > 0,
    );
    expect(visible.map((element) => element.textContent)).toEqual([
      "Today",
      "Journal",
      "Themes",
      "Proposals",
      "More",
    ]);
    await userEvent.click(within(nav).getByRole("button", { name: "More" }));
    const sheet = await screen.findByRole("dialog", { name: "More" });
    await expectAccessible();
    await userEvent.click(within(sheet).getByRole("link", { name: "Settings" }));
    await heading("Settings");
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("leaves its bar at the end of the page where letters are so large that it would cover a quarter of the screen", async () => {
    await page.viewport(320, 640);
    await showShell("/nowhere");
    const nav = screen.getByRole("navigation", { name: "Places" });
    const stands = () => getComputedStyle(nav).position;
    expect(stands()).toBe("sticky");
    document.documentElement.style.fontSize = "225%";
    try {
      await waitFor(() => expect(stands()).toBe("static"));
      expect(document.documentElement.style.getPropertyValue("--bar-room")).toBe("0px");
    } finally {
      document.documentElement.style.fontSize = "";
    }
    await waitFor(() => expect(stands()).toBe("sticky"));
  });

  it("moves the focus to the heading of a place that is entered, and to a field that asks for it", async () => {
    await page.viewport(820, 1180);
    await showShell("/settings");
    await userEvent.click(screen.getByRole("link", { name: "Themes" }));
    const themes = await heading("Themes");
    await waitFor(() => expect(document.activeElement).toBe(themes));
    await userEvent.click(screen.getByRole("link", { name: "Today" }));
    await waitFor(() => expect(document.activeElement?.tagName).toBe("TEXTAREA"));
  });

  it("takes back what was announced of a place once another is entered", async () => {
    await page.viewport(820, 1180);
    await showShell("/settings");
    await heading("Settings");
    announce("Three of the place before.");
    await userEvent.click(screen.getByRole("link", { name: "Themes" }));
    await heading("Themes");
    await waitFor(() => expect(document.getElementById("announcements")?.textContent).toBe(""));
  });

  it("asks before it locks from Settings, too, where words could not be kept", async () => {
    await page.viewport(820, 1180);
    const { lock, left } = await showShell("/settings");
    await heading("Settings");
    lock.beforeLock(async () => false);
    await userEvent.click(await screen.findByRole("button", { name: "Lock now" }));
    await screen.findByText("Your last words are not kept yet");
    expect(left).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole("button", { name: "Lock without them" }));
    await waitFor(() => expect(left).toHaveBeenCalledOnce());
  });

  it("is as wide wherever one is", async () => {
    await page.viewport(820, 1180);
    const { router } = await showShell("/settings");
    await heading("Settings");
    const nav = screen.getByRole("navigation", { name: "Places" });
    const width = nav.getBoundingClientRect().width;
    for (const [address, name] of [
      ["/proposals", "Proposals"],
      ["/journal", "Journal"],
    ] as const) {
      await act(() => router.navigate(address));
      await heading(name);
      expect(nav.getBoundingClientRect().width).toBe(width);
    }
  });

  it("says that an address leads nowhere, and leads on", async () => {
    await showShell("/no/such/place");
    await heading("There is nothing here");
    expect(screen.getByRole("link", { name: "Go to Today" }).getAttribute("href")).toBe("/");
    await expectAccessible();
  });

  it("says what is safe when a place cannot be fetched, keeps the navigation, and tries again when asked", async () => {
    await showShell("/broken");
    await heading("This page could not be shown");
    screen.getByText(/^Your words are kept on this device/);
    screen.getByRole("navigation", { name: "Places" });
    await expectAccessible();
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    screen.getByText(/^Your words are kept on this device/);
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    await heading("Here after all");
  });

  it("offers an update, saves before taking it, and forces nothing", async () => {
    const { lock } = await showShell("/settings");
    const steps: string[] = [];
    lock.beforeLock(async () => {
      steps.push("saved");
      return true;
    });
    act(() =>
      tellRelease({
        type: "update",
        take: async () => {
          steps.push("taken");
        },
      }),
    );
    await screen.findByText(/A newer version of Headroom is ready/);
    expect(steps).toEqual([]);
    await expectAccessible();
    await userEvent.click(screen.getByRole("button", { name: "Update now" }));
    await waitFor(() => expect(steps).toEqual(["saved", "taken"]));
  });

  it("does not take an update while words on screen cannot be saved", async () => {
    const { lock } = await showShell("/settings");
    const take = vi.fn(async () => {});
    const full = lock.beforeLock(async () => false);
    act(() => tellRelease({ type: "update", take }));
    await userEvent.click(await screen.findByRole("button", { name: "Update now" }));
    await screen.findByText(/Your words are still on screen/);
    expect(take).not.toHaveBeenCalled();
    full();
    await userEvent.click(screen.getByRole("button", { name: "Update now" }));
    await waitFor(() => expect(take).toHaveBeenCalledOnce());
  });

  it("lets an update wait until later", async () => {
    await showShell("/settings");
    act(() => tellRelease({ type: "update", take: async () => {} }));
    await userEvent.click(await screen.findByRole("button", { name: "Later" }));
    expect(screen.queryByText(/A newer version/)).toBeNull();
  });

  it("locks by button and by Alt+Shift+L", async () => {
    await page.viewport(820, 1180);
    const { left } = await showShell("/settings");
    await heading("Settings");
    await userEvent.keyboard("{Alt>}{Shift>}l{/Shift}{/Alt}");
    await waitFor(() => expect(left).toHaveBeenCalledOnce());
  });

  it("says when there is no network that everything is kept", async () => {
    await showShell("/settings");
    expect(screen.queryByText("Offline · all kept")).toBeNull();
    const online = vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
    act(() => window.dispatchEvent(new Event("offline")));
    await screen.findByText("Offline · all kept");
    online.mockRestore();
  });
});
