import { X } from "lucide-react";
import { useState } from "react";
import { addWord } from "#core/entry/addWord.ts";
import * as m from "#messages";
import { useHeldDuringPress } from "#ui/useHeldDuringPress.ts";
import { CompletingField } from "./CompletingField.tsx";
import type { Workspace } from "./Workspace.ts";
import "./WordsField.css";

/** A list of short words (tags, roles): each in a pill that can be removed, more by typing or choosing. */
export function WordsField({
  workspace,
  field,
  label,
  description,
  words,
  onChange,
}: {
  readonly workspace: Workspace;
  readonly field: "tags" | "roles";
  readonly label: string;
  readonly description: string;
  readonly words: readonly string[];
  readonly onChange: (words: readonly string[]) => void;
}) {
  const [typed, setTyped] = useState("");
  const { held, hold } = useHeldDuringPress(words);
  const add = (word: string) => {
    const next = addWord(words, word);
    if (next !== words) onChange(next);
    setTyped("");
  };
  return (
    <div className="words">
      <CompletingField
        workspace={workspace}
        field={field}
        label={label}
        description={description}
        value={typed}
        onChange={setTyped}
        onChoose={add}
        onEnter={() => add(typed)}
        onBlur={() => {
          hold();
          add(typed);
        }}
        without={words}
      />
      {held.length > 0 && (
        <ul className="words__list" aria-label={label}>
          {held.map((word) => (
            <li key={word}>
              <button
                type="button"
                className="words__word"
                aria-label={m.notebook_remove_word({ word })}
                onClick={() => onChange(words.filter((other) => other !== word))}
              >
                {word}
                <X size={20} strokeWidth={1.75} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
