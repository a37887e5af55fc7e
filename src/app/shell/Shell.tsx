import { useEffect } from "react";
import { Outlet, ScrollRestoration } from "react-router";
import * as m from "#messages";
import { mostSharedMinutes, useSharedDevice } from "#notebook/sharedDevice.ts";
import { useReading } from "#notebook/useReading.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import type { Lock } from "../lock/createLock.ts";
import { LockGuard } from "../lock/LockGuard.tsx";
import type { TabLine } from "../lock/TabNews.ts";
import { useLockNow } from "../lock/useLockNow.tsx";
import { PlaceNav } from "./PlaceNav.tsx";
import { UpdateNotice } from "./UpdateNotice.tsx";
import { useFocusOnArrival } from "./useFocusOnArrival.ts";
import "./Shell.css";

/** Idle minutes until the journal's own choice is known (domain.md section 5). */
const defaultLockMinutes = 2;

/** Alt+Shift+L, whatever the keyboard's layout makes of it. */
const isLockShortcut = (event: KeyboardEvent) =>
  event.altKey && event.shiftKey && event.code === "KeyL";

/** What places may ask of the shell around them. */
export interface ShellActs {
  /** Locks by a person's own press: asks first where words could not be kept. */
  readonly lockNow: () => Promise<void>;
}

/** What stands around every place of an open journal. */
export function Shell({
  workspace,
  lock,
  tabs,
}: {
  readonly workspace: Workspace;
  readonly lock: Lock;
  readonly tabs: TabLine;
}) {
  useFocusOnArrival();
  const isShared = useSharedDevice();
  const preferences = useReading(workspace, ["preferences"], (reader, since) =>
    reader.preferences(since),
  );
  const chosenMinutes = preferences.data?.lockMinutes ?? defaultLockMinutes;
  const { lockNow, question } = useLockNow(lock);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isLockShortcut(event)) void lockNow();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [lockNow]);
  return (
    <div className="shell">
      <a className="shell__skip" href="#place">
        {m.shell_skip()}
      </a>
      <PlaceNav onLock={() => void lockNow()} />
      <main className="shell__main" id="place" tabIndex={-1}>
        <div className="shell__notices">
          <UpdateNotice beforeTaking={lock.saveAll} />
        </div>
        <Outlet context={{ lockNow } satisfies ShellActs} />
      </main>
      <div className="unseen" id="announcements" aria-live="polite" />
      <LockGuard
        lock={lock}
        tabs={tabs}
        clock={workspace.clock}
        idleMinutes={isShared ? Math.min(chosenMinutes, mostSharedMinutes) : chosenMinutes}
      />
      {question}
      <ScrollRestoration />
    </div>
  );
}
