import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { idSchema, type ModelId } from "#core/identifiers.ts";
import { builtInModel, builtInModels, freePage } from "#core/reflection/builtInModels.ts";
import { builtInShape } from "#core/reflection/ModelShape.ts";
import { moveModelPart } from "#core/reflection/moveModelPart.ts";
import { builtInModelWords } from "#notebook/builtInModelWords.ts";
import { builtInWords } from "#notebook/builtInWords.ts";

describe("models that come with Headroom", () => {
  it("has the free page first, as the default", () => {
    expect(builtInModels[0]).toBe(freePage);
  });

  it("names each by an id of its own that is safe in an address", () => {
    const ids = builtInModels.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(v.parse(idSchema<ModelId>(), id)).toBe(id);
  });

  it("covers the field: every model of domain.md section 2 that may be offered", () => {
    const keys = builtInModels.map(({ key }) => key);
    expect(keys).toEqual(
      expect.arrayContaining([
        "era",
        "what",
        "rolfe",
        "gibbs",
        "kolb",
        "johns",
        "schon",
        "brookfield",
        "carl",
        "incident",
        "actionreview",
        "storyround",
        "excellence",
        "significantchange",
      ]),
    );
  });

  it("has words for every model and every part, and opens on one of its parts", () => {
    for (const model of builtInModels) {
      const words = builtInWords[model.key];
      expect(words?.name(), model.key).toMatch(/\S/);
      expect(words?.about(), model.key).toMatch(/\S/);
      expect(Object.keys(words?.parts ?? {}), model.key).toEqual([...model.parts]);
      for (const part of model.parts) {
        expect(words?.parts[part]?.title(), `${model.key} ${part}`).toMatch(/\S/);
        expect(words?.parts[part]?.prompt(), `${model.key} ${part}`).toMatch(/\S/);
      }
      expect(builtInShape(model).parts.map(({ part }) => part)).toContain(
        builtInShape(model).opening,
      );
    }
    expect(Object.keys(builtInWords).sort()).toEqual(builtInModels.map(({ key }) => key).sort());
  });

  it("never says CARE or Schwartz, and keeps out what the wording guide keeps out", () => {
    const said = JSON.stringify(builtInModelWords());
    const all = builtInModels
      .flatMap(({ key }) => {
        const words = builtInWords[key];
        return [
          words?.about() ?? "",
          ...Object.values(words?.parts ?? {}).map((part) => part.prompt()),
        ];
      })
      .join(" ");
    for (const text of [said, all]) {
      expect(text).not.toMatch(/\bCARE\b/);
      expect(text).not.toMatch(/schwartz/i);
      expect(text).not.toMatch(/innovation|you must|!/i);
    }
  });

  it("knows a model by its id and nothing by another", () => {
    expect(builtInModel("gibbs" as ModelId)?.key).toBe("gibbs");
    expect(builtInModel("nobody" as ModelId)).toBeNull();
  });
});

describe("moving a question", () => {
  it("moves one up or down and leaves the list alone at its ends", () => {
    expect(moveModelPart(["a", "b", "c"], 2, 1)).toEqual(["a", "c", "b"]);
    expect(moveModelPart(["a", "b"], 0, -1)).toEqual(["a", "b"]);
    expect(moveModelPart(["a", "b"], 1, 2)).toEqual(["a", "b"]);
    expect(moveModelPart(["a", "b"], 5, 0)).toEqual(["a", "b"]);
  });
});
