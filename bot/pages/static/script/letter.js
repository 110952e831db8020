// A letter, as it was changed on the page: copied, or printed by itself.
const LETTERS = {
  async copy(letter) {
    try {
      await navigator.clipboard.writeText(letter.innerText);
      statusLine.textContent = said.copied;
    } catch {
      // Not allowed to: then all of it is marked, and the keys of the device copy it.
      getSelection().selectAllChildren(letter);
      statusLine.textContent = said.marked;
    }
  },
  print(letter) {
    root.classList.add("letter-alone");
    letter.classList.add("printed");
    print();
    root.classList.remove("letter-alone");
    letter.classList.remove("printed");
  },
};

for (const buttons of document.querySelectorAll(".letter + .buttons")) buttons.hidden = false;
log?.addEventListener("click", (event) => {
  const button = event.target.closest("[data-letter]");
  if (button) LETTERS[button.dataset.letter](button.closest(".message").querySelector(".letter"));
});
