"""Who is let in and who is not, at the door itself: each refusal is a page in plain words."""

import errno

import pytest
from aiohttp import WSServerHandshakeError

from tests.serving.conftest import CODE, ORIGIN, Served


async def test_the_page_for_the_code_says_where_words_go(served: Served) -> None:
    status, text = await served.caller().get("/")
    assert status == 200
    assert '<label for="code">' in text
    assert "They are deleted when you leave" in text


async def test_the_right_code_lets_in(served: Served) -> None:
    caller = served.caller()
    assert await caller.enter(CODE.upper()) == 303
    assert 'id="terminal"' in (await caller.get("/"))[1]


async def test_a_wrong_code_is_refused_kindly(served: Served) -> None:
    status, text = await served.caller().post("/enter", {"code": "otter-maple-43"})
    assert status == 403
    assert "That is not the code. Please check it with your facilitator, and try again." in text
    assert 'role="alert"' in text
    assert served.left() == []


async def test_after_five_wrong_codes_the_right_one_must_wait_too(served: Served) -> None:
    caller = served.caller()
    assert [await caller.enter("wrong-guess-10") for _ in range(5)] == [403] * 5
    status, text = await caller.post("/enter", {"code": CODE})
    assert status == 429
    assert "Please wait 60 seconds" in text
    served.now += 60
    assert await caller.enter() == 303


async def test_what_was_typed_for_a_code_is_not_repeated(served: Served) -> None:
    _, text = await served.caller().post("/enter", {"code": "<script>alert(1)</script>"})
    assert "alert(1)" not in text
    assert not any("alert" in each for each in served.said)


async def test_a_form_of_any_size_is_not_read(served: Served) -> None:
    status, _ = await served.caller().post("/enter", {"code": "x" * 10_000})
    assert status == 413


async def test_who_comes_when_all_places_are_taken_is_told_kindly(served: Served) -> None:
    for _ in range(3):
        assert await served.caller().enter() == 303
    status, text = await served.caller().post("/enter", {"code": CODE})
    assert status == 503
    assert "All 3 places here are taken" in text
    assert "you did\nnothing wrong" in text
    assert len(served.left()) == 3


async def test_the_cookie_is_for_this_server_alone(served: Served) -> None:
    caller = served.caller()
    url = served.server.make_url("/enter")
    async with caller.session.post(url, data={"code": CODE}, headers=caller.headers, allow_redirects=False) as answer:
        said = answer.headers["Set-Cookie"]
    assert "HttpOnly" in said
    assert "SameSite=Strict" in said
    assert "Max-Age" not in said
    assert "expires" not in said.lower()


@pytest.mark.parametrize("host", ["evil.example:8000", "here:8001", "here", "", "127.0.0.1:8000"])
@pytest.mark.parametrize("path", ["/", "/own/window.js", "/ws", "/nowhere"])
async def test_another_name_for_this_server_gets_nothing(served: Served, host: str, path: str) -> None:
    status, text = await served.caller().get(path, Host=host)
    assert status == 421
    assert ORIGIN in text


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "https://here:8000", "http://here:8000.evil.example", "null", ""]
)
async def test_another_page_can_neither_send_forms_nor_open_windows(served: Served, origin: str) -> None:
    caller = served.caller()
    assert (await caller.post("/enter", {"code": CODE}, Origin=origin))[0] == 403
    assert await caller.enter() == 303
    assert (await caller.post("/leave", Origin=origin))[0] == 403
    caller.headers["Origin"] = origin
    with pytest.raises(WSServerHandshakeError, match="403"):
        await caller.window()
    assert len(served.left()) == 1


async def test_a_window_needs_a_visitor(served: Served) -> None:
    with pytest.raises(WSServerHandshakeError, match="404"):
        await served.caller().window()


async def test_every_answer_is_secured(served: Served) -> None:
    caller = served.caller()
    for path in ("/", "/own/window.js", "/static/js/textual.js", "/nowhere"):
        async with caller.session.get(served.server.make_url(path), headers=caller.headers) as answer:
            policy = answer.headers["Content-Security-Policy"]
            assert "default-src 'none'; script-src 'self';" in policy
            assert "frame-ancestors 'none'" in policy
            assert answer.headers["X-Content-Type-Options"] == "nosniff"
            assert answer.headers["Cache-Control"] == "no-store"
            assert "ython" not in answer.headers["Server"]


@pytest.mark.parametrize(
    "path", ["/static/", "/own/", "/own/../server.py", "/own/%2e%2e/server.py", "/templates/code.html.j2"]
)
async def test_nothing_but_the_statics_is_served(served: Served, path: str) -> None:
    status, text = await served.caller().get(path)
    assert status in (403, 404)
    assert "import" not in text


async def test_on_this_computer_alone_nobody_needs_a_code(served_without_code: Served) -> None:
    caller = served_without_code.caller()
    assert (await caller.get("/"))[0] == 303
    assert 'id="terminal"' in (await caller.get("/"))[1]


@pytest.mark.parametrize("what", ["image", "iframe", "script", "empty"])
async def test_a_picture_or_a_frame_in_another_page_takes_no_place(served_without_code: Served, what: str) -> None:
    status, _ = await served_without_code.caller().get("/", **{"Sec-Fetch-Dest": what})
    assert (status, served_without_code.left()) == (404, [])


async def test_when_there_is_no_room_for_a_folder_both_are_told(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("allycoach.serving.folders.shutil.copytree", full)
    status, text = await served.caller().post("/enter", {"code": CODE})
    assert (status, "places here are taken" in text) == (503, True)
    assert served.left() == []
    assert served.said[-1] == "Nobody can be let in: no folder could be made, no space left on device."


async def test_pages_name_nothing_from_elsewhere(served: Served) -> None:
    caller = served.caller()
    pages = [(await caller.get("/"))[1]]
    await caller.enter()
    pages += [(await caller.get("/"))[1], (await caller.get("/nowhere"))[1], (await caller.post("/leave"))[1]]
    assert not any("https://" in each for each in pages)
    assert not any(each.replace(ORIGIN, "").count("http://") for each in pages)
