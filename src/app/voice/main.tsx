import { createRoot } from "react-dom/client";
import { VoicePage } from "#features/voice/VoicePage.tsx";
import { applyAppearance, chosenAppearance } from "#ui/appearance.ts";
import { RootBoundary } from "../shell/RootBoundary.tsx";
import { startVoiceDoor } from "./startVoiceDoor.ts";
import { voiceLink } from "./takeVoiceLink.ts";
import "#ui/base.css";

// The page behind a voice link. Nothing of the app for members is loaded, and nothing is kept here: no
// journal, no service worker, no cache.
applyAppearance(chosenAppearance());

const container = document.getElementById("root");
if (!container) throw new Error("voice.html has no #root");
const root = createRoot(container);

let hasFailed = false;
const draw = () =>
  root.render(
    <RootBoundary>
      <VoicePage door={door} link={voiceLink} hasFailed={hasFailed} />
    </RootBoundary>,
  );
const door = startVoiceDoor(() => {
  hasFailed = true;
  draw();
});
draw();

// A page that comes back out of the browser's memory after it was left shows nobody's words.
window.addEventListener("pageshow", (event) => {
  if (event.persisted) window.location.reload();
});
