import { ShieldCheck } from "lucide-react";
import { type ReactNode, useRef, useState } from "react";
import type { CheckedText } from "#core/identity/CheckedText.ts";
import { type PartKey, proposalFields } from "#core/proposal/proposalParts.ts";
import * as m from "#messages";
import { IdentityReviewView } from "#notebook/identityCheck/IdentityReviewView.tsx";
import { IdentitySummary } from "#notebook/identityCheck/IdentitySummary.tsx";
import { useIdentityReview } from "#notebook/identityCheck/useIdentityReview.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { Button } from "#ui/Button.tsx";
import { Dialog } from "#ui/Dialog.tsx";
import "./SharePage.css";

type Place = PartKey | "title";

/** Under which question of the proposal a text of it stands, by its id (`proposalTexts`). */
function placeOf(id: string): Place {
  if (id === "title" || id === "problem" || id === "idea") return id;
  return proposalFields.find(({ key }) => key === id)?.part ?? "people";
}

/**
 * While somebody writes what all of a team reads as it is written: a quiet line under a question where
 * something in its answer may identify someone, and a way to look at it and reword it. `known`: what the team's members are called. It never blocks.
 */
export function useIdentityHints(
  workspace: Workspace,
  texts: readonly CheckedText[],
  known: readonly string[],
  onReword: (from: readonly CheckedText[], to: readonly CheckedText[]) => void,
): { readonly hint: (...places: readonly Place[]) => ReactNode; readonly dialog: ReactNode } {
  const [isLooking, setLooking] = useState(false);
  const now = useIdentityReview(workspace.identity, texts, known);
  // While words are being looked at, what was said of them before stands: a line that came and went would disturb.
  const last = useRef(now);
  if (now.state !== "checking") last.current = now;
  const review = last.current;
  const hint = (...places: readonly Place[]) => {
    const parts = review.parts.filter(({ text }) => places.includes(placeOf(text.id)));
    const marks = parts.flatMap((part) => part.marks);
    const isOpen = marks.some(({ decision }) => decision === null);
    return (
      <div role="status">
        {isOpen && (
          <div className="identity-hint">
            <ShieldCheck size={20} strokeWidth={1.75} aria-hidden />
            <IdentitySummary review={{ ...review, parts, count: marks.length }} />
            <Button variant="quiet" onPress={() => setLooking(true)}>
              {m.sharing_hint_look()}
            </Button>
          </div>
        )}
      </div>
    );
  };
  const dialog = isLooking && (
    <Dialog
      isOpen
      title={m.sharing_hint_title()}
      onClose={() => setLooking(false)}
      actions={
        <Button
          variant="main"
          isPending={now.state === "checking"}
          onPress={() => {
            setLooking(false);
            onReword(texts, now.texts);
          }}
        >
          {m.sharing_hint_put()}
        </Button>
      }
    >
      <p>{m.sharing_hint_says()}</p>
      <IdentityReviewView review={now} />
    </Dialog>
  );
  return { hint, dialog };
}
