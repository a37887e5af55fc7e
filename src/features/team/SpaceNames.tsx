import { type FormEvent, useState } from "react";
import type { Space } from "#core/space/Space.ts";
import * as m from "#messages";
import { Button } from "#ui/Button.tsx";
import { notify } from "#ui/toasts.ts";
import { NameField } from "./NameField.tsx";

/** What the team is called, and what one is called in it. */
export function SpaceNames({
  space,
  myName,
  mayRename,
  onRename,
  onNameMe,
}: {
  readonly space: Space;
  readonly myName: string;
  readonly mayRename: boolean;
  readonly onRename: (name: string) => Promise<boolean>;
  readonly onNameMe: (name: string) => Promise<boolean>;
}) {
  // Null while it was not changed here: what others call the space meanwhile is shown then.
  const [newName, setName] = useState<string | null>(null);
  const [newMine, setMine] = useState<string | null>(null);
  const name = newName ?? space.name;
  const mine = newMine ?? myName;
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const renames = mayRename && name.trim() !== "" && name.trim() !== space.name;
    // One after the other: what the first could not keep stays told.
    if (renames && !(await onRename(name.trim()))) return;
    const namesMe = mine.trim() !== "" && mine.trim() !== myName;
    if (namesMe && !(await onNameMe(mine.trim()))) return;
    setName(null);
    setMine(null);
    if (renames || namesMe) notify({ text: m.team_names_kept() });
  };
  return (
    <form className="people-part" onSubmit={(event) => void save(event)} aria-labelledby="names">
      <h2 id="names">{m.team_names()}</h2>
      {mayRename && <NameField of="space" value={name} onChange={setName} />}
      <NameField of="me" value={mine} onChange={setMine} />
      <Button type="submit">{m.team_names_save()}</Button>
    </form>
  );
}
