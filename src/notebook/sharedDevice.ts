import { useSyncExternalStore } from "react";

const storageKey = "headroom-shared-device";
/** On a shared device a journal locks after no more idle minutes than this. */
export const mostSharedMinutes = 2;

const listeners = new Set<() => void>();

/** Whether somebody said that others use this device, too. A fact of the device, not of a journal; it is not secret. */
export function isSharedDevice(): boolean {
  try {
    return localStorage.getItem(storageKey) === "yes";
  } catch {
    return false;
  }
}

/** Says so, or that it is one person's own. */
export function setSharedDevice(isShared: boolean): void {
  try {
    if (isShared) localStorage.setItem(storageKey, "yes");
    else localStorage.removeItem(storageKey);
  } catch {
    // Without storage there are no journals either.
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  // Another tab may be where it is said.
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}

/** `isSharedDevice`, up to date in every tab. */
export const useSharedDevice = (): boolean => useSyncExternalStore(subscribe, isSharedDevice);
