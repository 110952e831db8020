// The same as bot/pages/split.py: a message's text without the parts that are shown as controls. Nothing is dropped.
function withoutLabels(text, options) {
  const ending = options.map((option) => option.label).join("\n");
  if (!options.length || !text.endsWith(ending)) return text;
  const rest = text.slice(0, text.length - ending.length);
  return rest.endsWith("\n") ? rest.slice(0, -1) : rest;
}

function withoutActions(text, actions) {
  const shown = new Set(actions.flatMap(({ label, tel, url }) => {
    const target = tel || url || "";
    return [label, `${label}: ${target}`, `${label} (${target})`, `${label} ${target}`];
  }));
  return text.split("\n").filter((line) => !shown.has(line.trim())).join("\n");
}

// From the last row backwards, as the account may hold a line that looks like a row.
function checkParts(text, rows) {
  let end = text.length;
  let question = "";
  for (const row of [...rows].reverse()) {
    const line = `\n${row.label}: ${row.value}`;
    const start = end < line.length ? -1 : text.lastIndexOf(line, end - line.length);
    if (start < 0) return { intro: text, account: "", question: "" };
    if (end === text.length) {
      const lineEnd = text.indexOf("\n", start + line.length);
      question = lineEnd < 0 ? "" : text.slice(lineEnd + 1);
    }
    end = start;
  }
  const [intro, account] = cut(text.slice(0, end), "\n") || [text.slice(0, end), ""];
  return { intro, account, question };
}

function sourcesApart(text, heading) {
  const lines = text.split("\n");
  const at = lines.lastIndexOf(heading);
  return at < 0 ? [lines, []] : [lines.slice(0, at), lines.slice(at + 1)];
}

function cut(line, part) {
  const at = part ? line.indexOf(part) : -1;
  return at < 0 ? null : [line.slice(0, at), line.slice(at + part.length)];
}

function telOf(number) {
  return number && /^[+0-9][0-9 ()-]*$/.test(number) ? `tel:${number.replace(/[^+0-9]/g, "")}` : "";
}

function webOf(url) {
  return url && url.startsWith("https://") ? url : "";
}
