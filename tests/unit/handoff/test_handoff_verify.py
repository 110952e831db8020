"""A pack that was touched is refused, with the first thing that is wrong."""

import hashlib
import io
import zipfile

import pytest

from bot.handoff.archive import safe_name
from bot.handoff.verify import verify

DATA = {"bag/data/00-START-HERE.txt": b"Read this first.\n", "bag/data/A-account/chronology.csv": b"a,b\r\n"}


def pack(data=DATA, **changes):
    """The files of a sound pack; `changes` puts other bytes in (None: leaves out) after the lists were made."""
    files = {
        "bag/bagit.txt": b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
        "bag/bag-info.txt": b"Bagging-Date: 2026-04-03\n",
        **data,
    }
    files["bag/manifest-sha256.txt"] = lines(files, [n for n in files if n.startswith("bag/data/")])
    files["bag/tagmanifest-sha256.txt"] = lines(files, [n for n in files if not n.startswith("bag/data/")])
    files = {"package.dsse.json": b"{}", "signer-keys.json": b"{}", **files, **changes}
    return {name: content for name, content in files.items() if content is not None}


def lines(files, names):
    return "".join(f"{hashlib.sha256(files[n]).hexdigest()}  {n[len('bag/') :]}\n" for n in names).encode()


@pytest.fixture()
def said(tmp_path):
    def check(files):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in files.items() if isinstance(files, dict) else files:
                archive.writestr(name, content)
        return check_bytes(out.getvalue())

    def check_bytes(data):
        path = tmp_path / "pack.zip"
        path.write_bytes(data)
        return verify(path)

    check.bytes = check_bytes
    return check


def test_a_sound_pack_has_nothing_wrong(said):
    assert said(pack()) is None


def test_a_file_that_is_not_there(tmp_path):
    assert "no file" in verify(tmp_path / "none.zip")
    assert "folder" in verify(tmp_path)


@pytest.mark.parametrize("data", [b"", b"PK", b"not a zip at all", b"PK\x05\x06" + b"\xff" * 18])
def test_a_file_that_is_no_zip(said, data):
    assert "not a zip" in said.bytes(data)


def test_a_locked_pack_says_that_it_is_locked(said):
    assert "age" in said.bytes(b"age-encryption.org/v1\n-> scrypt")


def test_a_pack_without_signature_or_bag(said):
    assert "package.dsse.json" in said(pack(**{"package.dsse.json": None}))
    assert "bag/" in said({"package.dsse.json": b"{}"})


@pytest.mark.parametrize("name", [n for n in pack() if n.startswith("bag/") and n != "bag/tagmanifest-sha256.txt"])
def test_a_changed_file_is_named(said, name):
    good = pack()[name]
    wrong = said(pack(**{name: good[:-1] + bytes([good[-1] ^ 1])}))
    assert wrong and (name.removeprefix("bag/") in wrong)


def test_a_changed_list_of_lists_is_found(said):
    good = pack()["bag/tagmanifest-sha256.txt"]
    assert said(pack(**{"bag/tagmanifest-sha256.txt": b"0" * 64 + good[64:]}))


def test_a_file_left_out_or_put_in(said):
    assert "A-account/chronology.csv" in said(pack(**{"bag/data/A-account/chronology.csv": None}))
    assert "extra.exe" in said(pack(**{"bag/data/extra.exe": b"MZ"}))
    assert "extra.txt" in said(pack(**{"bag/extra.txt": b"x"}))


@pytest.mark.parametrize("manifest", ["bag/manifest-sha256.txt", "bag/tagmanifest-sha256.txt", "bag/bagit.txt"])
def test_a_bag_without_its_lists(said, manifest):
    assert said(pack(**{manifest: None}))


def test_a_list_that_cannot_be_read_or_says_a_thing_twice(said):
    assert "Line 1" in said(pack(**{"bag/tagmanifest-sha256.txt": b"md5 nothing\n"}))
    assert "Line 1" in said(pack(**{"bag/tagmanifest-sha256.txt": b"\xff\xfe\n"}))
    good = pack()["bag/tagmanifest-sha256.txt"]
    assert "twice" in said(pack(**{"bag/tagmanifest-sha256.txt": good + good}))


@pytest.mark.parametrize(
    "name",
    [
        "../x",
        "/etc/x",
        "a/../b",
        "a\\b",
        "C:/x",
        "a//b",
        "./a",
        "bag/data/\u202efdp.exe",
        "a\nb",
        "con",
        "a/nul.txt",
        "x.",
        "x ",
        "a?b",
    ],
)
def test_a_name_that_leaves_the_folder_is_refused(said, name):
    assert not safe_name(name)
    assert "not safe" in said({name: b"x", **pack()})


@pytest.mark.parametrize(
    "name", ["bag/", "bag/data/A-account/summary.pdf", "package.dsse.json", "bag/data/evidence/originals/E-0001.png"]
)
def test_names_of_a_pack_are_safe(name):
    assert safe_name(name)


def test_a_name_that_is_both_file_and_folder_is_refused(said):
    assert "not safe" in said({**pack(), "bag/data": b"x"})


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_one_name_twice_is_refused_whatever_its_case(said):
    files = list(pack().items())
    assert "same name" in said(files + [files[-1]])
    assert "same name" in said({**pack(), "BAG/bagit.txt": b"x"})


def test_a_link_is_refused(said):
    link = zipfile.ZipInfo("bag/data/link")
    link.external_attr = 0o120777 << 16
    assert "link" in said([*pack().items(), (link, b"/etc/passwd")])


def test_a_locked_member_is_refused(said, tmp_path):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in pack().items():
            archive.writestr(name, content)
    data = bytearray(out.getvalue())
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert "locked" in said.bytes(bytes(data))


def test_every_flipped_bit_in_the_stored_bytes_is_found(said):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in pack().items():
            archive.writestr(name, content)
    body = out.getvalue()
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        for info in archive.infolist():
            at = info.header_offset + 30 + len(info.filename) + info.compress_size // 2
            assert said.bytes(body[:at] + bytes([body[at] ^ 1]) + body[at + 1 :]), info.filename


def test_a_hostile_name_is_shown_printable_and_short(said):
    wrong = said({"../\x1b[2J" + "x" * 500: b"", **pack()})
    assert "\x1b" not in wrong and len(wrong) < 250


def test_too_large_a_pack_is_not_unpacked(said, monkeypatch):
    monkeypatch.setattr("bot.handoff.archive.MOST_BYTES", 10)
    assert "more than 10 bytes" in said(pack())
    monkeypatch.setattr("bot.handoff.archive.MOST_FILES", 2)
    assert "more than 2 files" in said(pack())
