import { cleanup, render } from "@testing-library/react";
import { useMemo } from "react";
import { afterEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import "#ui/base.css";
import { startIdentityCheck } from "#app/startIdentityCheck.ts";
import { err } from "#base/Result.ts";
import type { CheckedText } from "#core/identity/CheckedText.ts";
import type { IdentityCheck } from "#core/identity/IdentityCheck.ts";
import { IdentityReviewView } from "#notebook/identityCheck/IdentityReviewView.tsx";
import { useIdentityReview } from "#notebook/identityCheck/useIdentityReview.ts";
import { expectAccessible } from "../expectAccessible.ts";

const running: (() => void)[] = [];

afterEach(() => {
  cleanup();
  for (const stop of running.splice(0)) stop();
});

function openCheck() {
  const check = startIdentityCheck();
  running.push(check.terminate);
  return check;
}

function Reviewed({ check, texts }: { check: IdentityCheck; texts: readonly CheckedText[] }) {
  const review = useIdentityReview(
    check,
    useMemo(() => texts, [texts]),
  );
  return (
    <main>
      <h1>Before it leaves</h1>
      <IdentityReviewView review={review} />
      {review.texts.map(({ id, text }) => (
        <p key={id} data-testid={`leaves-${id}`}>
          {text}
        </p>
      ))}
    </main>
  );
}

const show = (check: IdentityCheck, ...texts: readonly string[]) =>
  render(
    <Reviewed
      check={check}
      texts={texts.map((text, at) => ({ id: `${at}`, label: `Part ${at + 1}`, text }))}
    />,
  );

test("the worker starts when asked, answers in order, and starts again after it was ended", async () => {
  const check = openCheck();
  for (let turn = 0; turn < 2; turn += 1) {
    const found = await check.check(["It rained.", "Dr Okafor rang.", ""]);
    expect(found.ok && found.value.map((marks) => marks.map(({ kind }) => kind))).toEqual([
      [],
      ["PERSON"],
      [],
    ]);
    check.terminate();
  }
});

test("a question that is still open when the worker ends is told so, not left hanging", async () => {
  const check = openCheck();
  const asked = check.check(["Dr Okafor rang. ".repeat(5_000)]);
  check.terminate();
  expect(await asked).toEqual(err("unavailable"));
});

test("where the check cannot run, it says so calmly and the texts leave as they are", async () => {
  show({ check: async () => err("unavailable") }, "Dr Okafor rang.");
  await expect.element(page.getByText(/^The check could not run just now/)).toBeVisible();
  await expect.element(page.getByTestId("leaves-0")).toHaveTextContent("Dr Okafor rang.");
  await expectAccessible();
});

test("where nothing is found, it says that it can miss things", async () => {
  show(openCheck(), "The lift was broken again.", "", "😀👩‍⚕️");
  await expect
    .element(page.getByText(/^Nothing was found .* read it through yourself too\.$/))
    .toBeVisible();
  await expectAccessible();
});

test("by keyboard alone: accept, edit, keep, take back, accept all and start again", async () => {
  show(
    openCheck(),
    "Dr Okafor rang on 3 May 2025.",
    "My mentor, Priya Chen, stayed. Bay 4 was full.",
  );
  const press = async (of: string, name: string) => {
    const button = page
      .getByRole("group", { name: `What to do with “${of}”` })
      .getByRole("button", { name });
    await expect.element(button).toBeVisible();
    (button.element() as HTMLElement).focus();
    await userEvent.keyboard("{Enter}");
    return button;
  };
  const accept = await press("Dr Okafor", "Accept");
  await expect.element(accept).toHaveFocus();
  await expect
    .element(page.getByTestId("leaves-0"))
    .toHaveTextContent("A colleague rang on 3 May 2025.");
  await press("Priya Chen", "Edit");
  await expect.element(page.getByLabelText("In place of “Priya Chen”")).toHaveFocus();
  await userEvent.keyboard("a senior nurse");
  await expect
    .element(page.getByTestId("leaves-1"))
    .toHaveTextContent("My mentor, a senior nurse, stayed. Bay 4 was full.");
  await press("Bay 4", "Keep as it is");
  await expect.element(page.getByText(/1 still to look at\./)).toBeVisible();
  await expectAccessible();
  await press("Dr Okafor", "Accept");
  await expect
    .element(page.getByTestId("leaves-0"))
    .toHaveTextContent("Dr Okafor rang on 3 May 2025.");
  await page.getByRole("button", { name: "Accept all suggestions" }).click();
  await expect
    .element(page.getByTestId("leaves-0"))
    .toHaveTextContent("A colleague rang in early May.");
  await expect
    .element(page.getByTestId("leaves-1"))
    .toHaveTextContent("My mentor, a senior nurse, stayed. Bay 4 was full.");
  await page.getByRole("button", { name: "Start again" }).click();
  await expect
    .element(page.getByTestId("leaves-1"))
    .toHaveTextContent("My mentor, Priya Chen, stayed. Bay 4 was full.");
});

test("what was decided is remembered while the words around it change", async () => {
  const check = openCheck();
  show(check, "Dr Okafor rang.");
  await page.getByRole("button", { name: "Accept", exact: true }).click();
  cleanup();
  show(check, "At four Dr Okafor rang.");
  await expect.element(page.getByTestId("leaves-0")).toHaveTextContent("At four a colleague rang.");
});

test("thousands of marks in 100,000 characters are shown a few at a time", async () => {
  show(openCheck(), "Dr Okafor rang on 3 May 2025, and then he left. ".repeat(2_100));
  await expect.element(page.getByText(/^4200 things may identify someone/)).toBeVisible();
  expect(document.querySelectorAll(".mark-choice")).toHaveLength(30);
  await page.getByRole("button", { name: "Show 4170 more" }).click();
  expect(document.querySelectorAll(".mark-choice")).toHaveLength(60);
}, 60_000);
