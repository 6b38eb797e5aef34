"""A shared pack comes from anybody: whatever is in it, it is refused with a reason or read as a few small texts."""

import io
import struct
import warnings
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allycoach.content.pack_file import (
    KINDS,
    MOST_BYTES,
    MOST_FILES,
    MOST_ZIPPED,
    SharedFile,
    read_pack_file,
    unzipped,
    zipped,
)
from allycoach.errors import ContentError

PACK = SharedFile("packs", "mine", b"schema: 1\nid: mine\n")
GOOD = zipped([PACK, SharedFile("drills", "one", b"id: one\n" * 50)])


def zip_of(files: Mapping[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w", compression) as archive:
        warnings.simplefilter("ignore")
        for name, data in files.items():
            info = zipfile.ZipInfo(name)
            info.filename = name
            info.compress_type = compression
            archive.writestr(info, data)
    return out.getvalue()


def refused(data: bytes) -> str:
    with pytest.raises(ContentError) as caught:
        unzipped(data, "in.zip")
    assert caught.value.kept == "Nothing was added."
    return str(caught.value)


def test_what_goes_in_comes_out_and_the_same_makes_the_same() -> None:
    files = [SharedFile("scenarios", "b", "é ✓\n".encode()), PACK]
    assert unzipped(zipped(files), "x.zip") == (PACK, files[0])
    assert zipped(files) == zipped(files[::-1])


@pytest.mark.parametrize(
    "name",
    [
        "../packs/x.yaml",
        "packs/../../x.yaml",
        "/packs/x.yaml",
        "/etc/passwd",
        "C:/packs/x.yaml",
        "C:\\packs\\x.yaml",
        "packs\\x.yaml",
        "packs/..\\..\\x.yaml",
        "packs/deep/x.yaml",
        "x.yaml",
        "packs/x.yml",
        "packs/x.py",
        "packs/x.yaml.zip",
        "packs/.x.yaml",
        "packs/X.yaml",
        "packs/x .yaml",
        "packs/ü.yaml",
        "packs/\u202ex.yaml",
        "packs/x\x00.yaml",
        "packs/x.yaml\n",
        "packs/con.yaml",
        "packs/lpt1.x.yaml",
        "procedure/card.yaml",
        "phrasebank/advice.yaml",
        "framework/x.yaml",
        "__MACOSX/packs/x.yaml",
        "packs/" + "x" * 90 + ".yaml",
        "drills/packs/",
        "//server/share/x.yaml",
        "",
    ],
)
def test_a_path_that_is_not_plainly_ours_is_refused(name: str) -> None:
    assert "cannot be used as a pack" in refused(zip_of({"packs/mine.yaml": b"x", name: b"x"}))


@pytest.mark.parametrize(
    ("mode", "is_refused"), [(0o120777, True), (0o040755, True), (0o060644, True), (0o100755, False)]
)
def test_links_folders_and_devices_are_refused(mode: int, is_refused: bool) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        info = zipfile.ZipInfo("packs/x.yaml")
        info.create_system, info.external_attr = 3, mode << 16
        archive.writestr(info, "../../secret")
    if is_refused:
        assert "no ordinary file" in refused(out.getvalue())
    else:
        assert unzipped(out.getvalue(), "x.zip")[0].data == b"../../secret"


def test_a_bomb_does_not_go_off() -> None:
    assert "grows more than 100 times" in refused(zip_of({"packs/x.yaml": b"a" * 900_000}))


def test_many_files_that_are_large_together_are_refused() -> None:
    noise = bytes(range(256)) * 3000
    files = {f"drills/d{number}.yaml": noise for number in range(MOST_BYTES // len(noise) + 2)}
    data = zip_of(files)
    assert len(data) < MOST_ZIPPED
    assert "cannot be used as a pack" in refused(data)


def test_too_many_files_are_refused_before_any_is_read() -> None:
    assert f"the most is {MOST_FILES}" in refused(zip_of({f"drills/d{number}.yaml": b"x" for number in range(60)}))


def test_a_zip_that_is_large_itself_is_refused(tmp_path: Path) -> None:
    assert "larger than 2 MB" in refused(b"x" * (MOST_ZIPPED + 1))
    path = tmp_path / "endless.zip"
    with path.open("wb") as file:
        file.truncate(10**10)
    with pytest.raises(ContentError, match="larger than 2 MB"):
        read_pack_file(path)


def test_one_name_twice_is_refused() -> None:
    out = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w") as archive:
        warnings.simplefilter("ignore")
        for _ in range(2):
            archive.writestr("packs/x.yaml", "x")
    assert "in it twice" in refused(out.getvalue())


@pytest.mark.parametrize("compression", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_ways_of_packing_are_refused(compression: int) -> None:
    assert "not used here" in refused(zip_of({"packs/x.yaml": b"x"}, compression))


def test_a_password_is_refused() -> None:
    data = bytearray(zip_of({"packs/x.yaml": b"x"}))
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    assert "needs a password" in refused(bytes(data))


def test_a_zip_that_lies_about_sizes_is_refused() -> None:
    data = bytearray(zip_of({"packs/x.yaml": b"a" * 5000}))
    at = data.rindex(b"PK\x01\x02") + 24
    assert struct.unpack_from("<I", data, at) == (5000,)
    struct.pack_into("<I", data, at, 10)
    refused(bytes(data))


def test_a_zip_in_a_zip_is_only_a_name_that_is_refused() -> None:
    assert "packs/inner.zip" in refused(zip_of({"packs/inner.zip": GOOD}))


def test_folders_themselves_are_no_harm() -> None:
    data = zip_of({"packs/": b"", "packs/mine.yaml": PACK.data})
    assert unzipped(data, "x.zip") == (PACK,)


@pytest.mark.parametrize("data", [b"", b"PK", b"PK\x05\x06", b"hello", GOOD[:-1], GOOD[: len(GOOD) // 2], GOOD[40:]])
def test_what_is_no_zip_or_half_of_one_is_refused(data: bytes) -> None:
    refused(data)


def test_a_file_that_is_not_there_or_a_folder_is_said(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "gone.zip"):
        with pytest.raises(ContentError, match="There is no file"):
            read_pack_file(path)


def harmless(data: bytes) -> None:
    """Either it is refused, with ContentError alone, or what comes out is small and belongs where it says."""
    try:
        files = unzipped(data, "in.zip")
    except ContentError:
        return
    assert len(files) <= MOST_FILES
    assert sum(len(file.data) for file in files) <= MOST_BYTES
    root = Path("/home/somebody/content")
    for file in files:
        assert file.kind in KINDS
        assert (root / file.name).resolve() == root / file.kind / f"{file.id}.yaml"


@given(st.binary(max_size=400))
def test_any_bytes_at_all(data: bytes) -> None:
    harmless(data)
    harmless(b"PK\x03\x04" + data + GOOD[-60:])


@settings(max_examples=300)
@given(st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), min_size=1, max_size=8))
def test_a_good_one_with_some_bytes_changed(changes: list[tuple[int, int]]) -> None:
    data = bytearray(GOOD)
    for at, value in changes:
        data[at] = value
    harmless(bytes(data))


@given(st.dictionaries(st.text(max_size=30), st.binary(max_size=50), max_size=5))
def test_any_names_at_all(files: dict[str, bytes]) -> None:
    try:
        data = zip_of(files)
    except (UnicodeError, ValueError):
        return
    harmless(data)
