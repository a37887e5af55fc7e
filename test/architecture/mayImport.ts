/**
 * Which folder of `src/` may import which: the arrows of ARCHITECTURE.md, as data. A folder may
 * always import itself. Rules for dependency-cruiser are derived from this.
 */
export const mayImport = {
  base: [],
  wire: ["base"],
  core: ["base"],
  crypto: ["base", "wire"],
  replica: ["base", "core"],
  storage: ["base", "core", "wire"],
  vault: ["base", "core"],
  reading: ["base", "core"],
  themes: ["base", "core"],
  charts: ["base", "core"],
  identity: ["base", "core"],
  exchange: ["base", "core"],
  messages: [],
  ui: ["base", "messages"],
  notebook: ["base", "core", "ui", "messages"],
  features: ["base", "core", "ui", "notebook", "messages"],
  server: ["base", "wire"],
  app: [
    "base",
    "wire",
    "core",
    "crypto",
    "replica",
    "storage",
    "vault",
    "reading",
    "themes",
    "charts",
    "identity",
    "exchange",
    "messages",
    "ui",
    "notebook",
    "features",
  ],
} as const satisfies Record<string, readonly string[]>;

/** Libraries with a home: only these folders may import them. */
export const homeOf = {
  "^yjs": ["replica"],
  "^dexie": ["storage"],
  "^minisearch": ["reading"],
  "^(hono|@hono)": ["server"],
  "^comlink": ["app"],
  "^(hash-wasm|@scure/bip39)": ["crypto"],
  "^(fflate|papaparse|@zip\\.js|yaml)": ["exchange"],
  "^wink-porter2-stemmer": ["themes"],
  "^(react|react-dom|react-router|lucide-react|@tanstack)($|/)": [
    "ui",
    "notebook",
    "features",
    "app",
  ],
  "^react-aria": ["ui"],
  "^react-markdown": ["notebook"],
  "^workbox": ["app"],
  "^node:": ["server", "app"],
} as const satisfies Record<string, readonly string[]>;
