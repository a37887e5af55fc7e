import { expose } from "comlink";
import { markIdentifying } from "#identity/markIdentifying.ts";
import type { IdentityWorker } from "./identity/IdentityWorker.ts";

const offered: IdentityWorker = {
  mark: (texts, known) => texts.map((text) => markIdentifying(text, known)),
};

expose(offered);
