import { Component, type ReactNode } from "react";
import * as m from "#messages";
import { Button } from "#ui/Button.tsx";
import { Notice } from "#ui/Notice.tsx";

/** Part of the app could not start or has stopped: what is safe, and the way on. */
export function FailureNotice() {
  return (
    <Notice
      tone="danger"
      actions={
        <Button variant="outline" onPress={() => window.location.reload()}>
          {m.shell_reload()}
        </Button>
      }
    >
      {m.shell_worker_failed()}
    </Notice>
  );
}

/** The last resort: whatever breaks outside a place leaves a notice instead of an empty page. */
export class RootBoundary extends Component<
  { readonly children: ReactNode },
  { readonly isBroken: boolean }
> {
  override state = { isBroken: false };

  static getDerivedStateFromError(): { readonly isBroken: boolean } {
    return { isBroken: true };
  }

  override render(): ReactNode {
    return this.state.isBroken ? <FailureNotice /> : this.props.children;
  }
}
