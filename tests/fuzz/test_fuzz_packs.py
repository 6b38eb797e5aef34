"""Shared packs that went wrong, or were made to: added whole after being checked, or refused with nothing added."""

import io
import json
import os
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allycoach.cli.pack_sharing import add_pack
from allycoach.content.layers import shipped_folder
from allycoach.content.loader import read_source
from allycoach.content.located import plain
from allycoach.content.pack_file import KINDS, MOST_BYTES, SharedFile, unzipped, zipped
from allycoach.errors import AllycoachError

from .clear import must_be_clear
from .spoiling import FUZZED, NASTY, randoms, spoilt_bytes, spoilt_value

NAMES = (
    "../x.yaml", "/x.yaml", "packs/../../x.yaml", "packs/con.yaml", "packs\\x.yaml", "packs/x.yaml\0.txt", "Packs/X.yaml",
    "phrasebank/advice.yaml", "procedure/x.yaml", "packs/", "packs/x.yml", "drills/" + "x" * 90 + ".yaml", "packs/é.yaml",
)  # fmt: skip


@cache
def whole() -> tuple[SharedFile, ...]:
    """A pack with what it uses, as `pack save` writes it."""
    folder = shipped_folder()
    names = (
        ("packs", "advice-to-questions"), ("drills", "advice-to-question"), ("drills", "recover"),
        ("scenarios", "warehouse-dee"),
    )  # fmt: skip
    return tuple(SharedFile(kind, name, (folder / kind / f"{name}.yaml").read_bytes()) for kind, name in names)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("packs")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ALLYCOACH_HOME", str(folder / "home"))
        yield folder


def opened(data: bytes) -> tuple[SharedFile, ...]:
    try:
        files = unzipped(data, "pack\x1b.zip")
    except AllycoachError as error:
        must_be_clear(error)
        return ()
    assert sum(len(file.data) for file in files) <= MOST_BYTES
    assert all(file.kind in KINDS and os.sep not in file.id and ".." not in file.name for file in files)
    return files


@FUZZED
@given(rng=randoms())
def test_a_zip_with_accidents(rng: Random) -> None:
    opened(spoilt_bytes(zipped(whole()), rng))


@FUZZED
@given(data=st.binary(max_size=300))
def test_any_bytes(data: bytes) -> None:
    opened(data)
    opened(b"PK\x03\x04" + data)


@pytest.mark.filterwarnings("ignore:Duplicate name")
@FUZZED
@given(rng=randoms())
def test_a_zip_that_somebody_made(rng: Random) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", rng.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_LZMA))) as archive:
        for _ in range(rng.randrange(5)):
            name = rng.choice((*NAMES, "packs/a.yaml", "drills/a.yaml", rng.choice(NASTY) or "x"))
            info = zipfile.ZipInfo(name.encode("utf-8", "replace").decode())
            info.external_attr = rng.choice((0, 0o120777 << 16, 0o100644 << 16, 0o40755 << 16))
            archive.writestr(info, rng.choice((b"", b"x" * 2_000_000, b"schema: 1\n")))
    opened(spoilt_bytes(out.getvalue(), rng) if rng.random() < 0.3 else out.getvalue())


@FUZZED
@given(rng=randoms())
def test_a_pack_with_other_values_is_checked_before_anything_is_written(home: Path, rng: Random) -> None:
    files = [_spoilt(file, rng) if rng.random() < 0.5 else file for file in whole()]
    if rng.random() < 0.3:
        files.append(SharedFile("packs", "another", rng.choice(files).data))
    path = home / "pack.zip"
    path.write_bytes(zipped(files))
    content = home / "home" / "content"
    before = _there(content)
    try:
        told = list(add_pack(path, replace=rng.random() < 0.5, may_replace=lambda _: rng.random() < 0.5))
    except AllycoachError as error:
        must_be_clear(error)
        assert _there(content) == before
    else:
        assert told
        assert all(file.parent.name in KINDS for file in _there(content))


def _there(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _spoilt(file: SharedFile, rng: Random) -> SharedFile:
    data = plain(read_source(file.data, "x").root)
    return SharedFile(file.kind, file.id, json.dumps(spoilt_value(data, rng)).encode())
