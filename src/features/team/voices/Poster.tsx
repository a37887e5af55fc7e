import type { VoiceBox } from "#core/space/SharedRecord.ts";
import * as m from "#messages";
import { QrCode } from "#ui/QrCode.tsx";
import { linkPieces } from "./linkPieces.ts";
import "./Poster.css";

/** A poster for a wall or a waiting room, on one sheet of paper. */
export function Poster({
  team,
  box,
  link,
}: {
  readonly team: string;
  readonly box: VoiceBox;
  readonly link: string;
}) {
  return (
    <article className="poster">
      <p className="poster__team">{team}</p>
      <h2 className="poster__head">{box.question || m.voices_poster_head()}</h2>
      <p className="poster__for">{m.voices_poster_for({ team })}</p>
      <figure className="poster__code">
        <QrCode text={link} label={m.voices_poster_qr({ team })} />
        <figcaption className="poster__scan">{m.voices_poster_scan()}</figcaption>
      </figure>
      <p className="poster__type">
        {m.voices_poster_type()}
        <span className="poster__link">
          {linkPieces(link).map((piece, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces never move
            <span key={at}>
              {piece}
              <wbr />
            </span>
          ))}
        </span>
      </p>
      <p>{m.voices_poster_private({ team })}</p>
      <p className="poster__help">{m.voices_poster_not_help()}</p>
    </article>
  );
}
