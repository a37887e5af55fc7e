import { expose } from "comlink";
import { instant } from "#base/Clock.ts";
import { createExchange } from "#exchange/createExchange.ts";

expose(
  createExchange(
    { bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) },
    { now: () => instant(Date.now()) },
  ),
);
