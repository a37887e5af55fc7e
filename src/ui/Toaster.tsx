import { Undo2 } from "lucide-react";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import * as m from "#messages";
import { Button } from "./Button.tsx";
import { useToasterPlace } from "./toasterPlace.ts";
import { currentToasts, dismissToast, onToasts, type Toast } from "./toasts.ts";
import "./Toaster.css";

/** Milliseconds: long enough to read; with Undo, long enough to reach for. What it undoes stays undoable elsewhere. */
const shownFor = { plain: 6000, withUndo: 12_000 } as const;

function ToastLine({ toast }: { readonly toast: Toast }) {
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    if (isHeld) return;
    const shown = toast.undo ? shownFor.withUndo : shownFor.plain;
    const timer = setTimeout(() => dismissToast(toast.key), shown);
    return () => clearTimeout(timer);
  }, [toast, isHeld]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hovering or focusing only keeps the message longer
    <div
      className="toast"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span>{toast.text}</span>
      {toast.undo && (
        <Button
          variant="quiet"
          icon={Undo2}
          onPress={() => {
            dismissToast(toast.key);
            toast.undo?.();
          }}
        >
          {m.common_undo()}
        </Button>
      )}
      <Button variant="quiet" onPress={() => dismissToast(toast.key)}>
        {m.common_dismiss()}
      </Button>
    </div>
  );
}

/** Where messages of `notify` appear; mounted once, by the shell. */
export function Toaster() {
  const toasts = useSyncExternalStore(onToasts, currentToasts);
  const place = useRef<HTMLDivElement>(null);
  useToasterPlace(place, toasts.length > 0);
  return (
    <div ref={place} className="toaster" role="status">
      {toasts.map((toast) => (
        <ToastLine key={toast.key} toast={toast} />
      ))}
    </div>
  );
}
