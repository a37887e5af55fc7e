import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { compress } from "hono/compress";
import { secureHeaders } from "hono/secure-headers";
import { contentSecurity } from "./contentSecurity.ts";
import type { MailboxEnv } from "./mailbox/routes/Visit.ts";

/** Files whose name holds a hash of their content: they never change, so they may be kept for ever. */
const isImmutable = (path: string): boolean => path.startsWith("/assets/");

const wantsPage = (accept: string | undefined): boolean => (accept ?? "").includes("text/html");

/**
 * The web server: the built app in the directory `root`, and before it the
 * mailbox's own addresses (`/sync/…`, `/health`, `/metrics`) where there is one. Addresses of places
 * (`/journal`, `/themes/…`) all answer with the one page, which finds its own way; `/voice` has a page
 * of its own; unknown files get a plain 404. `failed` hears what went wrong here.
 */
export function createApp(
  root: string,
  mailbox?: Hono<MailboxEnv>,
  failed: (failure: Error) => void = ({ name }) => console.error(`error ${name}`),
): Hono<MailboxEnv> {
  const app = new Hono<MailboxEnv>();
  app.use(secureHeaders(contentSecurity));
  if (mailbox) app.route("/", mailbox);
  app.use(compress());
  app.use(async (context, next) => {
    await next();
    context.header(
      "Cache-Control",
      context.res.status === 200 && isImmutable(context.req.path)
        ? "public, max-age=31536000, immutable"
        : "no-cache",
    );
  });
  app.get("*", serveStatic({ root }));
  app.get("/voice", serveStatic({ root, path: "voice.html" }));
  app.on(["GET", "HEAD"], "*", async (context, next) => {
    if (isImmutable(context.req.path) || !wantsPage(context.req.header("Accept"))) {
      return context.text("There is nothing at this address.", 404);
    }
    return serveStatic({ root, path: "index.html" })(context, next);
  });
  app.all("*", (context) => context.text("This address can only be read.", 405));
  app.onError((failure, context) => {
    failed(failure);
    return context.text("Something went wrong here. Please try again.", 500);
  });
  return app;
}
