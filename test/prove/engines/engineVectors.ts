import { Failures, type NotRun, type Proof, type Suite } from "../Suite.ts";
import type { Engine } from "./Engine.ts";
import { serveVectors } from "./serveVectors.ts";
import type { VectorsAnswer } from "./VectorsAnswer.ts";

/** The answer of the page of vectors in this engine, once it is there. */
async function answerOf(engine: Engine, url: string) {
  const browser = await engine.open();
  try {
    await browser.goto(url);
    for (;;) {
      const said = await browser.run<{ readonly id: string; readonly text: string } | null>(
        "const pre = document.querySelector('pre[id]'); return pre && { id: pre.id, text: pre.textContent };",
      );
      if (said?.id === "fault") throw new Error(`${engine.name}: ${said.text}`);
      if (said) {
        const answer = JSON.parse(said.text) as VectorsAnswer;
        return { answer, version: await engine.version(browser) };
      }
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  } finally {
    await browser.close();
  }
}

/** Wycheproof and the age vectors in one engine, through the code of the app. */
export const vectorsIn = (engine: Engine): Suite<Proof | NotRun> => ({
  name: `engines: vectors in ${engine.name}`,
  law: "AES-GCM, HKDF, Ed25519, X25519 and age give what their vectors give",
  full: 1,
  short: 1,
  run: async () => {
    if (engine.missing !== null) return { notRun: engine.missing };
    const failures = new Failures();
    const served = await serveVectors();
    try {
      const { answer, version } = await answerOf(engine, served.url);
      for (const { name, disagree } of answer.counts)
        for (const vector of disagree) failures.expect(false, () => `${name}: ${vector}`);
      const counts = answer.counts.map(({ name, tried }) => `${name} ${tried}`).join(", ");
      return {
        tried: answer.counts.reduce((sum, { tried }) => sum + tried, 0),
        failures: failures.list,
        control: answer.counts.every(({ control }) => control),
        note: [
          `${version}: ${counts}`,
          ...answer.lacks,
          ...(answer.hasFiles ? [] : ["Wycheproof is not on this machine"]),
        ].join("; "),
      };
    } finally {
      await served.stop();
    }
  },
});
