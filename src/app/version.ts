import { version as packaged } from "../../package.json";

/** This release's number, as in package.json. */
export const version: string = packaged;
