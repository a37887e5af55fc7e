import { configure } from "@testing-library/react";

// Real workers on a busy machine answer late; what is waited for are facts.
configure({ asyncUtilTimeout: 30_000 });
