import * as Comlink from "comlink";
import { createVaultWorker } from "./vault/createVaultWorker.ts";

Comlink.expose(createVaultWorker());
