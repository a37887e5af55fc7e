import { useRef } from "react";
import * as m from "#messages";
import { ChipRow } from "#ui/ChipRow.tsx";
import { TextField } from "#ui/TextField.tsx";
import { ToggleChip } from "#ui/ToggleChip.tsx";
import type { Decision } from "./Decision.ts";
import type { ReviewMark } from "./reviewParts.ts";

function Suggested({ mark: { suggested, whole, written } }: { readonly mark: ReviewMark }) {
  if (suggested === null) return <p>{m.identity_no_suggestion()}</p>;
  if (suggested === "")
    return <p>{m.identity_suggestion({ words: m.identity_suggest_leave_out() })}</p>;
  const words = m.identity_quoted({ words: suggested });
  return (
    <p>
      {whole === written
        ? m.identity_suggestion({ words })
        : m.identity_suggestion_for({ words, whole })}
    </p>
  );
}

/** One thing that may identify someone: what it is, why, what could stand instead, and what to do. */
export function MarkChoice({
  mark,
  onDecide,
}: {
  readonly mark: ReviewMark;
  readonly onDecide: (decision: Decision | null) => void;
}) {
  const opensField = useRef(false);
  const { decision, suggested, written } = mark;
  const chip = (type: Decision["type"], next: Decision, words: string) => (
    <ToggleChip
      isSelected={decision?.type === type}
      onChange={(isOn) => {
        opensField.current = isOn && type === "edited";
        onDecide(isOn ? next : null);
      }}
    >
      {words}
    </ToggleChip>
  );
  return (
    <li className="mark-choice">
      <h4 className="mark-choice__what">
        <span className="mark-choice__number">{mark.number}</span>
        <span className="own-words">{m.identity_quoted({ words: written })}</span>
      </h4>
      <p className="mark-choice__why">
        {m.identity_kind({ kind: mark.kind })}. {m.identity_why({ why: mark.why })}
      </p>
      <Suggested mark={mark} />
      <ChipRow role="group" aria-label={m.identity_choose({ words: written })}>
        {suggested !== null && chip("accepted", { type: "accepted" }, m.identity_accept())}
        {chip("edited", { type: "edited", words: suggested || written }, m.identity_edit())}
        {chip("kept", { type: "kept" }, m.identity_keep())}
      </ChipRow>
      {decision?.type === "edited" && (
        <TextField
          label={m.identity_edit_label({ words: mark.whole })}
          description={m.identity_edit_help()}
          voice="own"
          value={decision.words}
          onChange={(words) => onDecide({ type: "edited", words })}
          fieldRef={(field) => {
            if (!opensField.current || field === null) return;
            opensField.current = false;
            field.focus();
            field.select();
          }}
        />
      )}
    </li>
  );
}
