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
import type { RestoreStep } from "./RestoreJournal.tsx";
import type { StartStep } from "./StartJournal.tsx";
import { UnlockJournal } from "./UnlockJournal.tsx";
import { stepsWithin, useStepsInHistory } from "./useStepsInHistory.ts";

const loadStart = () => import("./StartJournal.tsx");
const StartJournal = lazy(async () => ({ default: (await loadStart()).StartJournal }));
const RestoreJournal = lazy(async () => ({
  default: (await import("./RestoreJournal.tsx")).RestoreJournal,
}));

type Screen =
  | { readonly type: "choose" }
  | { readonly type: "hidden" }
  | { readonly type: "unlock"; readonly id: JournalId; readonly cover: Cover | null }
  | { readonly type: "start"; readonly step: StartStep }
  | { readonly type: "restore"; readonly step: RestoreStep };

const firstScreen: Screen = { type: "choose" };

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
  onOpened: onUnlocked,
}: {
  readonly door: Door;
  readonly clock: Clock;
  readonly random: Random;
  readonly notices?: ReactNode;
  readonly onTrying: () => void;
  readonly onOpened: (id: JournalId) => Promise<void>;
}) {
  const [screen, steps] = useStepsInHistory<Screen>(firstScreen);
  const [hasLeft, setLeft] = useState(false);
  const [known, setKnown] = useState<Result<readonly ShownJournal[], StorageFailure> | null>(null);
  const look = useCallback(async () => setKnown(await door.journals()), [door]);
  useEffect(() => {
    document.title = m.common_app_name();
    void look();
  }, [look]);
  const onOpened = async (id: JournalId) => {
    await steps.unwind();
    await onUnlocked(id);
  };
  /** From the first screen on: coming back to it is an arrival, and its heading takes the focus. */
  const leaveFor = (next: Screen) => {
    setLeft(true);
    steps.next(next);
  };
  const journals = known?.ok ? known.value : [];

  switch (screen.type) {
    case "choose":
      if (known === null) return null;
      return (
        <ChooseJournal
          journals={journals}
          isFirst={!hasLeft}
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
          onChoose={({ id, cover }) => leaveFor({ type: "unlock", id, cover })}
          onHidden={() => leaveFor({ type: "hidden" })}
          onStart={() => leaveFor({ type: "start", step: "cover" })}
          onRestore={() => leaveFor({ type: "restore", step: "file" })}
        />
      );
    case "hidden":
      return (
        <FindHidden
          door={door}
          onFound={(id) => steps.replace({ type: "unlock", id, cover: null })}
          onBack={steps.back}
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
          onBack={steps.back}
        />
      );
    case "start":
      return (
        <Suspense>
          <StartJournal
            door={door}
            random={random}
            firstCover={firstFreeCover(journals)}
            step={screen.step}
            steps={stepsWithin(steps, (step): Screen => ({ type: "start", step }))}
            onTrying={onTrying}
            onOpened={onOpened}
          />
        </Suspense>
      );
    case "restore":
      return (
        <Suspense>
          <RestoreJournal
            door={door}
            firstCover={firstFreeCover(journals)}
            step={screen.step}
            steps={stepsWithin(steps, (step): Screen => ({ type: "restore", step }))}
            onTrying={onTrying}
            onOpened={onOpened}
          />
        </Suspense>
      );
  }
}
