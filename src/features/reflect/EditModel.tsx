import { Plus, Trash2 } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { newId } from "#base/newId.ts";
import type { ModelId } from "#core/identifiers.ts";
import type { Basis } from "#core/journal/Vault.ts";
import { builtInModels, freePage } from "#core/reflection/builtInModels.ts";
import { moveModelPart } from "#core/reflection/moveModelPart.ts";
import type { ModelPart, OwnModel } from "#core/reflection/ReflectiveModel.ts";
import * as m from "#messages";
import { builtInWords } from "#notebook/builtInWords.ts";
import { builtInName } from "#notebook/useModels.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { announce } from "#ui/announce.ts";
import { Button } from "#ui/Button.tsx";
import { Notice } from "#ui/Notice.tsx";
import { PageHeader } from "#ui/PageHeader.tsx";
import { SelectField } from "#ui/SelectField.tsx";
import { TextField } from "#ui/TextField.tsx";
import { notify } from "#ui/toasts.ts";
import { QuestionFields } from "./QuestionFields.tsx";
import { saveModel } from "./saveModel.ts";
import "./EditModel.css";

const nothing = "nothing";

/** The questions of a built-in model as the beginning of one of the person's own. */
const copied = (from: string, part: () => string): readonly ModelPart[] => {
  const model = builtInModels.find((one) => one.id === from);
  const words = model && builtInWords[model.key];
  return (model?.parts ?? []).map((key) => ({
    part: part(),
    title: words?.parts[key]?.title() ?? "",
    prompt: words?.parts[key]?.prompt() ?? "",
  }));
};

const isAsked = (part: ModelPart) => part.title.trim() !== "" || part.prompt.trim() !== "";

/** The name and the questions of a model: add, word, put in order, remove; kept when asked. */
export function EditModel({
  workspace,
  opened,
}: {
  readonly workspace: Workspace;
  /** Null makes a new one. */
  readonly opened: { readonly record: OwnModel; readonly basis: Basis } | null;
}) {
  const navigate = useNavigate();
  const [id] = useState(() => opened?.record.id ?? (newId(workspace.random) as ModelId));
  const newPart = () => `${id}.${newId(workspace.random)}`;
  const [name, setName] = useState(opened?.record.name ?? "");
  const [parts, setParts] = useState<readonly ModelPart[]>(
    () => opened?.record.parts ?? [{ part: newPart(), title: "", prompt: "" }],
  );
  const [start, setStart] = useState(nothing);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<"none" | "empty" | "failed">("none");
  const [added, setAdded] = useState<string | null>(null);
  const list = useRef<HTMLOListElement>(null);

  useEffect(() => {
    if (!added) return;
    list.current?.querySelector<HTMLInputElement>("li:last-child input")?.focus();
  }, [added]);

  const model = (deletedAt: OwnModel["deletedAt"]): OwnModel => {
    const now = workspace.clock.now();
    return {
      kind: "model",
      id,
      name: name.trim(),
      parts: parts.filter(isAsked),
      createdAt: opened?.record.createdAt ?? now,
      editedAt: now,
      deletedAt,
    };
  };
  const keep = async () => {
    if (!parts.some(isAsked)) return setProblem("empty");
    setBusy(true);
    const saved = await saveModel(workspace, model(null), opened?.basis ?? null);
    setBusy(false);
    if (!saved.ok) return setProblem("failed");
    notify({ text: m.reflect_model_kept() });
    navigate("/reflect/models");
  };
  const remove = async () => {
    if (!opened) return;
    setBusy(true);
    const removed: OwnModel = { ...opened.record, deletedAt: workspace.clock.now() };
    const saved = await saveModel(workspace, removed, opened.basis);
    setBusy(false);
    if (!saved.ok) return setProblem("failed");
    const { basis } = saved.value;
    notify({
      text: m.reflect_model_deleted(),
      undo: () => void saveModel(workspace, { ...removed, deletedAt: null }, basis),
    });
    navigate("/reflect/models");
  };
  const move = (from: number, to: number) => {
    setParts(moveModelPart(parts, from, to));
    announce(m.reflect_question_moved({ number: to + 1 }));
  };

  return (
    <div className="edit-model">
      <PageHeader
        eyebrow={m.reflect_models()}
        title={opened ? m.reflect_edit_model() : m.reflect_new_model()}
        pageName={m.reflect_models_page()}
      />
      {!opened && (
        <SelectField
          label={m.reflect_start_from()}
          items={[
            { id: nothing, label: m.reflect_start_from_nothing() },
            ...builtInModels
              .filter((one) => one !== freePage)
              .map((one) => ({ id: one.id as string, label: builtInName(one.id) ?? one.id })),
          ]}
          value={start}
          onChange={(from) => {
            setStart(from);
            if (from !== nothing) setParts(copied(from, newPart));
          }}
        />
      )}
      <TextField label={m.reflect_model_name()} value={name} onChange={setName} voice="own" />
      <fieldset>
        <legend className="edit-model__legend">{m.reflect_questions()}</legend>
        <ol ref={list} className="edit-model__list">
          {parts.map((part, at) => (
            <QuestionFields
              key={part.part}
              part={part}
              at={at}
              count={parts.length}
              onChange={(next) =>
                setParts(parts.map((other) => (other.part === part.part ? next : other)))
              }
              onMove={(to) => move(at, to)}
              onRemove={() => {
                setParts(parts.filter((other) => other.part !== part.part));
                announce(m.reflect_question_removed());
              }}
            />
          ))}
        </ol>
      </fieldset>
      <Button
        icon={Plus}
        onPress={() => {
          const part = newPart();
          setParts([...parts, { part, title: "", prompt: "" }]);
          setAdded(part);
        }}
      >
        {m.reflect_add_question()}
      </Button>
      {problem !== "none" && (
        <Notice tone="danger">
          {problem === "empty" ? m.reflect_model_needs() : m.reflect_model_failed()}
        </Notice>
      )}
      <div className="edit-model__actions">
        {opened && (
          <Button variant="danger" icon={Trash2} isPending={isBusy} onPress={() => void remove()}>
            {m.reflect_delete_model()}
          </Button>
        )}
        <Button variant="main" isPending={isBusy} onPress={() => void keep()}>
          {m.common_keep()}
        </Button>
      </div>
    </div>
  );
}
