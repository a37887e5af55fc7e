/**
 * Whether this is Safari on an iPad or iPhone with the app not on the Home Screen: there, a site's
 * storage may be cleared after seven days without a visit (domain.md section 5, "Platforms").
 */
export function needsHomeScreen(): boolean {
  const { userAgent, maxTouchPoints } = navigator;
  const isHandheldApple =
    /iPad|iPhone/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1);
  return isHandheldApple && !window.matchMedia("(display-mode: standalone)").matches;
}
