import type { SpaceKind } from "#core/space/Space.ts";
import { isCutFragment, kindOfFragment } from "#wire/invitationStart.ts";

/**
 * The invitation that this page was opened with, or null. Its secret stands in the address's
 * fragment, so it is taken out while the app is still being loaded ([J1] of src/sync/SPEC.md); the app
 * holds it in this page's memory only. The browser has written the address it opened into its own history by
 * then, which no page can prevent.
 */
function takeInvitation(): string | null {
  const { pathname, hash, href } = window.location;
  if (pathname !== "/join" || hash === "") return null;
  window.history.replaceState(null, "", "/join");
  return href;
}

/** The invitation that this page was opened with. */
export const invitation = takeInvitation();
/** What that invitation says it leads to: a team, or another device of one's own; or that it is not whole. */
export const invitedTo: SpaceKind | "cutOff" | null = ((): SpaceKind | "cutOff" | null => {
  if (invitation === null) return null;
  const { hash } = new URL(invitation);
  return isCutFragment(hash) ? "cutOff" : kindOfFragment(hash);
})();

// Another one pasted into the address of this very page: begin afresh with it, as if opened.
window.addEventListener("hashchange", () => {
  if (window.location.pathname === "/join" && window.location.hash !== "") window.location.reload();
});
