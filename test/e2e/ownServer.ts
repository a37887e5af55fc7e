import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { serve } from "@hono/node-server";
import { createApp } from "../../src/server/createApp.ts";

/** A server of a test's own, over its own copy of the build, which can be stopped and changed. */
export interface OwnServer {
  readonly origin: string;
  /** The copy's folder. */
  readonly root: string;
  readonly stop: () => Promise<void>;
}

/** Starts one on `port`. */
export async function ownServer(port: number): Promise<OwnServer> {
  const root = relative(".", mkdtempSync(join("test-results", "release-")));
  cpSync("dist", root, { recursive: true });
  const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
    const starting = serve({ fetch: createApp(root).fetch, port }, () => resolve(starting));
  });
  const stop = () =>
    new Promise<void>((resolve) => {
      if ("closeAllConnections" in server) server.closeAllConnections();
      server.close(() => resolve());
    });
  return { origin: `http://localhost:${port}`, root, stop };
}

/** Ends a server for good and removes its copy. */
export async function removeServer(server: OwnServer): Promise<void> {
  await server.stop();
  rmSync(server.root, { recursive: true, force: true });
}
