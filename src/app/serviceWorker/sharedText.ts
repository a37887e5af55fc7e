/**
 * Text shared from another app arrives as a POST. It is held in this worker's memory only, under a
 * ticket, until the page that has the ticket asks for it: never in a URL, never on disk. A page that
 * goes before a journal was opened, as in a reload, hands it back under another ticket.
 */
const waiting = new Map<string, string>();

/** Milliseconds; a worker is not kept alive for long, and the words should not be either. */
const longest = 20_000;

function hold(event: ExtendableEvent, ticket: string, text: string): void {
  waiting.set(ticket, text);
  event.waitUntil(
    new Promise<void>((over) => setTimeout(over, longest)).then(() => {
      waiting.delete(ticket);
    }),
  );
}

/**
 * Remembers the text and sends the browser on to the app. Sent on, never answered with the page itself:
 * the page would stand in the tab's history with all that was posted, and browsers write that to disk.
 */
export async function answerShare(event: ExtendableEvent, request: Request): Promise<Response> {
  const form = await request.formData();
  const words = ["title", "text", "url"]
    .map((name) => form.get(name))
    .filter((value): value is string => typeof value === "string" && value.trim() !== "");
  if (words.length === 0) return Response.redirect("/", 303);
  const ticket = crypto.randomUUID();
  hold(event, ticket, words.join("\n"));
  return Response.redirect(`/#shared=${ticket}`, 303);
}

/** Hands the text to the page that asks, once, through the port that came with the question. */
export function giveSharedText(event: ExtendableMessageEvent, ticket: unknown): void {
  const text = typeof ticket === "string" ? waiting.get(ticket) : undefined;
  event.ports[0]?.postMessage(text ?? null);
  if (typeof ticket === "string") waiting.delete(ticket);
}

/** Takes the text back from a page that goes, for the page that comes in its place. */
export function keepSharedText(
  event: ExtendableMessageEvent,
  ticket: unknown,
  text: unknown,
): void {
  if (typeof ticket === "string" && typeof text === "string") hold(event, ticket, text);
}
