import type { OutlineBlock } from "#core/proposal/OutlinePart.ts";
import type { ProposalOutline } from "#core/proposal/proposalOutline.ts";
import "./OutlineView.css";

function Block({ block }: { readonly block: OutlineBlock }) {
  switch (block.type) {
    case "words":
      return (
        <>
          {block.label !== null && <h3>{block.label}</h3>}
          <p className="own-words outline__words">{block.text}</p>
        </>
      );
    case "choice":
      return (
        <p>
          <strong>{block.label}</strong> {block.text}
        </p>
      );
    case "note":
      return <p className="outline__note">{block.text}</p>;
    case "people":
      return (
        <>
          <h3>{block.label}</h3>
          <ul className="outline__list">
            {block.items.map(({ who, role, brings }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two people may be described alike
              <li key={index}>
                {who !== "" && <span className="own-words">{who} </span>}
                <span className="outline__role">({role})</span>
                {brings !== "" && <span className="own-words">: {brings}</span>}
              </li>
            ))}
          </ul>
        </>
      );
    case "numbers":
      return (
        <>
          <h3>{block.name}</h3>
          {block.unit !== "" && <p>{block.unit}</p>}
          <table className="outline__numbers">
            <thead>
              <tr>
                {block.heads.map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {block.rows.map(([day, value], index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a day may have two values alike
                <tr key={index}>
                  <th scope="row">{day}</th>
                  <td>{value}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      );
    case "changes":
      return (
        <>
          <h3>{block.label}</h3>
          <ul className="outline__list">
            {block.items.map(({ when, what }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two changes of a day may be told alike
              <li key={index}>
                {when}: <span className="own-words">{what}</span>
              </li>
            ))}
          </ul>
        </>
      );
    case "sources":
      return (
        <>
          {block.items.map(({ text, when }) => (
            <figure key={`${when} ${text}`} className="outline__source">
              <blockquote className="own-words outline__words">{text}</blockquote>
              {when !== null && <figcaption>{when}</figcaption>}
            </figure>
          ))}
        </>
      );
  }
}

/** A proposal set out to be read, without its title: blanks left out, the person's words in their own letters. */
export function OutlineView({ outline }: { readonly outline: ProposalOutline }) {
  return (
    <div className="outline">
      <dl className="outline__facts">
        {outline.facts.map(({ label, text }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {outline.parts.map((part) => (
        <section key={part.key} className="outline__part">
          <h2>{part.heading}</h2>
          {part.blocks.map((block, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: blocks of a part keep their order
            <Block key={index} block={block} />
          ))}
        </section>
      ))}
    </div>
  );
}
