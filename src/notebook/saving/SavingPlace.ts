import { download } from "./download.ts";

/** Where a file's bytes go, in order. Nothing is left behind after `drop`. */
export interface SavingPlace {
  readonly write: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
  /** Ends the file. What it answers is still to be handed over, by `handOver`, on a press of its own; null where it is saved. */
  readonly finish: () => Promise<File | null>;
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

/** What kind of file, and how it may be saved. */
export interface SavingWish {
  readonly name: string;
  readonly type: string;
  /** Let the person choose a place first, where the browser can: the file is then written as it is made. */
  readonly picks: boolean;
  /** Where the device shares files by a sheet of its own, leave the finished file to that. */
  readonly shares: boolean;
}

/** Bytes collected before they are handed to the browser's blob store, which keeps large ones on disk. */
const spoolBytes = 4 * 1024 * 1024;

/** Whether this is a device held in the hand whose own sheet takes such a file. */
function sharesFiles(name: string, type: string): boolean {
  const isHandheld = window.matchMedia("(pointer: coarse)").matches;
  const sample = { files: [new File([], name, { type })] };
  return isHandheld && "canShare" in navigator && navigator.canShare(sample);
}

/** Hands a finished file to the device's sheet; false where the person closed it. */
export async function handOver(file: File): Promise<boolean> {
  try {
    await navigator.share({ files: [file] });
    return true;
  } catch (fault) {
    if (fault instanceof DOMException && fault.name === "AbortError") return false;
    download(file);
    return true;
  }
}

function collected({ name, type, shares }: SavingWish): SavingPlace {
  let spooled: Blob[] = [];
  let parts: Uint8Array<ArrayBuffer>[] = [];
  let held = 0;
  const spool = () => {
    spooled.push(new Blob(parts));
    parts = [];
    held = 0;
  };
  return {
    write: async (bytes) => {
      parts.push(bytes);
      held += bytes.length;
      if (held >= spoolBytes) spool();
    },
    finish: async () => {
      spool();
      const file = new File(spooled, name, { type });
      spooled = [];
      if (shares && sharesFiles(name, type)) return file;
      download(file);
      return null;
    },
    drop: async () => {
      spooled = [];
      parts = [];
    },
  };
}

/** A place for a file, chosen while the person's press still counts; null when they closed the choice. */
export async function savingPlace(wish: SavingWish): Promise<SavingPlace | null> {
  const { showSaveFilePicker } = window as Window & FilePicking;
  if (!showSaveFilePicker || !wish.picks) return collected(wish);
  try {
    const file = await showSaveFilePicker.call(window, { suggestedName: wish.name });
    const writable = await file.createWritable();
    return {
      write: (bytes) => writable.write(bytes),
      finish: async () => {
        await writable.close();
        return null;
      },
      drop: () => writable.abort(),
    };
  } catch (fault) {
    if (fault instanceof DOMException && fault.name === "AbortError") return null;
    return collected(wish);
  }
}
