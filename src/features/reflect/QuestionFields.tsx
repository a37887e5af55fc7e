import { ArrowDown, ArrowUp, Trash2 } from "lucide-react";
import type { ModelPart } from "#core/reflection/ReflectiveModel.ts";
import * as m from "#messages";
import { Button } from "#ui/Button.tsx";
import { TextField } from "#ui/TextField.tsx";
import "./QuestionFields.css";

/** One question of a model being made: its words, and buttons for its place. */
export function QuestionFields({
  part,
  at,
  count,
  onChange,
  onMove,
  onRemove,
}: {
  readonly part: ModelPart;
  /** Its place from 0, among `count`. */
  readonly at: number;
  readonly count: number;
  readonly onChange: (part: ModelPart) => void;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
}) {
  const number = at + 1;
  return (
    <li className="question">
      <fieldset className="question__fields">
        <legend className="question__number">{m.reflect_question({ number })}</legend>
        <TextField
          label={m.reflect_question_title()}
          value={part.title}
          voice="own"
          onChange={(title) => onChange({ ...part, title })}
        />
        <TextField
          label={m.reflect_question_prompt()}
          value={part.prompt}
          voice="own"
          isMultiline
          onChange={(prompt) => onChange({ ...part, prompt })}
        />
      </fieldset>
      <div className="question__actions">
        <Button
          variant="quiet"
          icon={ArrowUp}
          isDisabled={at === 0}
          aria-label={m.reflect_question_up({ number })}
          onPress={() => onMove(at - 1)}
        >
          {m.reflect_up()}
        </Button>
        <Button
          variant="quiet"
          icon={ArrowDown}
          isDisabled={at === count - 1}
          aria-label={m.reflect_question_down({ number })}
          onPress={() => onMove(at + 1)}
        >
          {m.reflect_down()}
        </Button>
        <Button
          variant="quiet"
          icon={Trash2}
          aria-label={m.reflect_question_remove({ number })}
          onPress={onRemove}
        >
          {m.reflect_remove()}
        </Button>
      </div>
    </li>
  );
}
