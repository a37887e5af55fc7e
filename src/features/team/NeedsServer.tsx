import * as m from "#messages";

/** What a team that travels by file cannot have, why, and what to do instead. */
export function NeedsServer() {
  return (
    <section className="space-part" aria-labelledby="needs-server">
      <h2 id="needs-server">{m.team_needs_server()}</h2>
      <p>{m.team_needs_server_why()}</p>
      <p>{m.team_needs_server_instead()}</p>
    </section>
  );
}
