import * as m from "#messages";
import "./ReflectiveNotes.css";

/** What reflective notes are and are not, said calmly: domain.md section 3, "Disclosure". */
export function ReflectiveNotes() {
  return (
    <div className="reflective-notes">
      <p>{m.common_notes_yours()}</p>
      <p>{m.common_notes_record()}</p>
      <p>{m.common_notes_names()}</p>
      <p>{m.common_notes_disclosure()}</p>
      <p>{m.common_notes_request()}</p>
    </div>
  );
}
