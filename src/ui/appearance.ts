/** Light, dark, or as the device says. A choice of the device, not of a journal. */
export const appearances = ["system", "light", "dark"] as const;
export type Appearance = (typeof appearances)[number];

const storageKey = "headroom-appearance";
const papers = { light: "#FBF8F3", dark: "#12191B" } as const;

/** What this device was told; `system` where nothing was said or nothing can be remembered. */
export function chosenAppearance(): Appearance {
  try {
    const stored = localStorage.getItem(storageKey);
    return appearances.find((one) => one === stored) ?? "system";
  } catch {
    return "system";
  }
}

/** Shows the page that way, the browser's own bars included. */
export function applyAppearance(appearance: Appearance): void {
  const root = document.documentElement;
  if (appearance === "system") delete root.dataset.appearance;
  else root.dataset.appearance = appearance;
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    const own = meta.media.includes("dark") ? "dark" : "light";
    meta.content = papers[appearance === "system" ? own : appearance];
  }
}

/** Remembers a choice on this device and shows it. */
export function chooseAppearance(appearance: Appearance): void {
  try {
    localStorage.setItem(storageKey, appearance);
  } catch {
    // Without storage the choice lasts until the page is left.
  }
  applyAppearance(appearance);
}
