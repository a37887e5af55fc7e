import { defineConfig } from "vite";

// The server as one file of plain JavaScript, dependencies beside it in node_modules: what `npm start`,
// the container and the service run. Nothing reads TypeScript while it serves.
export default defineConfig({
  publicDir: false,
  build: {
    ssr: "src/server/serveHeadroom.ts",
    outDir: "dist-server",
    target: "node20",
    minify: false,
    sourcemap: false,
    reportCompressedSize: false,
  },
});
