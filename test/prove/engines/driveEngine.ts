import type { EngineBrowser, Found } from "./Engine.ts";

/** Busy machines take their time; these are facts to be waited for, not times to be kept. */
const patience = 60_000;

/** Asks again until there is an answer. */
async function until<T>(what: string, ask: () => Promise<T | null>): Promise<T> {
  const end = performance.now() + patience;
  for (;;) {
    // What was found may have been replaced before it was asked.
    const answer = await ask().catch(() => null);
    if (answer !== null) return answer;
    if (performance.now() > end) throw new Error(`not there: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const quoted = (text: string) => (text.includes("'") ? `"${text}"` : `'${text}'`);
const buttonNamed = (within: string, name: string) =>
  `${within}//*[self::button or self::a or self::summary][normalize-space(.)=${quoted(name)} or @aria-label=${quoted(name)}][not(@disabled) and not(@aria-disabled='true')]`;
const fieldNamed = (within: string, label: string) =>
  `${within}//*[@id=//label[normalize-space(.)=${quoted(label)}]/@for]`;

/** What a person does on a page, or `within` a part of it, in words that every engine's driver understands. */
export function driveEngine(browser: EngineBrowser, within = "") {
  const shown = (xpath: string) =>
    until<Found>(xpath, async () => {
      for (const one of await browser.find(xpath)) if (await one.isShown()) return one;
      return null;
    });
  const visibleText = () => browser.run<string>("return document.body.innerText");
  return {
    /** Presses what bears this name, once it is there and may be pressed. */
    press: async (name: string) => (await shown(buttonNamed(within, name))).click(),
    /** Presses the button that has this in its name; `which` of them, counted from 1. */
    pressLike: async (part: string, which = 1) =>
      (
        await shown(
          `(//button[contains(@aria-label, ${quoted(part)}) or contains(., ${quoted(part)})])[${which}]`,
        )
      ).click(),
    fill: async (label: string, text: string) =>
      (await shown(fieldNamed(within, label))).type(text),
    /** Waits until the page says this. */
    sees: (text: string) =>
      until(`"${text}"`, async () => ((await visibleText()).includes(text) ? true : null)),
    visibleText,
    /** Waits until a field holds this. */
    holds: (label: string, text: string) =>
      until(`"${text}" in ${label}`, async () =>
        (await browser.run<boolean>(
          "const field = document.evaluate(given[0], document, null, 9).singleNodeValue; return field?.value === given[1]",
          [fieldNamed(within, label), text],
        ))
          ? true
          : null,
      ),
    /** Puts a file into a field, as a person would choose it. */
    choose: (label: string, name: string, base64: string) =>
      until(label, () =>
        browser.run<true | null>(
          `const field = document.evaluate(given[0], document, null, 9).singleNodeValue;
          if (!field) return null;
          const bytes = Uint8Array.from(atob(given[2]), (letter) => letter.charCodeAt(0));
          const chosen = new DataTransfer();
          chosen.items.add(new File([bytes], given[1]));
          field.files = chosen.files;
          field.dispatchEvent(new Event("change", { bubbles: true }));
          return true;`,
          [fieldNamed(within, label), name, base64],
        ),
      ),
    /** Goes to an address within the open journal, as a link would. */
    visit: (path: string) =>
      browser.run(
        "history.pushState(null, '', given); dispatchEvent(new PopStateEvent('popstate'))",
        path,
      ),
    until,
  };
}
