import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { serve } from "@hono/node-server";
import { createApp } from "../../src/server/createApp.ts";
import { testPort } from "../e2e/testPort.ts";
import { canaryWords } from "./canaryWords.ts";
import { changedKeys } from "./changedKeys.ts";
import { engineJourneys, engineVectors } from "./engines/engineSuites.ts";
import { flushedSaves } from "./flushedSaves.ts";
import { killedBrowser } from "./killedBrowser.ts";
import { killedUpgrades } from "./killedUpgrades.ts";
import { newReleases } from "./newReleases.ts";
import type { NotRun, Proof, Suite } from "./Suite.ts";

/** A suite with the built app served beside it. */
const served = <Outcome>(suite: Suite<Outcome>): Suite<Outcome> => ({
  ...suite,
  run: async (count) => {
    if (!existsSync("dist/index.html")) spawnSync("npm", ["run", "--silent", "build"]);
    const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
      const starting = serve({ fetch: createApp("dist").fetch, port: testPort(0) }, () =>
        resolve(starting),
      );
    });
    try {
      return await suite.run(count);
    } finally {
      if ("closeAllConnections" in server) server.closeAllConnections();
      server.close();
    }
  },
});

/** Suites in a real browser with a profile on disk, against the built app. */
export const browserSuites: readonly Suite[] = [
  killedBrowser,
  killedUpgrades,
  newReleases,
  flushedSaves,
  canaryWords,
  changedKeys,
].map((suite) => served(suite));

/** Suites in each engine that is installed; what is not installed is said. */
export const engineSuites: readonly Suite<Proof | NotRun>[] = [
  ...engineVectors,
  ...engineJourneys.map((suite) => served(suite)),
];
