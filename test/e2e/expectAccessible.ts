import { expect, type Page } from "@playwright/test";
import axe from "axe-core";

/** Zero violations of WCAG 2.2 AA on what is shown now. */
export async function expectAccessible(page: Page): Promise<void> {
  // Once for each document: its source is half a megabyte, and most of what a look would take.
  if (await page.evaluate(() => Reflect.get(window, "axe") === undefined)) {
    await page.evaluate(axe.source);
  }
  const violations = await page.evaluate(async () => {
    // A colour half way between two states is nobody's colour.
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
    await Promise.allSettled(ending.map(({ finished }) => finished));
    const run: typeof axe.run = Reflect.get(window, "axe").run;
    const found = await run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
      resultTypes: ["violations"],
    });
    return found.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`,
    );
  });
  expect(violations).toEqual([]);
}
