// Sends what was typed or picked. It stays on the page until the server has answered; a second try carries the same key.
const box = document.getElementById("text");
const log = document.getElementById("log");
const statusLine = document.getElementById("status");
const trouble = document.getElementById("trouble");
const WAIT_MS = 60000;
let pending = null;
let busy = false;
// Whether Send was pressed again while waiting: what is new in the box then goes as soon as there is an answer.
let next = false;

function newKey() {
  if (crypto.randomUUID) return crypto.randomUUID();
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

// `body`: what the chat API takes. `echo`: how the log shows it. The same body as the one that failed is the same try.
function send(body, echo) {
  if (busy) return wait(body);
  const same = pending && JSON.stringify(pending.body) === JSON.stringify(body);
  pending = same ? pending : { body, echo, key: newKey() };
  attempt();
}

function wait(body) {
  if (!("text" in body) || body.text === pending.body.text) return;
  next = true;
  statusLine.textContent = said.next;
}

async function attempt() {
  busy = true;
  trouble.replaceChildren();
  statusLine.textContent = said.sending;
  const slow = setTimeout(() => { if (!next) statusLine.textContent = said.slow; }, 4000);
  const [reply, answer] = await post("/api/messages", pending.body, { "Idempotency-Key": pending.key });
  clearTimeout(slow);
  busy = false;
  statusLine.textContent = "";
  const more = next;
  next = false;
  if (reply && reply.ok && answer) {
    show(answer.messages);
    if (more && box.value.trim()) send({ text: box.value }, box.value);
  }
  else if (reply && (reply.status === 401 || reply.status === 403)) locked();
  else failed(reply, answer);
}

// [the reply or null, its JSON or null]; never throws.
async function post(path, body, headers) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), WAIT_MS);
  let reply = null;
  try {
    reply = await fetch(path, { method: "POST", credentials: "same-origin", cache: "no-store", signal: stop.signal,
      headers: { "Content-Type": "application/json", ...headers }, body: JSON.stringify(body) });
    return [reply, await reply.json()];
  } catch {
    return [reply && !reply.ok ? reply : null, null];
  } finally {
    clearTimeout(timer);
  }
}

function show(messages) {
  const { body, echo } = pending;
  const typed = "text" in body;
  pending = null;
  if (typed) keepOnlyNew(body.text);
  for (const old of log.querySelectorAll("fieldset")) old.disabled = true;
  const yours = youSaid(echo);
  const items = messages.map(itemOf);
  log.append(yours, ...items);
  const first = items.length && yours.offsetHeight > innerHeight / 3 ? items[0] : yours;
  first.scrollIntoView({ block: "start" });
  // On a touch screen the box would bring up the keyboard, over the next question.
  if (!typed && matchMedia("(pointer: coarse)").matches && items[0]) items[0].focus({ preventScroll: true });
  else box.focus({ preventScroll: true });
  forgetWords();
}

// The five words stay here no longer than in the notes: they go once the page itself would not show them again.
async function forgetWords() {
  const shown = log.querySelector(".words");
  if (!shown) return;
  try {
    const reply = await fetch("/", { credentials: "same-origin", cache: "no-store" });
    if (!reply.ok || (await reply.text()).includes(shown.textContent)) return;
  } catch {
    return;
  }
  shown.previousElementSibling.remove();
  shown.remove();
}

// What was typed while waiting stays.
function keepOnlyNew(sent) {
  if (box.value.startsWith(sent)) box.value = box.value.slice(sent.length).trimStart();
  grow();
}

function failed(reply, answer) {
  const reason = answer && answer.error && answer.error.message;
  if (reply && reply.status === 422) pending = { ...pending, key: newKey() };
  const again = make("button", { type: "button", class: "main" }, said.again);
  again.addEventListener("click", () => { if (!busy) retry(); });
  tell(reason || (reply ? said.failed : said.offline), [emergency(), make("div", { class: "buttons" }, again)]);
}

// The box may have been changed since: then that is what is sent, as a new message.
function retry() {
  if ("text" in pending.body && box.value.trim() && box.value !== pending.body.text) send({ text: box.value }, box.value);
  else attempt();
  box.focus({ preventScroll: true });
}

function emergency() {
  return make("p", null, make("strong", null, said.danger, " ", make("a", { href: "tel:999" }, said.call_999), "."), " ", said.no_voice);
}

function tell(text, more) {
  trouble.replaceChildren(make("p", null, text), ...more);
  trouble.scrollIntoView({ block: "nearest" });
}

// Opened here, so that what stands in the box is not lost on the way.
function locked() {
  const words = make("input", { type: "text", id: "words", autocomplete: "off", autocapitalize: "none", spellcheck: "false", dir: "ltr" });
  const open = make("form", { class: "page", method: "post", action: "/open" }, make("label", { for: "words" }, said.words_label), words,
    make("button", { class: "main" }, said.words_send));
  open.addEventListener("submit", async (event) => {
    event.preventDefault();
    const [reply, answer] = await post("/api/open", { words: words.value }, {});
    if (reply && reply.ok && answer) reopened(answer.messages);
    else cardError(open, words, (answer && answer.error && answer.error.message) || (reply ? said.wrong_words : said.offline));
  });
  tell(said.locked, [open, make("p", null, make("a", { href: "/" }, said.start))]);
  words.focus();
}

function reopened(messages) {
  pending = null;
  trouble.replaceChildren();
  log.replaceChildren(...messages.map(itemOf));
  statusLine.textContent = said.opened;
  box.focus();
}

function cardError(form, field, text) {
  form.querySelector(".error")?.remove();
  form.prepend(make("p", { class: "error", id: "card-error" }, text));
  field.setAttribute("aria-invalid", "true");
  field.setAttribute("aria-describedby", "card-error");
  field.focus();
}

function grow() {
  box.style.height = "auto";
  box.style.height = `${Math.min(box.scrollHeight + 4, innerHeight * 0.4)}px`;
}
