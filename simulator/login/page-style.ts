/** One style for every sign-in page; light or dark as the browser prefers. */
export const pageStyle = `
:root {
  color-scheme: light dark;
  --back: light-dark(#f0f0f0, #1f1f1f);
  --card: light-dark(#ffffff, #2b2b2b);
  --text: light-dark(#242424, #ffffff);
  --quiet: light-dark(#616161, #bdbdbd);
  --line: light-dark(#d1d1d1, #525252);
  --hover: light-dark(#f5f5f5, #383838);
  --accent: light-dark(#5b5fc7, #9299f7);
  --on-accent: light-dark(#ffffff, #1f1f1f);
  --danger: light-dark(#b10e1c, #f1707b);
}
* { box-sizing: border-box; }
body {
  margin: 0; min-height: 100vh; padding: 24px 16px;
  display: grid; grid-template-columns: minmax(0, 1fr); place-items: start center;
  background: var(--back); color: var(--text);
  font: 15px/1.45 "Segoe UI", system-ui, sans-serif;
}
main {
  width: min(440px, 100%); margin-top: min(8vh, 64px); padding: 36px 40px;
  background: var(--card); border-radius: 8px;
  box-shadow: 0 2px 12px rgb(0 0 0 / 0.18);
}
main.wide { width: min(760px, 100%); }
h1 { margin: 0 0 4px; font-size: 24px; line-height: 1.25; font-weight: 600; }
p { margin: 0 0 12px; }
.brand { margin-bottom: 20px; font-weight: 600; }
.brand span { margin-left: 8px; font-weight: 400; font-size: 12px; color: var(--quiet); }
h2 { margin: 0 0 8px; font-size: 17px; font-weight: 600; }
h3 { margin: 16px 0 0; font-size: 15px; font-weight: 600; }
section { margin-top: 28px; padding-top: 20px; border-top: 1px solid var(--line); }
code { font-size: 13px; }
.done { padding: 8px 12px; border-inline-start: 3px solid var(--accent); background: var(--hover); }
.quiet, small { color: var(--quiet); }
.problem { color: var(--danger); overflow-wrap: anywhere; }
ul { list-style: none; margin: 16px 0; padding: 0; }
.accounts {
  margin-inline: -16px; max-height: 380px; overflow-y: auto;
  border-block: 1px solid var(--line);
}
.accounts button {
  display: flex; gap: 12px; align-items: center; width: 100%; padding: 10px 16px;
  border: 0; border-radius: 0; background: none; color: inherit; text-align: start;
}
.accounts button:hover { background: var(--hover); }
.picture {
  flex: none; width: 40px; height: 40px; border-radius: 50%;
  display: grid; place-items: center;
  background: var(--accent); color: var(--on-accent); font-weight: 600;
}
.who { display: grid; min-width: 0; }
.who small { overflow: hidden; text-overflow: ellipsis; }
.scopes li { padding: 10px 0; border-top: 1px solid var(--line); }
.scopes li:last-child { border-bottom: 1px solid var(--line); }
.scopes small { display: block; }
.grants { margin: 8px 0 12px; }
.grants li {
  display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: center;
  justify-content: space-between; padding: 8px 0; border-top: 1px solid var(--line);
}
.grants li > span:first-child { flex: 1 1 240px; min-width: 0; overflow-wrap: anywhere; }
.grants small { display: block; }
.other label { display: block; margin-bottom: 6px; }
.row, .actions { display: flex; flex-wrap: wrap; gap: 8px; }
.row + .row { margin-top: 16px; }
.actions { justify-content: flex-end; margin-top: 20px; }
input[type="email"], textarea {
  flex: 1; min-width: 0; padding: 6px 10px; border: 1px solid var(--line);
  border-radius: 4px; background: transparent; color: inherit; font: inherit;
}
textarea { display: block; width: 100%; min-height: 72px; resize: vertical; }
.justification { margin-bottom: 20px; }
.justification label { display: block; margin-bottom: 6px; }
.check { display: flex; gap: 10px; align-items: center; margin-bottom: 16px; }
.check input { width: 18px; height: 18px; accent-color: var(--accent); }
button {
  padding: 7px 20px; border: 1px solid var(--line); border-radius: 4px;
  background: transparent; color: inherit; font: inherit; cursor: pointer;
}
button.primary {
  border-color: var(--accent); background: var(--accent);
  color: var(--on-accent); font-weight: 600;
}
button.link { padding: 0; border: 0; color: var(--accent); text-align: start; text-decoration: underline; }
a { color: var(--accent); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.accounts button:focus-visible { outline-offset: -2px; }
@media (max-width: 480px) { main { padding: 28px 20px; margin-top: 0; } }
`;
