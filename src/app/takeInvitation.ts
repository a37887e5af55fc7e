import type { SpaceKind } from "#core/space/Space.ts";
import { isCutFragment, kindOfFragment } from "#wire/invitationStart.ts";

/** The name under which `history.state` keeps that an invitation was open here: that, and nothing of it. */
const openName = "invitationWasOpen";

/** Whether an invitation was open in this entry of the browser's history, which a reload does not keep. */
export const wasInvited = (): boolean => window.history.state?.[openName] === true;

/**
 * The invitation that this page was opened with, or null. Its secret stands in the address's
 * fragment, so it is taken out while the app is still being loaded ([J1] of src/sync/SPEC.md); the app
 * holds it in this page's memory only. The browser has written the address it opened into its own history by
 * then, which no page can prevent.
 */
function takeInvitation(): string | null {
  const { pathname, hash, href } = window.location;
  if (pathname !== "/join" || hash === "") return null;
  window.history.replaceState({ [openName]: true }, "", "/join");
  return href;
}

/** The invitation that this page was opened with. */
export const invitation = takeInvitation();
/** What that invitation says it leads to: a team, or another device of one's own; that it is not whole; or that a reload took it. */
export const invitedTo = ((): SpaceKind | "cutOff" | "notKept" | null => {
  if (invitation === null) return wasInvited() ? "notKept" : null;
  const { hash } = new URL(invitation);
  return isCutFragment(hash) ? "cutOff" : kindOfFragment(hash);
})();

// Another one pasted into the address of this very page: begin afresh with it, as if opened.
window.addEventListener("hashchange", () => {
  if (window.location.pathname === "/join" && window.location.hash !== "") window.location.reload();
});
