import { expect, test } from "@playwright/test";
import { canaryWords } from "../prove/canaryWords.ts";
import { killedBrowser } from "../prove/killedBrowser.ts";

// The short form of `npm run prove`, against the app that Playwright serves.
for (const { name, law, short, run } of [killedBrowser, canaryWords])
  test(`${name}: ${law}`, async () => {
    test.setTimeout(600_000);
    const proof = await run(short);
    expect(proof.failures).toEqual([]);
    expect(proof.control, "the control").toBe(true);
    console.info(`${name}: ${proof.tried} tried; ${proof.note}`);
  });
