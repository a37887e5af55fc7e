import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { chromiumArguments, findChromium } from "./scripts/findChromium.mjs";
import { bundledWorkers } from "./test/browser/bundledWorkers.ts";
import { cachedModules } from "./test/browser/cachedModules.ts";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          environment: "node",
          include: ["test/{architecture,unit,contract}/**/*.test.{ts,tsx}"],
          setupFiles: ["test/fixedSeed.ts", "test/unit/rememberedHashes.ts"],
          testTimeout: 120_000,
          expect: { poll: { timeout: 30_000 } },
        },
      },
      {
        plugins: [bundledWorkers(), cachedModules()],
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.{ts,tsx}"],
          setupFiles: [
            "test/fixedSeed.ts",
            "test/browser/failOnConsoleError.ts",
            "test/browser/patience.ts",
          ],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // How long a fact may be on its way on a busy machine; what is there at once is not waited for.
          expect: { poll: { timeout: 30_000 } },
          fileParallelism: false,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { executablePath: findChromium(), args: chromiumArguments },
            }),
            instances: [{ browser: "chromium" }],
          },
        },
        // Named, because a dependency that Vite meets only in the middle of a test reloads the test.
        optimizeDeps: {
          include: [
            "@hpke/core",
            "@scure/base",
            "age-encryption",
            "@scure/bip39",
            "@scure/bip39/wordlists/english.js",
            "@tanstack/react-query",
            "@tanstack/react-virtual",
            "@testing-library/react",
            "@zip.js/zip.js/lib/zip-core-native.js",
            "@zxcvbn-ts/core",
            "@zxcvbn-ts/language-common",
            "@zxcvbn-ts/language-en/dist/commonWords.json.mjs",
            "axe-core",
            "comlink",
            "http-message-sig",
            "lib0/decoding",
            "lib0/encoding",
            "date-fns",
            "dexie",
            "fast-check",
            "fast-diff",
            "fflate",
            "hash-wasm",
            "lucide-react",
            "minisearch",
            "papaparse",
            "react",
            "react-aria-components",
            "react-aria-components/Button",
            "react-aria-components/Menu",
            "react-aria-components/Popover",
            "react-dom",
            "react-dom/client",
            "react-markdown",
            "react-router",
            "react-router/dom",
            "react/jsx-dev-runtime",
            "valibot",
            "wink-porter2-stemmer",
            "workbox-window",
            "yaml",
            "yjs",
          ],
        },
        server: { fs: { allow: [".."] } },
      },
    ],
  },
});
