import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instant } from "#base/Clock.ts";
import type { EntryContent, EntryPart } from "#core/entry/Entry.ts";
import type { ModelId } from "#core/identifiers.ts";
import { builtInModels } from "#core/reflection/builtInModels.ts";
import { builtInShape, type ModelShape, ownShape } from "#core/reflection/ModelShape.ts";
import { partsFor, switchModel } from "#core/reflection/switchModel.ts";

const own = (id: string, count: number): ModelShape =>
  ownShape({
    id: id as ModelId,
    parts: Array.from({ length: count }, (_, at) => ({
      part: `${id}.q${at}`,
      title: `Question ${at}`,
      prompt: "",
    })),
  });

const shapes: readonly ModelShape[] = [
  ...builtInModels.map(builtInShape),
  own("own-one", 1),
  own("own-three", 3),
  own("own-none", 0),
];
const anyShape = fc.constantFrom(...shapes);
const anyText = fc.oneof(
  fc.constant(""),
  fc.string({ unit: "grapheme", maxLength: 40 }),
  fc.constantFrom(" ", "\n\n", "😀😀", "<b>bold</b>"),
);

const written = (shape: ModelShape, texts: readonly string[]): readonly EntryPart[] =>
  shape.parts.map((part, at) => ({ ...part, text: texts[at] ?? "" }));

const content = (model: ModelId, parts: readonly EntryPart[]): EntryContent => ({
  model,
  parts,
  happened: { at: instant(0), precision: "minute" },
  feeling: "neither",
  tags: ["discharge"],
  setting: "ward",
  roles: [],
  forAppraisal: true,
});

const words = (parts: readonly EntryPart[]) =>
  parts
    .map((part) => part.text)
    .filter((text) => text !== "")
    .sort();

const byPart = (parts: readonly EntryPart[]) =>
  Object.fromEntries(parts.filter((part) => part.text !== "").map((part) => [part.part, part]));

/** Words under a model, and under a third one that was used before. */
const anyContent = fc
  .tuple(
    anyShape,
    anyShape,
    fc.array(anyText, { maxLength: 8 }),
    fc.array(anyText, { maxLength: 3 }),
  )
  .map(([shape, third, texts, left]) => {
    const before = third.id === shape.id ? [] : written(third, left).filter(({ text }) => text);
    return { shape, third, content: content(shape.id, [...written(shape, texts), ...before]) };
  });

describe("switching the model", () => {
  it("loses no word, however often it is switched", () => {
    fc.assert(
      fc.property(anyContent, fc.array(anyShape, { maxLength: 6 }), ({ shape, content }, path) => {
        let from = shape;
        let now = content;
        for (const to of path) {
          now = switchModel(now, from, to);
          from = to;
        }
        expect(words(now.parts)).toEqual(words(content.parts));
        expect(now.model).toBe(from.id);
      }),
    );
  });

  it("gives back what was written, where it was written, when switched there and back", () => {
    fc.assert(
      fc.property(anyContent, anyShape, ({ shape, third, content }, to) => {
        fc.pre(to.id !== third.id || third.id === shape.id);
        const back = switchModel(switchModel(content, shape, to), to, shape);
        expect(byPart(back.parts)).toEqual(byPart(content.parts));
      }),
    );
  });

  it("shows every part of the new model, in its order, and no part twice", () => {
    fc.assert(
      fc.property(anyContent, anyShape, ({ shape, content }, to) => {
        const { parts } = switchModel(content, shape, to);
        const names = parts.map(({ part }) => part);
        expect(new Set(names).size).toBe(names.length);
        if (to.id !== shape.id)
          expect(names.slice(0, to.parts.length)).toEqual(to.parts.map(({ part }) => part));
      }),
    );
  });

  it("changes nothing else that was said of the entry", () => {
    fc.assert(
      fc.property(anyContent, anyShape, ({ shape, content }, to) => {
        const { model: _, parts: __, ...rest } = switchModel(content, shape, to);
        const { model: ___, parts: ____, ...before } = content;
        expect(rest).toEqual(before);
      }),
    );
  });

  it("moves a plain account from the free page to where the model asks what happened", () => {
    const find = (id: string) => {
      const shape = shapes.find((one) => one.id === id);
      if (!shape) throw new Error(id);
      return shape;
    };
    const free = content("free" as ModelId, [
      { part: "free.text", label: "", text: "It was late." },
    ]);
    const gibbs = switchModel(free, find("free"), find("gibbs"));
    expect(byPart(gibbs.parts)["gibbs.description"]?.text).toBe("It was late.");
    const johns = switchModel(gibbs, find("gibbs"), find("johns"));
    expect(byPart(johns.parts)["johns.describe"]?.text).toBe("It was late.");
  });

  it("keeps parts on screen that were emptied a moment ago", () => {
    const shape = own("own-one", 1);
    const parts = [{ part: "gibbs.feelings", label: "", text: "" }];
    expect(partsFor(parts, shape).map(({ part }) => part)).toEqual([
      "own-one.q0",
      "gibbs.feelings",
    ]);
  });
});
