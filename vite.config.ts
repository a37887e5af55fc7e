import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { VitePWA } from "vite-plugin-pwa";

/** Puts what `npm run notices` wrote among the built files, in time to be precached. */
const licences: Plugin = {
  name: "headroom:licences",
  apply: "build",
  applyToEnvironment: ({ name }) => name === "client",
  generateBundle() {
    const fileName = "THIRD_PARTY_LICENSES.txt";
    this.emitFile({ type: "asset", fileName, source: readFileSync(`.notices/${fileName}`) });
  },
};

/** A visitor's phone is not asked to install anything. */
const voicePageAlone: Plugin = {
  name: "headroom:voice-page-alone",
  apply: "build",
  enforce: "post",
  transformIndexHtml: {
    order: "post",
    handler: (html, { path }) =>
      path.endsWith("voice.html") ? html.replace(/<link rel="manifest"[^>]*>/, "") : html,
  },
};

/** WebKit runs a worker's own file once more where a chunk imports it: two workers would then answer in one thread. */
const workersStandAlone: Plugin = {
  name: "headroom:workers-stand-alone",
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== "chunk") continue;
      const entry = [...file.imports, ...file.dynamicImports].find((name) => {
        const imported = bundle[name];
        return imported?.type === "chunk" && imported.isEntry;
      });
      if (entry) this.error(`${file.fileName} imports the worker ${entry}`);
    }
  },
};

export default defineConfig({
  plugins: [
    react(),
    licences,
    VitePWA({
      strategies: "injectManifest",
      srcDir: "src/app/serviceWorker",
      filename: "serviceWorker.ts",
      injectRegister: false,
      registerType: "prompt",
      injectManifest: {
        globPatterns: [
          "**/*.{js,css,html,woff2,wasm,svg,png,webmanifest}",
          "THIRD_PARTY_LICENSES.txt",
        ],
        maximumFileSizeToCacheInBytes: 8 * 1024 * 1024,
      },
      manifest: {
        id: "/",
        name: "Headroom",
        short_name: "Headroom",
        description: "Room to notice, reflect, and change what keeps getting in the way.",
        lang: "en-GB",
        dir: "ltr",
        start_url: "/",
        scope: "/",
        display: "standalone",
        background_color: "#FBF8F3",
        theme_color: "#FBF8F3",
        categories: ["productivity", "medical"],
        icons: [
          { src: "/icons/icon-192.png", sizes: "192x192", type: "image/png" },
          { src: "/icons/icon-512.png", sizes: "512x512", type: "image/png" },
          {
            src: "/icons/maskable-512.png",
            sizes: "512x512",
            type: "image/png",
            purpose: "maskable",
          },
          { src: "/icons/icon.svg", sizes: "any", type: "image/svg+xml" },
        ],
        shortcuts: [
          {
            name: "Notice something",
            url: "/",
            icons: [{ src: "/icons/icon-192.png", sizes: "192x192" }],
          },
          {
            name: "Reflect",
            url: "/reflect",
            icons: [{ src: "/icons/icon-192.png", sizes: "192x192" }],
          },
        ],
        // POST, so that shared words never stand in a URL; answered by the service worker.
        share_target: {
          action: "/share",
          method: "POST",
          enctype: "multipart/form-data",
          params: { title: "title", text: "text", url: "url" },
        },
      },
    }),
    voicePageAlone,
  ],
  resolve: {
    alias: {
      // Its browser build decodes `&lt;` by innerHTML, which Trusted Types refuses; this one has a table.
      "decode-named-character-reference": fileURLToPath(
        import.meta.resolve("decode-named-character-reference"),
      ),
    },
  },
  worker: {
    format: "es",
    plugins: () => [workersStandAlone],
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: "worker", tags: ["$initial"], test: (id) => !id.endsWith(".worker.ts") },
          ],
        },
      },
    },
  },
  build: {
    target: "es2022",
    // The page behind a voice link is one of its own: who opens it loads nothing of the rest.
    rolldownOptions: { input: ["index.html", "voice.html"] },
    // Every file keeps its own address: nothing inlined as data:, which the content security policy refuses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    reportCompressedSize: false,
  },
});
