import { memo, type ReactNode } from "react";
import Markdown, { type Components } from "react-markdown";
import * as m from "#messages";

const allowed = new Set(["http:", "https:", "mailto:", "tel:"]);

const isSafe = (address: string): boolean => {
  try {
    return allowed.has(new URL(address).protocol);
  } catch {
    return false;
  }
};

const flat = (node: ReactNode): string =>
  typeof node === "string" ? node : Array.isArray(node) ? node.map(flat).join("") : "";

/** A link somebody wrote: its address is visible before it is followed, and nothing is fetched until then. */
function WrittenLink({ href = "", children }: { href?: string; children?: ReactNode }) {
  const text = flat(children);
  const label =
    text === href || text === href.replace(/^(mailto|tel):/, "") ? (
      children
    ) : (
      <>
        {children} ({href})
      </>
    );
  if (!isSafe(href)) return <span>{href === "" ? children : label}</span>;
  return (
    <a href={href} target="_blank" rel="noreferrer noopener nofollow">
      {label}
    </a>
  );
}

/** A person's headings stand under the page's own. */
function WrittenHeading({ children }: { children?: ReactNode }) {
  return <h3>{children}</h3>;
}

const components: Components = {
  a: ({ href, children }) => <WrittenLink {...(href ? { href } : {})}>{children}</WrittenLink>,
  img: ({ alt, src }) => (
    <span>
      {m.notebook_image({ text: alt ?? "" })}
      {typeof src === "string" && src !== "" && ` (${src})`}
    </span>
  ),
  h1: WrittenHeading,
  h2: WrittenHeading,
  h3: WrittenHeading,
  h4: WrittenHeading,
  h5: WrittenHeading,
  h6: WrittenHeading,
};

/**
 * Markdown as it is read: lists, emphasis, quotes and links. HTML in it is shown as the text it is,
 * pictures as their words. Loaded when something is read, not to type.
 */
const MarkdownText = memo(function MarkdownText({ text }: { readonly text: string }) {
  return (
    <Markdown components={components} urlTransform={(address) => address}>
      {text}
    </Markdown>
  );
});
export default MarkdownText;
