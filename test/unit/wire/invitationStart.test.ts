import fc from "fast-check";
import { expect, it } from "vitest";
import { invitationFragment } from "#crypto/space/invitation.ts";
import { invitationStart, isCutFragment } from "#wire/invitationStart.ts";

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });

it("[J1] a link is known to be cut wherever it was cut after its beginning, and a whole one or a later kind is not", () => {
  fc.assert(
    fc.property(
      bytes(16),
      bytes(32),
      fc.constantFrom("team" as const, "own" as const),
      fc.nat(),
      (invitation, secret, kind, at) => {
        const whole = invitationFragment({ kind, invitation, secret });
        expect(isCutFragment(`#${whole}`)).toBe(false);
        const start = invitationStart[kind].length;
        expect(isCutFragment(`#${whole.slice(0, start + (at % (whole.length - start)))}`)).toBe(
          true,
        );
      },
    ),
  );
  expect(isCutFragment("#v9.abc")).toBe(false);
  expect(isCutFragment("")).toBe(false);
});
