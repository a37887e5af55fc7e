import { expect, expectAccessible, test } from "./headroom.ts";

test("control: what is not accessible is found, also in a page that was looked at before", async ({
  device,
}) => {
  const page = device.page();
  await page.goto("/");
  await expect(page.getByRole("button", { name: "Start a new journal" })).toBeVisible();
  await expectAccessible(page);
  await page.evaluate(() => {
    const picture = document.createElement("img");
    picture.src = "/icons/icon.svg";
    document.querySelector("main")?.append(picture);
  });
  await expect(expectAccessible(page)).rejects.toThrow("image-alt");
});
