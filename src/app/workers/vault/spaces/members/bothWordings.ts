/** Words set aside before, which nobody has chosen about yet, beside those that come now: none is lost, none stands twice. */
export function bothWordings(before: string, now: string): string {
  if (before.includes(now)) return before;
  return now.includes(before) ? now : `${before}\n\n${now}`;
}
