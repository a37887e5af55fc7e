/**
 * Text shared from another app arrives as a POST. It is held in memory only, under the id of the
 * page that opens, until that page asks for it: never in a URL, never on disk.
 */
const waiting = new Map<string, string>();

/** Answers the share with the app's page and remembers the text for it. */
export async function answerShare(
  event: ExtendableEvent,
  request: Request,
  page: () => Promise<Response | undefined>,
): Promise<Response> {
  const form = await request.formData();
  const words = ["title", "text", "url"]
    .map((name) => form.get(name))
    .filter((value): value is string => typeof value === "string" && value.trim() !== "");
  const client = event instanceof FetchEvent ? event.resultingClientId : "";
  if (client !== "" && words.length > 0) waiting.set(client, words.join("\n"));
  return (await page()) ?? Response.redirect("/", 303);
}

/** Hands the text to the page that asks, once, through the port that came with the question. */
export function giveSharedText(event: ExtendableMessageEvent): void {
  const client = event.source instanceof Client ? event.source.id : "";
  event.ports[0]?.postMessage(waiting.get(client) ?? null);
  waiting.delete(client);
}
