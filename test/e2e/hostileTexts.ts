import { existsSync, readFileSync } from "node:fs";

const folder = "../shared/data/hostile";

/** A plain clone's own few, one of each way in that we know. */
const own = [
  '<img src=x onerror="window.__xss=1;alert(1)">',
  "<script>window.__xss=1</script>",
  '<svg onload="window.__xss=1">',
  "[click](javascript:window.__xss=1)",
  "![](https://elsewhere.invalid/pixel.png)",
  "<iframe srcdoc='<script>parent.__xss=1</script>'></iframe>",
  '"><details open ontoggle=window.__xss=1>',
  "{{constructor.constructor('window.__xss=1')()}}",
  "\u202Etxet desrever\u202C \u0000 \uFFFF 👩‍⚕️👍🏽",
];

/** Every XSS payload and naughty string of shared/data, or our own where it is absent. */
export function hostileTexts(): readonly string[] {
  if (!existsSync(folder)) {
    console.log(`${folder} is not here: the journey runs on the project's own hostile texts.`);
    return own;
  }
  const purify = JSON.parse(readFileSync(`${folder}/xss/dompurify-expect.json`, "utf8")) as {
    readonly payload: string;
  }[];
  const box = readFileSync(`${folder}/xss/payloadbox-sample.txt`, "utf8").split("\n");
  const naughty = JSON.parse(readFileSync(`${folder}/strings/blns-dev.json`, "utf8")) as string[];
  return [...own, ...purify.map(({ payload }) => payload), ...box, ...naughty].filter(
    (text) => text.trim() !== "",
  );
}

const chunks = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );

/**
 * A Headroom file that holds every text everywhere a text may stand: entries with a hundred texts
 * as paragraphs and eight as tags, themes, models and proposals named after them. Also says which
 * ids to open.
 */
export function hostileJournal(texts: readonly string[], now: number) {
  const dates = { createdAt: now, editedAt: now, deletedAt: null };
  const content = (parts: readonly string[], tags: readonly string[], part: string) => ({
    model: "free",
    parts: parts.map((text, index) => ({
      part: index === 0 ? "free.text" : `${part}.${index}`,
      label: index === 0 ? "" : text.slice(0, 200),
      text,
    })),
    happened: { at: now, precision: "minute" },
    feeling: "neither",
    tags,
    setting: tags[0] ?? "",
    roles: tags,
    forAppraisal: false,
    origin: { type: "written" },
    ...dates,
  });
  const entries = chunks(texts, 100).map((group, index) => ({
    kind: "entry",
    id: `hostile-entry-${index}`,
    ...content(
      [group.join("\n\n"), ...group.slice(0, 20)],
      group.slice(0, 8).map((text) => text.slice(0, 200)),
      `own-${index}`,
    ),
  }));
  const lists = texts.map((text, index) => ({
    kind: "entry",
    id: `hostile-line-${index}`,
    ...content([text], [text.slice(0, 200)], "own"),
  }));
  const themes = texts.slice(0, 200).map((text, index) => ({
    kind: "theme",
    id: `hostile-theme-${index}`,
    name: text.slice(0, 300),
    members: [0, 1, 2, 3].map((step) => ({
      entry: `hostile-line-${(index + step) % texts.length}`,
      how: "said",
      at: now,
    })),
    takenOut: [],
    dismissedAt: null,
    promptAnsweredAt: null,
    ...dates,
  }));
  const models = texts.slice(0, 60).map((text, index) => ({
    kind: "model",
    id: `hostile-model-${index}`,
    name: text.slice(0, 300),
    parts: [
      { part: `hostile-model-${index}.1`, title: text.slice(0, 300), prompt: text.slice(0, 300) },
    ],
    ...dates,
  }));
  const records = [...entries, ...lists, ...themes, ...models];
  const lines = records.map((record) => JSON.stringify({ record, history: [] })).join(",\n");
  return {
    file: `{"format":"headroom-journal","version":1,"exportedAt":"2026-11-22T09:00:00.000Z","records":[\n${lines}\n],"count":${records.length}}\n`,
    opened: entries.map(({ id }) => id),
    count: records.length,
  };
}
