// Leaving: blank, tell the server, replace this page in the history. In this order, so that nothing waits for the network.
const root = document.documentElement;

function leave() {
  root.style.visibility = "hidden";
  document.title = "\u00a0";
  navigator.sendBeacon("/api/leave");
  document.body.replaceChildren();
  location.replace(navigator.onLine ? `https://${root.dataset.leave}` : "about:blank");
}

document.getElementById("leave")?.addEventListener("submit", (event) => {
  event.preventDefault();
  leave();
});

// Shift three times within five seconds. Any other key or a click between starts the count again, so capitals never count.
let shifts = [];
let shiftLeaves = true;

addEventListener("keydown", (event) => {
  if (event.repeat) return;
  shifts = event.key === "Shift" ? [...shifts.filter((at) => event.timeStamp - at < 5000), event.timeStamp] : [];
  if (shifts.length === 3 && shiftLeaves) leave();
});
addEventListener("pointerdown", () => { shifts = []; });

// A page that comes back out of the browser's memory asks the server first what may be shown.
addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
