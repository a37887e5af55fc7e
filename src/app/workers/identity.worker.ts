import { expose } from "comlink";
import { markIdentifying } from "#identity/markIdentifying.ts";
import type { IdentityWorker } from "./identity/IdentityWorker.ts";

const offered: IdentityWorker = { mark: (texts) => texts.map(markIdentifying) };

expose(offered);
