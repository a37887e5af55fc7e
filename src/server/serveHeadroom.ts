import { once } from "node:events";
import { serve } from "@hono/node-server";
import * as v from "valibot";
import { createApp } from "./createApp.ts";

/** What the server reads of its surroundings. */
const environmentSchema = v.object({
  PORT: v.optional(
    v.pipe(v.string(), v.toNumber(), v.integer(), v.minValue(0), v.maxValue(65535)),
    "8787",
  ),
});

/**
 * `npm start`: serves the app on `PORT` (8787 unless said otherwise) until SIGTERM or SIGINT, then
 * answers what is under way and stops. A port that is taken or malformed ends the process with
 * code 1 and one line that says so.
 */
export async function serveHeadroom(environment: NodeJS.ProcessEnv): Promise<void> {
  const read = v.safeParse(environmentSchema, environment);
  if (!read.success) {
    console.error("PORT must be a number from 0 to 65535");
    process.exitCode = 1;
    return;
  }
  const server = serve({ fetch: createApp("dist").fetch, port: read.output.PORT });
  server.on("error", (failure: NodeJS.ErrnoException) => {
    console.error(
      failure.code === "EADDRINUSE"
        ? `Port ${read.output.PORT} is in use. Choose another with PORT=…`
        : `The server cannot start: ${failure.code ?? failure.name}`,
    );
    process.exit(1);
  });
  server.on("listening", () => {
    const address = server.address();
    const port = typeof address === "object" && address ? address.port : read.output.PORT;
    console.log(`Headroom is at http://localhost:${port}`);
  });
  const stop = () => {
    server.close(() => process.exit(0));
    // Idle keep-alive connections would hold the stop up for their whole timeout.
    if ("closeIdleConnections" in server) server.closeIdleConnections();
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
  await once(server, "close");
}
