import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root.");

const showCrash = (error: unknown) => {
  console.error(error);
  const note = document.createElement("p");
  note.setAttribute("role", "alert");
  note.textContent = `The simulated Teams client stopped: ${String(error)} Load the page again.`;
  root.replaceChildren(note);
};

createRoot(root, { onUncaughtError: showCrash }).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
