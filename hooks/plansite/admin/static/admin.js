// The entrance of the form: words and configuration from this folder, then the editor itself.

import { configure, fromFile, toFile } from "./plan-yaml.js";

const FORMAT = "plan-yaml";
const WORDS = /^https:\/\/unpkg\.com\/@sveltia\/cms@[^/]+\/locales\/([A-Za-z-]+\.json)$/;

// The editor asks a public network for the words of its buttons; they stand in locales/ here.
const fetchAnywhere = window.fetch.bind(window);
window.fetch = (resource, options) => {
  const found = WORDS.exec(String(resource));
  return fetchAnywhere(found ? `locales/${found[1]}` : resource, options);
};

// A form is written once in config.json; each file names the one it uses.
function collection({ files, ...rest }, forms) {
  return {
    ...rest,
    format: FORMAT,
    editor: { preview: false },
    files: files.map(({ form, ...file }) => ({
      ...file,
      ...(form === "prose" ? { format: "raw" } : {}),
      fields: forms[form],
    })),
  };
}

// One entry of choices, filled into every field that names it.
function withChoices(fields, choices) {
  return fields.map(({ choose, ...field }) => ({
    ...field,
    ...(choose ? { options: choices[choose] } : {}),
    ...(field.fields ? { fields: withChoices(field.fields, choices) } : {}),
    ...(field.field ? { field: withChoices([field.field], choices)[0] } : {}),
  }));
}

async function start() {
  const answer = await fetchAnywhere("config.json");
  const { settings, forms, choices, collections, scalars } = await answer.json();
  configure(scalars);
  const filled = Object.fromEntries(
    Object.entries(forms).map(([name, fields]) => [name, withChoices(fields, choices)]),
  );
  window.CMS.registerCustomFormat(FORMAT, "yml", { fromFile, toFile });
  window.CMS.init({
    config: {
      ...settings,
      load_config_file: false,
      collections: collections.map((one) => collection(one, filled)),
    },
  });
}

window.CMS_MANUAL_INIT = true;
const script = document.createElement("script");
script.src = "sveltia-cms.js";
script.onload = start;
document.head.append(script);
