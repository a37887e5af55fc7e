/** Something on a page, as an engine's driver names it. */
export interface Found {
  readonly isShown: () => Promise<boolean>;
  readonly click: () => Promise<void>;
  /** In place of what stands in it. */
  readonly type: (text: string) => Promise<void>;
}

/** A browser of an engine, with one page, which keeps what a person would keep of theirs. */
export interface EngineBrowser {
  readonly goto: (url: string) => Promise<void>;
  /** Runs a function's body in the page; `given` is its one argument. */
  readonly run: <T>(body: string, given?: unknown) => Promise<T>;
  readonly find: (xpath: string) => Promise<readonly Found[]>;
  /** Ends what runs the page as hard as the engine allows (said in `Engine.kills`), and opens it again on the same device. */
  readonly killAndReopen: (url: string) => Promise<void>;
  readonly close: () => Promise<void>;
  /** The folder in which it keeps everything, where it has one. */
  readonly profile: string | null;
}

/** A browser engine that can be driven where it is installed. */
export interface Engine {
  readonly name: "Chromium" | "Firefox" | "WebKitGTK";
  /** What is missing to drive it, in words; null where nothing is. */
  readonly missing: string | null;
  readonly version: (browser: EngineBrowser) => Promise<string>;
  /** What `killAndReopen` kills. */
  readonly kills: string;
  readonly open: () => Promise<EngineBrowser>;
}
