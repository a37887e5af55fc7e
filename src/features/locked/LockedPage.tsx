import { lazy, type ReactNode, Suspense, useCallback, useEffect, useState } from "react";
import type { Clock } from "#base/Clock.ts";
import type { Random } from "#base/Random.ts";
import type { Result } from "#base/Result.ts";
import type { JournalId } from "#core/identifiers.ts";
import type { Cover } from "#core/journal/Cover.ts";
import type { Door, ShownJournal, StorageFailure } from "#core/journal/Door.ts";
import * as m from "#messages";
import { storageFailureText } from "#notebook/keys/unlockFailureText.ts";
import { Button } from "#ui/Button.tsx";
import { Notice } from "#ui/Notice.tsx";
import { ChooseJournal } from "./ChooseJournal.tsx";
import { FindHidden } from "./FindHidden.tsx";
import { firstFreeCover } from "./firstFreeCover.ts";
import { UnlockJournal } from "./UnlockJournal.tsx";

const loadStart = () => import("./StartJournal.tsx");
const StartJournal = lazy(async () => ({ default: (await loadStart()).StartJournal }));
const RestoreJournal = lazy(async () => ({
  default: (await import("./RestoreJournal.tsx")).RestoreJournal,
}));

type Screen =
  | { readonly type: "choose"; readonly isFirst: boolean }
  | { readonly type: "hidden" }
  | { readonly type: "unlock"; readonly id: JournalId; readonly cover: Cover | null }
  | { readonly type: "start" }
  | { readonly type: "restore" };

/**
 * "Choose your journal": everything there is before a journal is open. `onTrying` is called when a
 * key is being tried, so that the rest of the app can be fetched meanwhile; `onOpened` when the
 * vault is open, and settles once the journal is on screen.
 */
export function LockedPage({
  door,
  clock,
  random,
  notices = null,
  onTrying,
  onOpened,
}: {
  readonly door: Door;
  readonly clock: Clock;
  readonly random: Random;
  readonly notices?: ReactNode;
  readonly onTrying: () => void;
  readonly onOpened: (id: JournalId) => Promise<void>;
}) {
  const [screen, setScreen] = useState<Screen>({ type: "choose", isFirst: true });
  const [known, setKnown] = useState<Result<readonly ShownJournal[], StorageFailure> | null>(null);
  const look = useCallback(async () => setKnown(await door.journals()), [door]);
  useEffect(() => {
    document.title = m.common_app_name();
    void look();
  }, [look]);
  const back = () => setScreen({ type: "choose", isFirst: false });
  const journals = known?.ok ? known.value : [];

  switch (screen.type) {
    case "choose":
      if (known === null) return null;
      return (
        <ChooseJournal
          journals={journals}
          isFirst={screen.isFirst}
          notices={
            <>
              {!known.ok && (
                <Notice
                  tone="danger"
                  actions={
                    <Button variant="outline" onPress={() => void look()}>
                      {m.common_try_again()}
                    </Button>
                  }
                >
                  {storageFailureText(known.error)}
                </Notice>
              )}
              {notices}
            </>
          }
          onChoose={({ id, cover }) => setScreen({ type: "unlock", id, cover })}
          onHidden={() => setScreen({ type: "hidden" })}
          onStart={() => setScreen({ type: "start" })}
          onRestore={() => setScreen({ type: "restore" })}
        />
      );
    case "hidden":
      return (
        <FindHidden
          door={door}
          onFound={(id) => setScreen({ type: "unlock", id, cover: null })}
          onBack={back}
        />
      );
    case "unlock":
      return (
        <UnlockJournal
          door={door}
          clock={clock}
          random={random}
          id={screen.id}
          cover={screen.cover}
          onTrying={onTrying}
          onOpened={onOpened}
          onBack={back}
        />
      );
    case "start":
      return (
        <Suspense>
          <StartJournal
            door={door}
            random={random}
            firstCover={firstFreeCover(journals)}
            onTrying={onTrying}
            onOpened={onOpened}
            onBack={back}
          />
        </Suspense>
      );
    case "restore":
      return (
        <Suspense>
          <RestoreJournal
            door={door}
            firstCover={firstFreeCover(journals)}
            onTrying={onTrying}
            onOpened={onOpened}
            onBack={back}
          />
        </Suspense>
      );
  }
}
