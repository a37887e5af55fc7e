import type { EntryPart } from "#core/entry/Entry.ts";
import { freePage } from "#core/reflection/builtInModels.ts";
import type { ModelShape } from "#core/reflection/ModelShape.ts";
import { partsFor } from "#core/reflection/switchModel.ts";
import * as m from "#messages";
import type { Models } from "./useModels.ts";
import { WritingField } from "./WritingField.tsx";

/** The fields of a model in order, then whatever was written under questions it does not have. */
export function PartFields({
  parts,
  shape,
  models,
  isReadOnly,
  onChange,
  onDone,
  firstRef,
}: {
  readonly parts: readonly EntryPart[];
  /** Null where the model is not known: the parts are shown as they are stored. */
  readonly shape: ModelShape | null;
  readonly models: Models;
  readonly isReadOnly: boolean;
  readonly onChange: (part: EntryPart, text: string) => void;
  readonly onDone: () => void;
  readonly firstRef: (element: HTMLTextAreaElement | null) => void;
}) {
  const shown = shape ? partsFor(parts, shape) : parts;
  const isFree = shape?.id === freePage.id;
  return shown.map((part, at) => {
    const isOwn = shape?.parts.some((known) => known.part === part.part) ?? true;
    const words = models.wordsOf(part);
    const isBare = isFree && isOwn;
    return (
      <WritingField
        key={part.part}
        label={words.title || m.notebook_what_noticed()}
        isLabelHidden={isBare}
        {...(isBare
          ? { placeholder: m.notebook_what_noticed() }
          : { description: isOwn ? words.prompt : m.notebook_from_another_model() })}
        value={part.text}
        isReadOnly={isReadOnly}
        onChange={(text) => onChange(part, text)}
        onDone={onDone}
        {...(at === 0 ? { fieldRef: firstRef } : {})}
      />
    );
  });
}
