import axe from "axe-core";
import { expect } from "vitest";

/** Zero violations of WCAG 2.2 AA, and of axe's best practices but those that need a whole page. */
export async function expectAccessible(element: Element = document.body): Promise<void> {
  // A colour half way between two states is nobody's colour.
  await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
  const { violations } = await axe.run(element, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
  });
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`),
  ).toEqual([]);
}
