"""Visits with a stand-in for the app: three at once, each apart, and nothing left of any."""

import asyncio
import json

import psutil
import pytest
from aiohttp import ClientWebSocketResponse

from tests.serving.conftest import Caller, Served, heard, why_closed


async def arrived(served: Served) -> tuple[Caller, ClientWebSocketResponse]:
    caller = served.caller()
    assert await caller.enter() == 303
    window = await caller.window()
    await heard(window, b"began")
    return caller, window


async def say(window: ClientWebSocketResponse, words: str) -> None:
    await window.send_str(json.dumps(["stdin", words]))


def pids(served: Served) -> list[int]:
    windows = [each.window for each in served.visitors.everyone() if each.window is not None]
    return [window.service.process for window in windows if window.service.process is not None]


async def test_three_visitors_are_apart_and_one_that_is_killed_harms_none(served: Served) -> None:
    windows = [(await arrived(served))[1] for _ in range(3)]
    for number, window in enumerate(windows):
        await say(window, f"words of {number}")
        await heard(window, b"got words")
    assert sorted(served.words()) == [b"words of 0", b"words of 1", b"words of 2"]
    psutil.Process(pids(served)[0]).kill()
    assert await why_closed(windows[0]) == "failed"
    for number in (1, 2):
        await say(windows[number], "still here")
        assert b"got still here" in await heard(windows[number], b"got still here")
    assert served.words().count(b"still here") == 2


async def test_leaving_wipes_at_once(served: Served) -> None:
    caller, window = await arrived(served)
    await say(window, "words")
    await heard(window, b"got")
    status, text = await caller.post("/leave")
    assert (status, "What you wrote here is deleted" in text) == (200, True)
    assert await why_closed(window) == "left"
    assert served.left() == []
    assert 'id="code"' in (await caller.get("/"))[1]


async def test_who_leaves_the_app_may_come_back_for_a_while_and_is_wiped_then(served: Served) -> None:
    _, window = await arrived(served)
    await say(window, "words")
    await heard(window, b"got words")
    await say(window, "\x11")
    assert await why_closed(window) == "closed"
    await window.close()
    visitor = served.visitors.everyone()[0]
    async with asyncio.timeout(10):
        while visitor.window is not None:
            await asyncio.sleep(0.01)
    assert served.words() == [b"words"]
    served.now = 120
    await served.visits.tidy()
    assert served.left() == []
    assert (
        served.said[-1] == "A visitor's window was closed and did not come back. Their words are deleted. 0 of 3 here."
    )


async def test_a_page_that_is_loaded_again_finds_everything_and_the_draft_was_kept(served: Served) -> None:
    caller, window = await arrived(served)
    await say(window, "words")
    await heard(window, b"got")
    await window.close()
    again = await caller.window()
    assert b"words" in await heard(again, b"began")
    assert len(list(served.folders.root.glob("visitor-*/kept"))) == 1


async def test_a_second_window_takes_over(served: Served) -> None:
    caller, first = await arrived(served)
    second = await caller.window()
    assert await why_closed(first) == "elsewhere"
    await heard(second, b"began")
    await say(second, "words")
    await heard(second, b"got words")
    assert len(served.left()) == 1


async def test_who_is_idle_is_wiped(served: Served) -> None:
    _, window = await arrived(served)
    served.now = 1199
    await served.visits.tidy()
    await say(window, "words")
    await heard(window, b"got")
    served.now = 2398
    await served.visits.tidy()
    assert len(served.left()) == 1
    served.now = 2399
    await served.visits.tidy()
    assert await why_closed(window) == "idle"
    assert served.left() == []


async def test_who_let_in_opens_no_window_gives_the_place_back(served: Served) -> None:
    await served.caller().enter()
    served.now = 120
    await served.visits.tidy()
    assert (served.left(), len(served.visitors)) == ([], 0)


async def test_the_end_of_the_session_ends_and_wipes_everything(served: Served) -> None:
    windows = [(await arrived(served))[1] for _ in range(2)]
    running = pids(served)
    await served.visits.end()
    assert [await why_closed(each) for each in windows] == ["stopped", "stopped"]
    assert served.left() == []
    assert not any(psutil.pid_exists(each) for each in running)


async def test_an_app_that_stops_is_told_without_its_words(served: Served, capfd: pytest.CaptureFixture[str]) -> None:
    _, window = await arrived(served)
    await say(window, "crash")
    assert await why_closed(window) == "failed"
    assert len(served.left()) == 1
    assert "words of a visitor" not in "".join(capfd.readouterr())
    assert "A visitor's app stopped by itself." in served.said[-1]


@pytest.mark.parametrize(
    "hostile",
    [
        "not json",
        "[" * 100_000,
        "{}",
        "[]",
        '["stdin"]',
        '["stdin", 7]',
        '["stdin", null, 1]',
        '["resize", {"width": "x", "height": []}]',
        '["resize", {"width": 1e99, "height": true}]',
        '["resize"]',
        '["shell", "rm"]',
        '["ping", {}]',
    ],
)
async def test_what_no_page_of_ours_sends_does_no_harm(served: Served, hostile: str) -> None:
    _, window = await arrived(served)
    await window.send_str(hostile)
    await window.send_bytes(b"\x00")
    await say(window, "words")
    await heard(window, b"got words")


async def test_half_a_surrogate_pair_does_not_deafen_the_app(served: Served) -> None:
    _, window = await arrived(served)
    await window.send_str('["stdin", "\\ud800 words"]')
    assert b"got ? words" in await heard(window, b"got")


async def test_a_terminal_has_a_reasonable_size(served: Served) -> None:
    _, window = await arrived(served)
    await window.send_str('["resize", {"width": 1000000000, "height": -3}]')
    assert b'"width": 400, "height": 8' in await heard(window, b"meta")


async def test_a_download_is_for_its_visitor_alone(served: Served) -> None:
    one, window = await arrived(served)
    other, _ = await arrived(served)
    await say(window, "download")
    await heard(window, b"deliver_file_start")
    assert (await other.get("/download/k1"))[0] == 404
    assert (await served.caller().get("/download/k1"))[0] == 404
    assert (await one.get("/download/k2"))[0] == 404
    url = served.server.make_url("/download/k1")
    async with one.session.get(url, headers=one.headers) as answer:
        assert answer.headers["Content-Disposition"] == "attachment; filename=talk.html"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


async def test_the_app_cannot_make_a_browser_open_a_page(served: Served) -> None:
    _, window = await arrived(served)
    await say(window, "page")
    assert b"elsewhere" not in await heard(window, b"asked")
