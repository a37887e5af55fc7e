import * as Comlink from "comlink";
import { createVoiceDoor } from "./vault/spaces/voices/createVoiceDoor.ts";
import { webTransport } from "./vault/spaces/webTransport.ts";

/** The door for voices in its own thread: it holds no keys and opens no journal. */
Comlink.expose(createVoiceDoor(webTransport));
