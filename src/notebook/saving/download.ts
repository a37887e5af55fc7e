/** How long a download's address is kept for the browser to fetch it. */
const addressMilliseconds = 10_000;

/** Saves a file where the browser puts downloads. */
export function download(file: File): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), addressMilliseconds);
}
