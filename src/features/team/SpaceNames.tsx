import { type FormEvent, useState } from "react";
import type { Space } from "#core/space/Spaces.ts";
import * as m from "#messages";
import { Button } from "#ui/Button.tsx";
import { TextField } from "#ui/TextField.tsx";
import { longestName } from "./longestName.ts";

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
      {mayRename && (
        <TextField
          label={m.team_name()}
          description={m.team_name_help()}
          value={name}
          onChange={setName}
          maxLength={longestName}
        />
      )}
      <TextField
        label={m.team_my_name()}
        description={m.team_my_name_help()}
        value={mine}
        onChange={setMine}
        maxLength={longestName}
      />
      <Button type="submit">{m.team_names_save()}</Button>
    </form>
  );
}
