import { expect, test } from "vitest";
import { hiddenNameTag, newHiddenNameSalt } from "#crypto/hiddenNameTag.ts";
import { seededRandom } from "./seededRandom.ts";

const random = seededRandom(4);
const salt = newHiddenNameSalt(random);
const tag = await hiddenNameTag("Blue Heron", salt);

test("[N1] a hidden name gives the same tag however a keyboard spells it", async () => {
  expect(await hiddenNameTag("  blue\u00a0 HERON ", salt)).toBe(tag);
  expect(await hiddenNameTag("Ｂlue heron", salt)).toBe(tag);
});

test("[N1] another name or another device's salt gives another tag", async () => {
  expect(await hiddenNameTag("blue herons", salt)).not.toBe(tag);
  expect(await hiddenNameTag("blueheron", salt)).not.toBe(tag);
  expect(await hiddenNameTag("Blue Heron", newHiddenNameSalt(random))).not.toBe(tag);
});

test("[N1] the tag is 32 bytes that do not show the name", () => {
  expect(tag).toMatch(/^[\w-]{43}$/);
  expect(Buffer.from(tag, "base64url").includes("heron")).toBe(false);
});

test("a short salt is a bug", async () => {
  await expect(hiddenNameTag("blue heron", salt.subarray(0, 8))).rejects.toThrow("too short");
});
