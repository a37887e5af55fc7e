import { HandHeart, Plus } from "lucide-react";
import { useState } from "react";
import type { Supporter } from "#core/proposal/Proposal.ts";
import * as m from "#messages";
import { SupporterDialog } from "./SupporterDialog.tsx";
import "#ui/Chip.css";
import "./Supporters.css";

/** A supporter in a few words: who, and what they bring. */
const inShort = ({ who, brings }: Supporter): string =>
  [who.trim() === "" ? m.proposals_supporter_unnamed() : who.trim(), brings.trim()]
    .filter((words) => words !== "")
    .join(" · ");

/** Who could help, as a row of people to change and a way to add one. */
export function Supporters({
  supporters,
  me,
  newId,
  onChange,
}: {
  readonly supporters: readonly Supporter[];
  /** What this person is called where others read it; null in a journal, which is read by nobody else. */
  readonly me: string | null;
  readonly newId: () => string;
  readonly onChange: (supporters: readonly Supporter[]) => void;
}) {
  const [open, setOpen] = useState<Supporter | null>(null);
  const isNoneOfThem = me !== null && !supporters.some(({ who }) => who.trim() === me);
  const isNew = open !== null && !supporters.some((each) => each.id === open.id);
  return (
    <>
      <ul className="chip-row supporters" aria-label={m.proposals_supporters()}>
        {supporters.map((supporter) => (
          <li key={supporter.id}>
            <button
              type="button"
              className="chip chip--soft supporters__one"
              aria-label={m.proposals_supporter_edit({ who: inShort(supporter) })}
              onClick={() => setOpen(supporter)}
            >
              {inShort(supporter)}
            </button>
          </li>
        ))}
        {isNoneOfThem && (
          <li>
            <button
              type="button"
              className="chip"
              onClick={() => setOpen({ id: newId(), who: me, part: "supporter", brings: "" })}
            >
              <HandHeart size={20} strokeWidth={1.75} aria-hidden />
              {m.proposals_supporter_me()}
            </button>
          </li>
        )}
        <li>
          <button
            type="button"
            className="chip"
            aria-label={m.proposals_supporter_add_long()}
            onClick={() => setOpen({ id: newId(), who: "", part: "supporter", brings: "" })}
          >
            <Plus size={20} strokeWidth={1.75} aria-hidden />
            {m.proposals_supporter_add()}
          </button>
        </li>
      </ul>
      {open && (
        <SupporterDialog
          key={open.id}
          supporter={open}
          isNew={isNew}
          onClose={() => setOpen(null)}
          onSave={(saved) => {
            onChange(
              isNew
                ? [...supporters, saved]
                : supporters.map((each) => (each.id === saved.id ? saved : each)),
            );
            setOpen(null);
          }}
          onRemove={() => {
            onChange(supporters.filter((each) => each.id !== open.id));
            setOpen(null);
          }}
        />
      )}
    </>
  );
}
