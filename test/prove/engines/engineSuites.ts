import type { NotRun, Proof, Suite } from "../Suite.ts";
import { journeysInEngine } from "./engineJourneys.ts";
import { vectorsIn } from "./engineVectors.ts";
import { chromium, firefox } from "./puppeteerEngine.ts";
import { webkit } from "./webkitEngine.ts";

const engines = [chromium, firefox, webkit];

/** The vectors of the primitives, in each engine that is installed. */
export const engineVectors: readonly Suite<Proof | NotRun>[] = engines.map(vectorsIn);

/** Journeys 2 and 13, in each engine that is installed. */
export const engineJourneys: readonly Suite<Proof | NotRun>[] = engines.map(journeysInEngine);
