import { defineConfig } from "@playwright/test";
import { chromiumArguments, findChromium } from "./scripts/findChromium.mjs";
import { testPort } from "./test/e2e/testPort.ts";

const executablePath = findChromium();

/** End-to-end tests run against the built app as `npm start` serves it, on a port of their own. */
export default defineConfig({
  testDir: "test/e2e",
  // A folder of its own: it is emptied at the start, while other tests write beside it.
  outputDir: `test-results/e2e-${testPort(0)}`,
  // Facts are waited for, and a busy machine takes its time: only a test that fails waits so long.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  workers: 1,
  retries: 0,
  reporter: [["list"], ["json", { outputFile: `test-results/e2e-${testPort(0)}.json` }]],
  use: {
    actionTimeout: 40_000,
    baseURL: `http://localhost:${testPort(0)}`,
    viewport: { width: 820, height: 1180 },
    launchOptions: { ...(executablePath ? { executablePath } : {}), args: chromiumArguments },
  },
  webServer: {
    command:
      process.env.E2E_NODES === "2" ? "tsx test/e2e/serveTwoNodes.ts" : "node scripts/start.mjs",
    gracefulShutdown: { signal: "SIGTERM", timeout: 10_000 },
    url: `http://localhost:${testPort(0)}/`,
    env: { PORT: String(testPort(0)), DATA_DIR: `data/e2e-${testPort(0)}` },
    reuseExistingServer: false,
    timeout: 180_000,
  },
});
