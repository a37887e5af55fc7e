/** Where an export's bytes go, in order. Nothing is left behind after `drop`. */
export interface SavingPlace {
  readonly write: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
  readonly finish: () => Promise<void>;
  readonly drop: () => Promise<void>;
}

/** A file as browsers with File System Access let a person choose one. */
interface ChosenFile {
  readonly createWritable: () => Promise<{
    readonly write: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
    readonly close: () => Promise<void>;
    readonly abort: () => Promise<void>;
  }>;
}
interface FilePicking {
  readonly showSaveFilePicker?: (options: {
    readonly suggestedName: string;
  }) => Promise<ChosenFile>;
}

/** Journals larger than this many records are written as they are read, where the browser can; a download has to hold the whole file first. */
const largeFrom = 10_000;

/** How long a download's address is kept for the browser to fetch it. */
const addressMilliseconds = 10_000;

function download(name: string, type: string): SavingPlace {
  let parts: Uint8Array<ArrayBuffer>[] = [];
  return {
    write: async (bytes) => {
      if (bytes.length > 0) parts.push(bytes);
    },
    finish: async () => {
      const address = URL.createObjectURL(new Blob(parts, { type }));
      parts = [];
      const link = document.createElement("a");
      link.href = address;
      link.download = name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(address), addressMilliseconds);
    },
    drop: async () => {
      parts = [];
    },
  };
}

/**
 * A place for a file of this name, chosen while the person's press still counts; null when they
 * closed the choice.
 */
export async function savingPlace(
  name: string,
  type: string,
  records: number,
): Promise<SavingPlace | null> {
  const { showSaveFilePicker } = window as Window & FilePicking;
  if (!showSaveFilePicker || records < largeFrom) return download(name, type);
  try {
    const file = await showSaveFilePicker.call(window, { suggestedName: name });
    const writable = await file.createWritable();
    return {
      write: (bytes) => writable.write(bytes),
      finish: () => writable.close(),
      drop: () => writable.abort(),
    };
  } catch (fault) {
    if (fault instanceof DOMException && fault.name === "AbortError") return null;
    return download(name, type);
  }
}
