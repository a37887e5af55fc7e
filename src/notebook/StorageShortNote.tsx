import { useEffect, useState } from "react";
import * as m from "#messages";
import { Notice } from "#ui/Notice.tsx";
import { lookAtStorage } from "./storageFacts.ts";

/** Says that the device is running out of room, before keeping fails; nothing where there is enough. */
export function StorageShortNote() {
  const [isShort, setShort] = useState(false);
  useEffect(() => {
    // Where the browser says nothing there is nothing to say.
    lookAtStorage().then(
      (facts) => setShort(facts?.isShort === true),
      () => undefined,
    );
  }, []);
  return isShort ? <Notice>{m.notebook_storage_short()}</Notice> : null;
}
