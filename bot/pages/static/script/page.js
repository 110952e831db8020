// Ties the page together: forms, keys, links, and hiding the notes when nothing is pressed for a while.
const AWAY_MS = 60000;

function picked(form, button) {
  const label = (input) => input.closest("label").textContent.trim();
  if (button && button.name === "choice") return send({ choice: button.value }, button.textContent);
  if (form.elements.card) return dated(form);
  const ticked = [...form.querySelectorAll("input[name=choice]:checked")];
  if (ticked.length) return send({ choice: ticked.map((input) => input.value) }, ticked.map(label).join("\n"));
  return cardError(form, form.querySelector("input[name=choice]"), said.pick);
}

function dated(form) {
  const fields = [...form.querySelectorAll("input[type=text]")].filter((input) => input.value.trim());
  if (!fields.length) return cardError(form, form.querySelector("input[type=text]"), said.date_empty);
  const values = Object.fromEntries(fields.map((input) => [input.name, input.value]));
  return send({ card: form.elements.card.value, values }, fields.map((input) => input.value).join(" "));
}

function write() {
  if (box.value.trim()) send({ text: box.value }, box.value);
  else statusLine.textContent = said.empty;
  box.focus({ preventScroll: true });
}

function converse() {
  const writing = document.getElementById("write");
  writing.addEventListener("submit", (event) => { event.preventDefault(); write(); });
  box.addEventListener("input", grow);
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) write();
  });
  log.addEventListener("submit", (event) => {
    event.preventDefault();
    picked(event.target, event.submitter);
  });
  document.getElementById("hint").hidden = false;
  const shift = document.getElementById("shift");
  shift.hidden = false;
  shift.firstElementChild.addEventListener("change", (event) => { shiftLeaves = event.target.checked; });
  grow();
  hideWhenAway();
}

// Our own links replace this page, so the history holds one row. Words that were not sent are not dropped without asking.
let warned = null;
addEventListener("click", (event) => {
  const link = event.target.closest("a[href]");
  const address = link ? link.getAttribute("href") : "";
  const opensElsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.button;
  if (!/^(\/|https:)/.test(address) || opensElsewhere) return;
  if (box && box.value.trim() && warned !== link) {
    event.preventDefault();
    warned = link;
    tell(said.unsent, []);
  } else if (address.startsWith("/")) {
    event.preventDefault();
    location.replace(address);
  }
});

function hideWhenAway() {
  const cover = document.getElementById("hidden");
  const main = document.getElementById("notes");
  let last = Date.now();
  let leftAt = 0;
  const hide = () => {
    main.hidden = true;
    cover.hidden = false;
  };
  const touched = () => { last = Date.now(); };
  for (const kind of ["keydown", "pointerdown", "scroll"]) addEventListener(kind, touched, { passive: true });
  setInterval(() => { if (Date.now() - last > root.dataset.hide * 1000) hide(); }, 1000);
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) leftAt = Date.now();
    else if (leftAt && Date.now() - leftAt > AWAY_MS) hide();
  });
  cover.querySelector("button").addEventListener("click", () => {
    touched();
    cover.hidden = true;
    main.hidden = false;
    grow();
    log.lastElementChild?.scrollIntoView({ block: "start" });
    box.focus({ preventScroll: true });
  });
}

if (log && box) converse();
