import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { visit } from "./driveHeadroom.ts";
import { expect } from "./headroom.ts";

/** The paths of the app's own route table, which has no other form outside a browser. */
export const routePaths: readonly string[] = ["routes", "teamRoutes"].flatMap((file) =>
  [...readFileSync(`src/app/${file}.tsx`, "utf8").matchAll(/\bplace\("([^"]+)"/g)].map(
    ([, path]) => path ?? "",
  ),
);

/** The path of the first link to `prefix` and an id, on the page at `list`. */
async function firstOf(page: Page, list: string, prefix: string): Promise<string> {
  await visit(page, list);
  const links = page.locator(`main a[href^="${prefix}/"]:not([href$="/new"]):not([href$="/bin"])`);
  await expect(links.first()).toBeVisible();
  return (await links.first().getAttribute("href")) ?? "";
}

/**
 * An address for every route, with the ids of things that are in the open journal, and one that no route
 * has. Of teams and shared proposals there are none without a server: those addresses are of ones that are gone.
 */
export async function everyPlace(page: Page): Promise<readonly string[]> {
  const examples: Readonly<Record<string, string>> = {
    "/journal/:id": await firstOf(page, "/journal", "/journal"),
    "/themes/:id": await firstOf(page, "/themes", "/themes"),
    "/proposals/:id": await firstOf(page, "/proposals", "/proposals"),
    "/reflect/models/:id": "/reflect/models/new",
    "/reflect/:model": "/reflect/gibbs",
    "/team/:id": "/team/gone",
    "/team/:team/proposals/:id": "/team/gone/proposals/gone",
    "/team/:id/voices/:voice": "/team/gone/voices/gone",
    "/team/:id/voices/in/:box": "/team/gone/voices/in/gone",
  };
  const addresses = routePaths.map((path) => {
    const begun = Object.keys(examples)
      .filter((known) => path === known || path.startsWith(`${known}/`))
      .toSorted((a, b) => b.length - a.length)[0];
    return begun === undefined ? path : `${examples[begun]}${path.slice(begun.length)}`;
  });
  expect(addresses.filter((address) => address.includes(":"))).toEqual([]);
  return [...addresses, "/nowhere"];
}
