import { useState, useSyncExternalStore } from "react";
import * as m from "#messages";
import { Button } from "#ui/Button.tsx";
import { Notice } from "#ui/Notice.tsx";
import { currentRelease, onRelease } from "../releaseNews.ts";

/** Offers a newer version of the app; never forces it. `beforeTaking` saves what is unsaved, and says whether it could. */
export function UpdateNotice({ beforeTaking }: { readonly beforeTaking: () => Promise<boolean> }) {
  const news = useSyncExternalStore(onRelease, currentRelease);
  const [isLater, setLater] = useState(false);
  const [isTaking, setTaking] = useState(false);
  const [isHeldUp, setHeldUp] = useState(false);
  if (news.type !== "update" || isLater) return null;
  const take = async () => {
    setTaking(true);
    const isSaved = await beforeTaking();
    setHeldUp(!isSaved);
    if (isSaved) await news.take();
    else setTaking(false);
  };
  return (
    <Notice
      actions={
        <>
          <Button variant="outline" isPending={isTaking} onPress={() => void take()}>
            {m.shell_update_now()}
          </Button>
          <Button variant="quiet" onPress={() => setLater(true)}>
            {m.shell_update_later()}
          </Button>
        </>
      }
    >
      {isHeldUp ? m.shell_update_held_up() : m.shell_update_ready()}
    </Notice>
  );
}
