/** How the tracking page looks on a screen, in the dark, on a narrow screen and on paper; black and white is enough. */

export const STYLE = `
:root { color-scheme: light; --line: #8a8f98; --soft: #f2f4f7; --ink: #16181d; --accent: #0b4f8a; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 1200px; padding: 0 1rem 3rem; color: var(--ink); background: #fff;
  font: 16px/1.5 "Times New Roman", Tinos, "Liberation Serif", serif; }
h1 { font-size: 1.6rem; margin: 1rem 0 .25rem; line-height: 1.3; }
h2 { font-size: 1.3rem; margin: 2rem 0 .5rem; border-bottom: 2px solid var(--accent); padding-bottom: .2rem; }
h3 { font-size: 1.1rem; margin: 1.5rem 0 .25rem; }
a { color: var(--accent); }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 1rem; top: .5rem; background: #fff; padding: .5rem; }
:focus-visible { outline: 3px solid #d08a00; outline-offset: 1px; }
.facts, .note, .unit-line { margin: .25rem 0; font-size: .95rem; }
.unit-line { text-align: right; font-style: italic; }
.note { font-style: italic; }
.draft { display: inline-block; border: 2px solid #a30f0f; color: #a30f0f; font-weight: bold; padding: 0 .6rem;
  letter-spacing: .1em; margin-top: 1rem; }
.stamp { display: none; }
nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; padding: 0; margin: .75rem 0; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: .75rem; margin: 1rem 0;
  padding: 0; list-style: none; }
.tiles li { border: 1px solid var(--line); border-left: 5px solid var(--accent); padding: .5rem .75rem; }
.tiles b { display: block; font-size: 1.5rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
.find { position: sticky; top: 0; z-index: 3; background: #fff; padding: .5rem 0; display: flex; flex-wrap: wrap;
  gap: .25rem .75rem; align-items: baseline; border-bottom: 1px solid var(--line); }
.find input { font: inherit; padding: .25rem .5rem; width: min(24rem, 100%); border: 1px solid var(--line); }
button { font: inherit; color: inherit; cursor: pointer; }
.find button { border: 1px solid var(--line); background: var(--soft); padding: .25rem .75rem; }
.scroll { overflow: auto; max-height: 80vh; border: 1px solid var(--line); }
table { border-collapse: separate; border-spacing: 0; width: 100%; font-variant-numeric: tabular-nums;
  font-size: .95rem; }
th, td { border-right: 1px solid var(--line); border-bottom: 1px solid var(--line); padding: .2rem .45rem;
  text-align: left; vertical-align: middle; }
tbody th { font-weight: normal; min-width: 9rem; }
thead { position: sticky; top: 0; z-index: 2; }
thead th { background: #e7eef7; text-align: center; font-weight: bold; padding: 0; }
thead th.text { min-width: 8rem; }
thead th[colspan] { padding: .2rem .45rem; }
thead button { width: 100%; height: 100%; border: 0; background: none; font-weight: bold; padding: .35rem .45rem; }
thead button::after { content: " \\2195"; color: #667; font-weight: normal; }
th[aria-sort=ascending] button::after { content: " \\25B2"; color: var(--ink); }
th[aria-sort=descending] button::after { content: " \\25BC"; color: var(--ink); }
.right { text-align: right; } .center { text-align: center; }
tr.subtotal > *, tr.section > * { background: var(--soft); font-weight: bold; }
tr.total > * { background: #e2e2e2; font-weight: bold; }
[hidden], .sorted tr.subtotal, .sorted tr.section { display: none !important; }
.severities { border: 1px solid var(--line); display: inline-flex; flex-wrap: wrap; gap: 0 1.25rem;
  margin: .5rem 0; padding: .1rem .75rem .3rem; }
details.unit { border: 1px solid var(--line); margin: .5rem 0; }
summary { padding: .35rem .75rem; background: var(--soft); cursor: pointer; }
details ul { margin: .25rem 0; padding: 0 .75rem; list-style: none; }
details li { padding: .35rem 0 .35rem .75rem; border-left: 5px solid var(--line); margin: .4rem 0;
  overflow-wrap: anywhere; }
li.error { border-left-color: #a30f0f; } li.warning { border-left-color: #b36b00; }
.badge { border: 1px solid currentColor; padding: 0 .35rem; font-size: .85rem; white-space: nowrap; }
li.error .badge { color: #fff; background: #a30f0f; } li.warning .badge { color: #6b4000; }
.more { font-size: .95rem; }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(34rem, 100%), 1fr)); gap: 0 2rem; }
figure { margin: 1rem 0; min-width: 0; } figcaption { font-weight: bold; margin-bottom: .25rem; }
svg { width: 100%; max-width: 760px; height: auto; display: block; font-family: inherit; }
.bar { fill: #8ea7bf; stroke: #16181d; } .bar.whole { fill: #16181d; } text.whole { font-weight: bold; }
figure > div { overflow-x: auto; }
.gap { stroke: #16181d; stroke-dasharray: 3 3; }
@media (max-width: 600px) { body { padding: 0 .5rem 2rem; } h1 { font-size: 1.3rem; } svg { min-width: 34rem; }
  .find { position: static; } }
@page { size: A4 landscape; margin: 15mm; }
@media print {
  body { max-width: none; padding: 0; font-size: 11pt; }
  nav, .find, .skip, .severities, thead button::after { display: none !important; }
  .scroll { overflow: visible; max-height: none; border: 0; border-top: 1px solid var(--line);
    border-left: 1px solid var(--line); }
  thead { display: table-header-group; position: static; }
  .charts { display: block; } svg { max-width: 170mm; }
  tr, li, figure, .tiles { break-inside: avoid; }
  h2, h3, summary, figcaption, .unit-line { break-after: avoid; }
  thead button { padding: .2rem; }
  .is-draft .stamp { display: block; position: fixed; top: 0; right: 0; font-weight: bold; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
