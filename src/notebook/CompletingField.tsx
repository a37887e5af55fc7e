import { type KeyboardEvent, useDeferredValue, useId } from "react";
import { ComboBox } from "react-aria-components/ComboBox";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { Text } from "react-aria-components/Text";
import * as m from "#messages";
import { useReading } from "./useReading.ts";
import type { Workspace } from "./Workspace.ts";
import "#ui/Field.css";
import "#ui/Menu.css";

/** The most words offered at once. */
const most = 8;

interface CompletingFieldProps {
  readonly workspace: Workspace;
  readonly field: "tags" | "setting" | "roles";
  readonly label: string;
  readonly description?: string;
  readonly value: string;
  readonly onChange: (typed: string) => void;
  /** A word from the list was chosen. */
  readonly onChoose: (word: string) => void;
  /** Enter or a comma with no word of the list in hand. */
  readonly onEnter?: () => void;
  readonly onBlur?: () => void;
  /** Words not to offer. */
  readonly without?: readonly string[];
}

/** A one-line field that offers words written before, most used first; anything else may be typed. */
export function CompletingField(props: CompletingFieldProps) {
  const { workspace, field, value, onChange, onChoose, onEnter, without = [] } = props;
  const typed = useDeferredValue(value);
  const descriptionId = useId();
  const known = useReading(
    workspace,
    ["complete", field, typed],
    (reader) => reader.complete(field, typed),
    { keepLast: true },
  );
  const items = (known.data ?? [])
    .filter((word) => !without.includes(word) && word !== value)
    .slice(0, most)
    .map((word) => ({ id: word }));
  const enter = (event: KeyboardEvent<HTMLDivElement>) => {
    if (!onEnter || (event.key !== "Enter" && event.key !== ",")) return;
    if (event.target instanceof Element && event.target.hasAttribute("aria-activedescendant"))
      return;
    if (event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    onEnter();
  };
  return (
    <div onKeyDownCapture={enter}>
      <ComboBox
        className="field"
        items={items}
        defaultFilter={() => true}
        inputValue={value}
        onInputChange={onChange}
        value={null}
        onChange={(word) => {
          if (typeof word === "string") onChoose(word);
        }}
        onBlur={() => props.onBlur?.()}
        allowsCustomValue
        menuTrigger="input"
      >
        <Label className="field__label">{props.label}</Label>
        {props.description && (
          <Text slot="description" className="field__description" id={descriptionId}>
            {props.description}
          </Text>
        )}
        <Input className="field__box" autoCapitalize="none" />
        <Popover className="menu" isNonModal>
          <ListBox className="menu__items" aria-label={m.notebook_suggestions()}>
            {(item: { readonly id: string }) => (
              <ListBoxItem className="menu__item" textValue={item.id}>
                {item.id}
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
    </div>
  );
}
