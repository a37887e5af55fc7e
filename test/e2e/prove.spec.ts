import { expect, test } from "@playwright/test";
import { canaryWords } from "../prove/canaryWords.ts";
import { changedKeys } from "../prove/changedKeys.ts";
import { flushedSaves, hasStrace } from "../prove/flushedSaves.ts";
import { killedBrowser } from "../prove/killedBrowser.ts";
import { killedUpgrades } from "../prove/killedUpgrades.ts";

// The short form of `npm run prove`, against the app that Playwright serves.
for (const suite of [killedBrowser, killedUpgrades, flushedSaves, canaryWords, changedKeys]) {
  const { name, law, short, run } = suite;
  test(`${name}: ${law}`, async () => {
    test.skip(suite === flushedSaves && !hasStrace(), "strace is missing: apt-get install strace");
    test.setTimeout(1_800_000);
    const proof = await run(short);
    expect(proof.failures).toEqual([]);
    expect(proof.control, "the control").toBe(true);
    console.info(`${name}: ${proof.tried} tried; ${proof.note}`);
  });
}
