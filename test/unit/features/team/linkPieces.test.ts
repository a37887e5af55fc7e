import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linkPieces } from "#features/team/voices/linkPieces.ts";

const link = fc
  .array(fc.constantFrom(..."Aa0_-.:/#"), { minLength: 1, maxLength: 120 })
  .map((letters) => letters.join(""));

describe("a link on a poster, in pieces that lines break between", () => {
  it("says the same link, letter for letter", () => {
    fc.assert(fc.property(link, (text) => linkPieces(text).join("") === text));
  });

  it("breaks beside no hyphen, whatever the link", () => {
    fc.assert(
      fc.property(link, (text) => {
        const pieces = linkPieces(text);
        expect(pieces.slice(1).filter((piece) => piece.startsWith("-"))).toEqual([]);
        expect(pieces.slice(0, -1).filter((piece) => piece.endsWith("-"))).toEqual([]);
      }),
    );
  });

  it("breaks often enough for a narrow poster", () => {
    const real = "https://ward.example/voice#v1.Kk2-xQ4P_0sV-7aZ.uY3-pLm9Qd-0RwS5tB8nC-xZ2vF6hJ";
    expect(Math.max(...linkPieces(real).map(({ length }) => length))).toBeLessThan(12);
  });
});
