/**
 * The voice link that this page was opened with, or null. Its key stands in the address's fragment, so
 * it is taken out before anything else runs ([W1] of src/sync/SPEC.md) and lives in this page's memory
 * only.
 */
function takeVoiceLink(): string | null {
  const { pathname, hash, href } = window.location;
  if (hash === "") return null;
  window.history.replaceState(null, "", pathname);
  return href;
}

/** The voice link that this page was opened with. */
export const voiceLink = takeVoiceLink();

// Another one opened in this very page: begin afresh with it. Words not sent are asked about first.
window.addEventListener("hashchange", () => {
  if (window.location.hash !== "") window.location.reload();
});
