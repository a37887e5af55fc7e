import { X } from "lucide-react";
import { type ReactNode, useId, useLayoutEffect, useRef } from "react";
import * as m from "#messages";
import { Button } from "./Button.tsx";
import "./Dialog.css";

interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  /** Escape, Close, and the device's back gesture where it has one. */
  readonly onClose: () => void;
  readonly children?: ReactNode;
  /** Buttons, the main one last. */
  readonly actions?: ReactNode;
  /** The person has to choose one of the actions: no Close. */
  readonly mustChoose?: boolean;
}

function OpenDialog({ title, onClose, children, actions, mustChoose = false }: DialogProps) {
  const id = useId();
  const element = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = element.current;
    dialog?.showModal();
    // The browser gives the focus to the first button; React's autoFocus came too early to count.
    dialog?.querySelector<HTMLElement>("[data-autofocus]")?.focus();
    // Closing before the element goes gives the focus back to what opened it.
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={element}
      className="dialog"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        if (!mustChoose) onClose();
      }}
    >
      <div className="dialog__head">
        <h2 className="dialog__title" id={id}>
          {title}
        </h2>
        {!mustChoose && (
          <Button variant="quiet" icon={X} onPress={onClose}>
            {m.common_close()}
          </Button>
        )}
      </div>
      {children && <div className="dialog__body">{children}</div>}
      {actions && <div className="dialog__actions">{actions}</div>}
    </dialog>
  );
}

/** A question or a small task over the page, in the browser's own modal dialog. */
export function Dialog(props: DialogProps) {
  return props.isOpen ? <OpenDialog {...props} /> : null;
}
