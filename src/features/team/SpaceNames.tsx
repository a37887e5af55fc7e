import { type FormEvent, useState } from "react";
import type { Space } from "#core/space/Spaces.ts";
import * as m from "#messages";
import { Button } from "#ui/Button.tsx";
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
  const [name, setName] = useState(space.name);
  const [mine, setMine] = useState(myName);
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (mayRename && name.trim() && name.trim() !== space.name) void onRename(name.trim());
    if (mine.trim() && mine.trim() !== myName) void onNameMe(mine.trim());
  };
  return (
    <form className="people-part" onSubmit={save} aria-labelledby="names">
      <h2 id="names">{m.team_names()}</h2>
      {mayRename && <NameField of="space" value={name} onChange={setName} />}
      <NameField of="me" value={mine} onChange={setMine} />
      <Button type="submit">{m.team_names_save()}</Button>
    </form>
  );
}
