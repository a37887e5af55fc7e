/** Hands words to the browser as a file to keep, by the person's own act. `name` says nothing of what is inside. */
export function saveFile(name: string, words: string, type: string): void {
  const address = URL.createObjectURL(new Blob([words], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The download has its own hold on the words by then.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
