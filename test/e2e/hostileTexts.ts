import { existsSync, readFileSync } from "node:fs";
import { instant } from "../../src/base/Clock.ts";
import type { ProposalId } from "../../src/core/identifiers.ts";
import { blankProposal } from "../../src/core/proposal/blankProposal.ts";
import { gatherHostileTexts } from "../hostile/gatherHostileTexts.ts";

const folder = "../shared/data/hostile";

/** Every hostile text there is here: those of shared/data, or the project's own few where it is absent. */
export function hostileTexts(): readonly string[] {
  const isHere = existsSync(folder);
  if (!isHere) console.log(`${folder} is not here: the journey runs on the project's own texts.`);
  return gatherHostileTexts((file) => (isHere ? readFileSync(`${folder}/${file}`, "utf8") : null));
}

const chunks = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );

/**
 * A Headroom file that holds every text as an entry and as its tag, and every hundred of them as the
 * paragraphs of one more, with eight as tags; the first 200 name themes, models and proposals. Also
 * says which addresses to open. That each text is shown as itself wherever it stands is
 * `test/browser/app/hostileTexts.test.tsx`; this file is for the built app, its policy and the way in.
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
  const models = texts.slice(0, 200).map((text, index) => ({
    kind: "model",
    id: `hostile-model-${index}`,
    name: text.slice(0, 300),
    parts: [
      { part: `hostile-model-${index}.1`, title: text.slice(0, 300), prompt: text.slice(0, 300) },
    ],
    ...dates,
  }));
  const proposals = texts.slice(0, 200).map((text, index) => ({
    ...blankProposal(`hostile-proposal-${index}` as ProposalId, instant(now)),
    title: text.slice(0, 300),
    problem: { text, quotes: [] },
  }));
  const records = [...entries, ...lists, ...themes, ...models, ...proposals];
  const lines = records.map((record) => JSON.stringify({ record, history: [] })).join(",\n");
  return {
    file: `{"format":"headroom-journal","version":1,"exportedAt":"2026-11-22T09:00:00.000Z","records":[\n${lines}\n],"count":${records.length}}\n`,
    opened: [
      ...entries.map(({ id }) => `/journal/${id}`),
      ...[0, 7].flatMap((which) => [
        `/themes/hostile-theme-${which}`,
        `/proposals/hostile-proposal-${which}`,
        `/proposals/hostile-proposal-${which}/print`,
        `/reflect/models/hostile-model-${which}`,
        `/reflect/hostile-model-${which}`,
      ]),
    ],
    count: records.length,
  };
}
