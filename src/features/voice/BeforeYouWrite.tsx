import * as m from "#messages";

/** What to know first: who reads it, what not to write, and what this is not for. The rest stands before Send. */
export function BeforeYouWrite({ team }: { readonly team: string }) {
  return (
    <>
      <p>{m.voices_page_who({ team })}</p>
      <section className="voice-page__before" aria-labelledby="before">
        <h2 id="before">{m.voices_page_before()}</h2>
        <ul>
          <li>{m.voices_page_before_anything()}</li>
          <li>{m.voices_page_before_names()}</li>
          <li>{m.voices_page_before_help()}</li>
        </ul>
      </section>
    </>
  );
}
