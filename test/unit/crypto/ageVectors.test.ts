import { expect, test } from "vitest";
import { ageAgrees, ageVectors } from "../../contract/crypto/ageVectors.ts";

test("there are enough vectors, good ones and bad ones", () => {
  expect(ageVectors.filter(({ expected }) => expected === "success").length).toBeGreaterThan(5);
  expect(ageVectors.filter(({ expected }) => expected !== "success").length).toBeGreaterThan(30);
});

test.each(ageVectors)("[B2] $name: $expected", async (vector) => {
  expect(await ageAgrees(vector)).toBe(true);
});

test("control: a vector that expects the opposite is noticed", async () => {
  for (const vector of ageVectors) {
    const expected = vector.expected === "success" ? "header failure" : "success";
    expect(await ageAgrees({ ...vector, expected })).toBe(false);
  }
});
