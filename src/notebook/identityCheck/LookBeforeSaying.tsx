import { Send } from "lucide-react";
import { useEffect, useRef } from "react";
import * as m from "#messages";
import { Button } from "#ui/Button.tsx";
import type { Workspace } from "../Workspace.ts";
import { IdentityReviewView } from "./IdentityReviewView.tsx";
import { useIdentityReview } from "./useIdentityReview.ts";
import "./LookBeforeSaying.css";

/**
 * What in words about to be said may identify someone, with a way on that is never shut: as they
 * stand, or as decided. Takes the focus, so that a second press on what was there does not send them.
 */
export function LookBeforeSaying({
  workspace,
  label,
  text,
  known,
  action,
  onSay,
}: {
  readonly workspace: Workspace;
  /** What the words answer. */
  readonly label: string;
  readonly text: string;
  /** Names known to all who will read them. */
  readonly known: readonly string[];
  readonly action: string;
  /** Called with the words as decided. */
  readonly onSay: (text: string) => void;
}) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  const review = useIdentityReview(workspace.identity, [{ id: "say", label, text }], known);
  const isShown = review.state !== "checking";
  useEffect(() => {
    // From its heading on: what is to be decided stands below that, and a bar may cover the foot.
    if (isShown) place.current?.scrollIntoView({ block: "start" });
  }, [isShown]);
  const leaving = (review.texts[0]?.text ?? text).trim();
  return (
    <div className="look">
      <div ref={place} tabIndex={-1}>
        <IdentityReviewView review={review} about={m.identity_not_said()} />
      </div>
      <div className="look__on">
        <Button
          icon={Send}
          isDisabled={leaving === ""}
          isPending={review.state === "checking"}
          onPress={() => onSay(leaving)}
        >
          {leaving === text ? m.identity_say_as_it_is({ action }) : m.identity_say_so({ action })}
        </Button>
      </div>
    </div>
  );
}
