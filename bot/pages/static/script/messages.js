// One message of the chat API as a list item: the same as templates/message.html. Text only, never markup.
const template = document.getElementById("say");
const said = {};
for (const item of template ? template.content.querySelectorAll("[data-say]") : []) said[item.dataset.say] = item.textContent;

function make(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) if (value !== null && value !== false) made.setAttribute(name, value);
  made.append(...children.flat().filter((child) => child !== null));
  return made;
}

function youSaid(text) {
  return make("li", { class: "message you text new" }, make("span", { class: "hear" }, said.you), make("p", { dir: "auto" }, text));
}

function itemOf(message) {
  const urgent = ["emergency", "silent"].includes(message.kind);
  return make("li", { class: `message bot new ${message.type}${urgent ? " urgent" : ""}`, lang: message.lang === root.lang ? null : message.lang, tabindex: "-1" },
    make("span", { class: "hear" }, said.bot), (SHOW[message.type] || plain)(message, urgent));
}

const SHOW = { choices, date: choices, check, answer, service, receipt, crisis };

function plain(message) {
  const letter = message.letter || "";
  return [paragraph(message.text.slice(0, message.text.length - letter.length).trimEnd()), ...(letter ? letterOf(letter) : [])];
}

// Hers to change; the browser's spell checker would send its words away.
function letterOf(letter) {
  const text = make("div", { class: "letter", dir: "auto", contenteditable: "plaintext-only", role: "textbox", "aria-multiline": "true", "aria-label": said.letter, spellcheck: "false" }, letter);
  const button = (does) => make("button", { type: "button", "data-letter": does }, said[`letter_${does}`]);
  return [text, make("div", { class: "buttons" }, button("copy"), button("print")), make("p", { class: "hint" }, said.letter_hint)];
}

function paragraph(...parts) {
  return make("p", { dir: "auto" }, parts);
}

function choices(message) {
  const options = message.options || [];
  const alone = options.filter((option) => message.many && option.alone);
  const rest = options.filter((option) => !alone.includes(option));
  return [fieldset(withoutLabels(message.text, options),
    message.many ? form(ticks(rest), submit(said.many_send)) : null,
    message.many ? (alone.length ? form(buttons(alone)) : null) : form(buttons(rest)),
    message.fields && message.fields.length ? dateForm(message) : null)];
}

function check(message) {
  const rows = message.rows || [];
  const parts = checkParts(withoutLabels(message.text, message.options || []), rows);
  return [paragraph(parts.intro),
    parts.account ? make("blockquote", { dir: "auto", "aria-label": said.your_words }, parts.account) : null,
    fieldset(parts.question, form(make("dl", null, rows.map(rowOf))), form(buttons(message.options || [])))];
}

function rowOf(row) {
  const guess = row.inferred ? make("span", { class: "hint" }, said.inferred) : null;
  return make("div", null, make("dt", null, row.label), make("dd", { dir: "auto" }, row.value, guess),
    make("dd", null, make("button", { class: "change", name: "choice", value: row.change }, said.change,
      make("span", { class: "hear" }, said.colon + row.label))));
}

function answer(message) {
  const options = message.options || [];
  const [lines, below] = sourcesApart(withoutLabels(message.text, options), template.dataset.sources);
  const urls = below.map((line, at) => (message.sources[at] && line.includes(message.sources[at].title) ? webOf(message.sources[at].url) : ""));
  return [heading(lines[0]), lines.slice(1).filter(Boolean).map((line) => paragraph(line)), sources(below, urls),
    options.length ? fieldset(said.further, form(buttons(options))) : null].flat();
}

function service(message) {
  const [lines, below] = sourcesApart(message.text, template.dataset.sources);
  const shown = lines.slice(1).filter(Boolean);
  const hours = message.hours ? shown.findIndex((line) => line.includes(message.hours)) : -1;
  const made = shown.map((line) => linked(line, message));
  if (hours >= 0 && made[hours + 1]) made[hours + 1].classList.add("strong");
  const elsewhere = made.some((line) => line.querySelector(".web")) ? otherSite() : null;
  return [heading(lines[0]), made, elsewhere, sources(below, [])].flat();
}

function linked(line, { phone, url }) {
  const byPhone = telOf(phone) && line.length < phone.length + 40 ? cut(line, phone) : null;
  if (byPhone) return paragraph(byPhone[0], make("a", { class: "tel", href: telOf(phone) }, make("bdi", { dir: "ltr" }, phone)), byPhone[1]);
  const byUrl = webOf(url) ? cut(line, url) : null;
  return byUrl ? paragraph(byUrl[0], make("a", { class: "web", href: url, rel: "noreferrer" }, url), byUrl[1]) : paragraph(line);
}

function sources(lines, urls) {
  if (!lines.length) return null;
  const items = lines.map((line, at) => make("li", { dir: "auto" }, urls[at] ? make("a", { href: urls[at], rel: "noreferrer" }, line) : line));
  return make("details", null, make("summary", null, said.sources), make("ul", null, items), urls.some(Boolean) ? otherSite() : null);
}

function otherSite() {
  return make("p", { class: "hint" }, said.other_site);
}

function receipt(message) {
  return message.text.split("\n").filter(Boolean).map((line) => {
    const parts = cut(line, message.sha256);
    const made = parts ? paragraph(parts[0], make("code", { dir: "ltr" }, message.sha256), parts[1]) : paragraph(line);
    if (message.words && line === message.words) made.classList.add("words");
    return made;
  });
}

function crisis(message, urgent) {
  const actions = message.actions || [];
  const lines = withoutActions(message.text, actions).split("\n").filter(Boolean);
  const buttons = actions.length ? make("div", { class: "actions" }, actions.map(actionOf)) : null;
  const text = lines.map((line) => paragraph(line));
  // In an emergency the number to press comes before the words to read.
  return [make("p", { class: "kind" }, urgent ? said.emergency : said.help_now), ...(urgent ? [buttons, ...text] : [...text, buttons])];
}

function actionOf({ label, tel, url }) {
  const href = telOf(tel) || webOf(url);
  const number = tel && !label.includes(tel) ? [said.colon, make("bdi", { dir: "ltr" }, tel)] : [];
  return href ? make("a", { href, rel: url ? "noreferrer" : null }, label, number) : make("p", null, label, number);
}

function heading(text) {
  return make("h2", { dir: "auto" }, text);
}

function fieldset(legend, ...forms) {
  return make("fieldset", null, make("legend", { dir: "auto" }, legend || said.choose), forms);
}

function form(...children) {
  return make("form", { method: "post", action: "/", class: "options" }, children);
}

function buttons(options) {
  return make("div", { class: "buttons" }, options.map(({ id, label }) => make("button", { name: "choice", value: id }, label)));
}

function submit(label) {
  return make("div", { class: "buttons" }, make("button", { class: "main" }, label));
}

function ticks(options) {
  return make("div", { class: "ticks" }, options.map(({ id, label }) =>
    make("label", null, make("input", { type: "checkbox", name: "choice", value: id }), " ", label)));
}

function dateForm({ id, fields }) {
  return form(make("input", { type: "hidden", name: "card", value: id }), make("p", { class: "hint" }, said.date_heading),
    make("div", { class: "fields" }, fields.map((name) => make("label", { class: name }, said[name],
      name === "about" ? make("span", { class: "hint" }, said.about_hint) : null,
      make("input", { type: "text", name, inputmode: name === "day" || name === "year" ? "numeric" : null, autocomplete: "off" })))),
    submit(said.use_date));
}
