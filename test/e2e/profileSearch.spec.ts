import { filesHolding } from "./filesHolding.ts";
import { expect, test } from "./headroom.ts";

test("control: words that a page does write in the clear are found in the profile, wherever it writes them", async ({
  device,
}) => {
  const page = device.page();
  await page.goto("/");
  await page.evaluate(async () => {
    localStorage.setItem("control", "medlarcontrol");
    const open = indexedDB.open("control", 1);
    open.onupgradeneeded = () => open.result.createObjectStore("rows");
    await new Promise<void>((resolve) => {
      open.onsuccess = () => {
        const writing = open.result.transaction("rows", "readwrite");
        writing.objectStore("rows").put("damsoncontrol", 1);
        writing.oncomplete = () => resolve();
      };
    });
    const cache = await caches.open("control");
    await cache.put("/control", new Response("bullacecontrol"));
  });
  await device.context.close();
  for (const word of ["medlarcontrol", "damsoncontrol", "bullacecontrol"]) {
    expect(filesHolding(device.profile, word), word).not.toEqual([]);
  }
});
