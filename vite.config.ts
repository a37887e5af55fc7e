import react from "@vitejs/plugin-react";
import license from "rollup-plugin-license";
import { defineConfig } from "vite";
import { VitePWA } from "vite-plugin-pwa";

export default defineConfig({
  plugins: [
    react(),
    VitePWA({
      strategies: "injectManifest",
      srcDir: "src/app/serviceWorker",
      filename: "serviceWorker.ts",
      injectRegister: false,
      registerType: "prompt",
      injectManifest: {
        globPatterns: ["**/*.{js,css,html,woff2,wasm,svg,png,webmanifest}"],
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
    license({
      thirdParty: {
        includePrivate: false,
        output: { file: "dist/THIRD_PARTY_LICENSES.txt" },
        allow: {
          test: "(MIT OR ISC OR 0BSD OR Apache-2.0 OR BSD-2-Clause OR BSD-3-Clause OR OFL-1.1 OR CC0-1.0 OR Unlicense OR BlueOak-1.0.0)",
          failOnUnlicensed: true,
          failOnViolation: true,
        },
      },
    }),
  ],
  worker: { format: "es" },
  build: {
    target: "es2022",
    // Every file keeps its own address: nothing inlined as data:, which the content security policy refuses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    reportCompressedSize: false,
  },
});
