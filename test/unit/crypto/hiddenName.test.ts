import { expect, test } from "vitest";
import { hiddenNameTag, newHiddenNameSalt } from "#crypto/hiddenNameTag.ts";
import { seededRandom } from "./seededRandom.ts";

const random = seededRandom(4);
const salt = newHiddenNameSalt(random);
const tagOf = async (name: string, by = salt) => {
  const tag = await hiddenNameTag(name, by);
  if (!tag.ok) throw new Error("this machine has 64 MiB");
  return tag.value;
};
const tag = await tagOf("Blue Heron");

test("[N1] a hidden name gives the same tag however a keyboard spells it", async () => {
  expect(await tagOf("  blue\u00a0 HERON ")).toBe(tag);
  expect(await tagOf("Ｂlue heron")).toBe(tag);
});

test("[N1] another name or another device's salt gives another tag", async () => {
  expect(await tagOf("blue herons")).not.toBe(tag);
  expect(await tagOf("blueheron")).not.toBe(tag);
  expect(await tagOf("Blue Heron", newHiddenNameSalt(random))).not.toBe(tag);
});

test("[N1] the tag is 32 bytes that do not show the name", () => {
  expect(tag).toMatch(/^[\w-]{43}$/);
  expect(Buffer.from(tag, "base64url").includes("heron")).toBe(false);
});

test("a short salt is a bug", async () => {
  await expect(hiddenNameTag("blue heron", salt.subarray(0, 8))).rejects.toThrow("too short");
});
