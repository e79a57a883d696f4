// Writes references with citeproc-js, the reference processor of CSL.
//
//     node styles_reference.js FOLDER-OF-CITEPROC < job.json > answer.json
//
// The job has `locales` (a folder), `items`, and `styles` ([{name, path, locale}]). The answer
// has for each style `single` (one reference per item, HTML), `order` (ids) and `list` (HTML).
"use strict";
const fs = require("fs");
const CSL = require(process.argv[2]);
CSL.debug = () => {};

const job = JSON.parse(fs.readFileSync(0, "utf8"));
const items = new Map(job.items.map((item) => [item.id, item]));
const system = {
  retrieveLocale: (name) => {
    const path = `${job.locales}/locales-${name}.xml`;
    return fs.existsSync(path) ? fs.readFileSync(path, "utf8") : false;
  },
  retrieveItem: (id) => items.get(id),
};

function list(engine, ids) {
  engine.updateItems(ids);
  const [about, entries] = engine.makeBibliography();
  return { ids: about.entry_ids.map((group) => group[0]), entries };
}

const answer = {};
for (const style of job.styles) {
  try {
    const text = fs.readFileSync(style.path, "utf8");
    const engine = new CSL.Engine(system, text, style.locale, true);
    const single = job.items.map((item) => list(engine, [item.id]).entries[0] || "");
    const whole = list(new CSL.Engine(system, text, style.locale, true), [...items.keys()]);
    answer[style.name] = { single, order: whole.ids, list: whole.entries };
  } catch (error) {
    answer[style.name] = { error: String(error) };
  }
}
process.stdout.write(JSON.stringify(answer));
