import { Copy } from "lucide-react";
import { useState } from "react";
import type { Voice } from "#core/space/ReceivedRecord.ts";
import * as m from "#messages";
import { IdentityReviewView } from "#notebook/identityCheck/IdentityReviewView.tsx";
import { useBeforeLeaving } from "#notebook/identityCheck/useBeforeLeaving.tsx";
import { useIdentityReview } from "#notebook/identityCheck/useIdentityReview.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { Button } from "#ui/Button.tsx";

/** What in a voice may identify someone, before words of it are shared on. */
export function QuoteCheck({
  workspace,
  voice,
}: {
  readonly workspace: Workspace;
  readonly voice: Voice;
}) {
  const [copied, setCopied] = useState<string | null>(null);
  const review = useIdentityReview(workspace.identity, [
    { id: voice.id, label: m.voices_one(), text: voice.text },
  ]);
  const { leave, question } = useBeforeLeaving(review);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(review.texts[0]?.text ?? voice.text);
      setCopied(m.voices_check_copied());
    } catch {
      setCopied(m.voices_check_not_copied());
    }
  };
  return (
    <section className="space-part" aria-labelledby="before-quoting">
      <h2 id="before-quoting">{m.voices_check()}</h2>
      <p>{m.voices_check_help()}</p>
      <IdentityReviewView review={review} />
      {question}
      <div className="team-ways">
        <Button
          icon={Copy}
          isPending={review.state === "checking"}
          onPress={() => leave(() => void copy())}
        >
          {m.voices_check_copy()}
        </Button>
      </div>
      <p role="status">{copied}</p>
    </section>
  );
}
