/** Says something to screen readers only, politely: results counted, a list that changed. Nothing to say takes back what stood there. */
export function announce(text: string): void {
  const region = document.getElementById("announcements");
  // The same words twice would not be read twice.
  if (region)
    region.textContent = text !== "" && region.textContent === text ? `${text}\u00a0` : text;
}
