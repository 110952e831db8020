"""The trained model: where it is, whether it is the one for this training data, and training it."""
from __future__ import annotations

import hashlib
import json
import logging
from pathlib import Path

logger = logging.getLogger(__name__)
NAME = "daybook"
# Everything that a model is made of: its data, its configuration, and the code of its components.
_ADAPTERS = ("encoder", "encoder_layers", "lesson", "curriculum", "ngrams", "convolution", "convolution_fit", "meaning", "reader",
             "reader_component", "intent_component", "reading_component", "safety_component", "account_component")
_SAFETY = ("learned", "passages", "normalise", "respelt", "spelling", "segment", "rulebook", "asked")
_RULES = ("danger", "others", "self_harm", "words", "spelling", "context", "questions", "other_languages")
MADE_OF = ("config.yml", "domain.yml", "data", *(f"bot/adapters/{name}.py" for name in _ADAPTERS), *(f"bot/safety/{name}.py" for name in _SAFETY),
           *(f"bot/safety/rules/{name}.yml" for name in _RULES), "bot/safety/examples",
           "bot/understanding/accounts.py", "bot/understanding/noticed.py", "bot/understanding/examples")


class ModelDamaged(Exception):
    """The model's file is there, and is not what was trained."""


class Model:
    """`root`: the project. `folder`: where models are kept."""

    def __init__(self, root: Path, folder: Path) -> None:
        self._root, self.path, self._note = root, folder / f"{NAME}.tar.gz", folder / f"{NAME}.json"

    def up_to_date(self) -> bool:
        """Whether it was trained from what is here now. Raises ModelDamaged where its file was changed since."""
        if not self.path.exists() or not self._note.exists():
            return False
        try:
            note = json.loads(self._note.read_text("utf-8"))
        except ValueError:
            return False
        if note.get("made_of") != made_of(self._root):
            return False
        # A model is loaded with more trust than data: only the very file that was trained here.
        if note.get("sha256") != _sha256(self.path):
            raise ModelDamaged(f"The model {self.path} is damaged. Delete it, and it will be trained again.")
        return True

    def train(self) -> None:
        """Trains, and notes what from."""
        import rasa

        self.path.parent.mkdir(parents=True, exist_ok=True)
        rasa.train(domain=str(self._root / "domain.yml"), config=str(self._root / "config.yml"), training_files=[str(self._root / "data")],
                   output=str(self.path.parent), fixed_model_name=NAME)
        self._note.write_text(json.dumps({"made_of": made_of(self._root), "sha256": _sha256(self.path)}), "utf-8")


def made_of(root: Path) -> str:
    """A hash of all that a model is made of, in a project at `root`; what is written about it for people is no part of it."""
    digest = hashlib.sha256()
    for name in MADE_OF:
        path = root / name
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_file() and file.suffix in (".py", ".yml"):
                digest.update(file.relative_to(root).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        digest = hashlib.sha256()
        while block := file.read(1 << 20):
            digest.update(block)
        return digest.hexdigest()
