import { useState } from "react";
import type { ThemeId } from "#core/identifiers.ts";
import type { ThemeLine } from "#core/journal/Reader.ts";
import * as m from "#messages";
import { Button } from "#ui/Button.tsx";
import { Dialog } from "#ui/Dialog.tsx";
import { RadioField } from "#ui/RadioField.tsx";
import { themeLineText, themeName } from "./themeName.ts";

/** Chooses the theme that is the same thing as this one. */
export function JoinThemes({
  others,
  now,
  onJoin,
  onClose,
}: {
  readonly others: readonly ThemeLine[];
  readonly now: number;
  readonly onJoin: (other: ThemeId) => void;
  readonly onClose: () => void;
}) {
  const [chosen, setChosen] = useState<ThemeId | "">("");
  return (
    <Dialog
      isOpen
      title={m.themes_join_title()}
      onClose={onClose}
      actions={
        others.length > 0 && (
          <Button
            variant="main"
            isDisabled={chosen === ""}
            onPress={() => chosen !== "" && onJoin(chosen)}
          >
            {m.themes_join_do()}
          </Button>
        )
      }
    >
      {others.length === 0 ? (
        <p>{m.themes_join_none()}</p>
      ) : (
        <>
          <p>{m.themes_join_about()}</p>
          <RadioField<ThemeId | "">
            label={m.themes_join_which()}
            items={others.map((theme) => ({
              id: theme.id,
              label: themeName(theme),
              description: themeLineText(theme, now),
            }))}
            value={chosen}
            onChange={setChosen}
          />
        </>
      )}
    </Dialog>
  );
}
