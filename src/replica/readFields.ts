import { listed } from "./listed.ts";
import type { RecordDocument } from "./RecordDocument.ts";
import type { Fields, Shape } from "./Shape.ts";

/** What a document says, as plain data still to be parsed: anybody may have written it. */
export function readFields(
  document: RecordDocument,
  path: string,
  fields: Fields,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, shape]) => [name, read(document, path + name, shape)]),
  );
}

function read(document: RecordDocument, path: string, shape: Shape): unknown {
  switch (shape.type) {
    case "value":
      return document.values.get(path);
    case "text":
      return document.hasText(path) ? document.text(path).toString() : "";
    case "group":
      return readFields(document, `${path}.`, shape.fields);
    case "atoms":
      return listed(document, path, shape).map(({ atom }) => atom);
    case "items":
      return listed(document, path, shape).map(({ key }) =>
        readFields(document, `${path}/${key}/`, shape.fields),
      );
  }
}
