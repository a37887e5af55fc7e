import { useQuery } from "@tanstack/react-query";
import { useEffect, useId, useRef } from "react";
import type { EntryId } from "#core/identifiers.ts";
import type { Mark } from "#core/journal/Vault.ts";
import * as m from "#messages";
import { announce } from "#ui/announce.ts";
import { Button } from "#ui/Button.tsx";
import { ReminderCard } from "./ReminderCard.tsx";
import { useNextTab } from "./useNextTab.ts";
import type { Workspace } from "./Workspace.ts";
import "./Reminders.css";

const focusComposer = () =>
  document.querySelector<HTMLTextAreaElement>(".composer textarea")?.focus();

/** Reminders shown at a time. */
const atMost = 3;

/**
 * "Does this remind you of …?": up to three earlier entries after Keep. Shows nothing where there is
 * none or the person has switched it off; leaving it unanswered changes nothing.
 */
export function Reminders({
  workspace,
  entry,
  since,
  onClose,
}: {
  readonly workspace: Workspace;
  /** The entry just kept, and the write that kept it. */
  readonly entry: EntryId;
  readonly since: Mark;
  readonly onClose: () => void;
}) {
  const id = useId();
  // Asked once: what is on screen must not change under the finger that answers it.
  const asked = useQuery({
    queryKey: ["reminders", entry, since],
    queryFn: () => workspace.reader.reminders(entry, since),
  });
  const reminders = asked.data ?? [];
  const count = Math.min(reminders.length, atMost);
  const place = useRef<HTMLElement>(null);
  useNextTab(place, count > 0);
  useEffect(() => {
    if (count === 0) return;
    announce(m.notebook_reminds_announced({ count }));
    return () => announce("");
  }, [count]);
  if (count === 0) return null;
  return (
    <section ref={place} className="reminders" aria-labelledby={id}>
      <div className="reminders__head">
        <h2 id={id}>{m.notebook_reminds_title()}</h2>
        <Button
          variant="quiet"
          onPress={() => {
            // The button goes with the rest; a finger must not bring up the keyboard, though.
            if (place.current?.querySelector(":focus-visible")) focusComposer();
            onClose();
          }}
        >
          {m.notebook_close_reminders()}
        </Button>
      </div>
      <p className="reminders__help">{m.notebook_reminds_help()}</p>
      <ul className="reminders__list">
        {reminders.slice(0, atMost).map((reminder) => (
          <ReminderCard
            key={reminder.line.id}
            workspace={workspace}
            entry={entry}
            reminder={reminder}
          />
        ))}
      </ul>
    </section>
  );
}
