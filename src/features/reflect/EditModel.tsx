import { Plus, Trash2 } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { newId } from "#base/newId.ts";
import { builtInModels, freePage } from "#core/reflection/builtInModels.ts";
import { isAsked } from "#core/reflection/isAsked.ts";
import { moveModelPart } from "#core/reflection/moveModelPart.ts";
import type { ModelPart, OwnModel } from "#core/reflection/ReflectiveModel.ts";
import * as m from "#messages";
import { builtInWords } from "#notebook/builtInWords.ts";
import { LeaveGuard } from "#notebook/LeaveGuard.tsx";
import type { RecordSession } from "#notebook/recordSession.ts";
import { builtInName } from "#notebook/useModels.ts";
import { useRecordState } from "#notebook/useRecordEditor.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { announce } from "#ui/announce.ts";
import { Button } from "#ui/Button.tsx";
import { Notice } from "#ui/Notice.tsx";
import { PageHeader } from "#ui/PageHeader.tsx";
import { SelectField } from "#ui/SelectField.tsx";
import { TextField } from "#ui/TextField.tsx";
import { notify } from "#ui/toasts.ts";
import { bringBackModel } from "./bringBackModel.ts";
import { QuestionFields } from "./QuestionFields.tsx";
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

/** The name and the questions of a model: add, word, put in order, remove; kept as they are typed. */
export function EditModel({
  workspace,
  session,
  isNew,
}: {
  readonly workspace: Workspace;
  readonly session: RecordSession<OwnModel>;
  readonly isNew: boolean;
}) {
  const navigate = useNavigate();
  const { record, safety } = useRecordState(session);
  const { id, name, parts } = record;
  const newPart = () => `${id}.${newId(workspace.random)}`;
  const setParts = (next: readonly ModelPart[]) =>
    session.change((model) => ({ ...model, parts: next }));
  const [start, setStart] = useState(nothing);
  const [isBusy, setBusy] = useState(false);
  const [isToldToAsk, setToldToAsk] = useState(false);
  const [added, setAdded] = useState<string | null>(null);
  const list = useRef<HTMLOListElement>(null);

  useEffect(() => {
    if (!added) return;
    list.current?.querySelector<HTMLInputElement>("li:last-child input")?.focus();
  }, [added]);

  /** Changes the model a last time; resolves to whether it is kept. */
  const finish = async (change: (model: OwnModel) => OwnModel) => {
    setToldToAsk(false);
    setBusy(true);
    session.change(change);
    const isKept = await session.flush({ remember: true });
    setBusy(false);
    return isKept;
  };
  const keep = async () => {
    if (!parts.some(isAsked)) return setToldToAsk(true);
    const isKept = await finish((model) => ({
      ...model,
      name: model.name.trim(),
      parts: model.parts.filter(isAsked),
      deletedAt: null,
    }));
    if (!isKept) return;
    notify({ text: m.reflect_model_kept() });
    navigate("/reflect/models");
  };
  const remove = async () => {
    if (!(await finish((model) => ({ ...model, deletedAt: workspace.clock.now() })))) return;
    notify({
      text: m.reflect_model_deleted(),
      undo: () => void bringBackModel(workspace, id),
    });
    navigate("/reflect/models");
  };
  const move = (from: number, to: number) => {
    setParts(moveModelPart(parts, from, to));
    announce(m.reflect_question_moved({ number: to + 1 }));
  };

  return (
    <div className="edit-model">
      <LeaveGuard isSaved={() => session.state().safety.type === "kept"} save={session.flush} />
      <PageHeader
        eyebrow={m.reflect_models()}
        title={isNew ? m.reflect_new_model() : m.reflect_edit_model()}
        pageName={m.reflect_models_page()}
      />
      {isNew && (
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
      <TextField
        label={m.reflect_model_name()}
        value={name}
        onChange={(next) => session.change((model) => ({ ...model, name: next }))}
        voice="own"
      />
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
      {safety.type === "failed" && <Notice tone="danger">{m.reflect_model_failed()}</Notice>}
      {isToldToAsk && <Notice tone="danger">{m.reflect_model_needs()}</Notice>}
      <div className="edit-model__actions">
        {!isNew && (
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
