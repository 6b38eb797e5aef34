"""What holds for any text at all."""

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from allycoach.content.library import Library
from allycoach.language.learned import load_learned
from allycoach.language.normal import normalise
from allycoach.language.reader import SpacyReader, load_reader
from allycoach.language.sentences import MOST_WORDS, cut
from allycoach.reading import Context, Reading

ANY_TEXT = st.text(max_size=200)
TALK = st.lists(
    st.sampled_from(
        "you should what would help have u thought about it ? . , ! \n “ ” ' ’ i'll don't dont dont you think so because "
        "tell me your mum [b] \x1b[31m 👩‍👩‍👧 … ... - a 12 WHY NOT ÄÖ ﬁ \u202e \u200b".split(" ")
    ),
    max_size=40,
).map(" ".join)

NASTY = [
    "",
    " ",
    "\n\n\n",
    "?",
    "???!!!…",
    "👍",
    "hi [/b] [bold] \x1b[31m",
    "<script>alert(1)</script>",
    "\x00\x01\x02",
    "\ud800",
    "\u202edlrow",
    "a" * 5000,
    "? " * 2000,
    "what " * 1500,
    '“You should” ‘go’ "now"',
    "ПРИВЕТ как дела",
    "你好吗？",
    "ß" * 300,
    "e\u0301" * 200,
]


@pytest.fixture(scope="module")
def untouched(shipped: Library) -> SpacyReader:
    return load_reader(shipped)


def holds(text: str, reading: Reading) -> None:
    assert reading.text == text
    spans = [(one.start, one.end) for one in reading.moves] + [(one.start, one.end) for one in reading.flags]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    words = [(flag.kind, flag.start, flag.end) for flag in reading.flags]
    assert len(words) == len(set(words))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=ANY_TEXT | TALK, previous=TALK)
def test_any_text_gives_an_answer_within_itself(reader: SpacyReader, text: str, previous: str) -> None:
    reading = reader.read(text, Context(previous))
    holds(text, reading)
    assert reading == reader.read(text, Context(previous))


def test_nasty_inputs(reader: SpacyReader) -> None:
    for text in NASTY:
        holds(text, reader.read(text, Context(text)))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(drafts=st.lists(TALK, min_size=2, max_size=5))
def test_a_reading_does_not_depend_on_what_was_read_before(reader: SpacyReader, drafts: list[str]) -> None:
    whole = " ".join(drafts)
    one_by_one = [reader.read(whole[: len(whole) * part // 4]) for part in range(1, 5)]
    reader._cache._kept.clear()
    assert reader.read(whole) == one_by_one[-1]


def test_many_at_once_read_as_one_by_one(reader: SpacyReader) -> None:
    pairs = [(text, Context("I don't know what to do about the rent.")) for text in NASTY if len(text) < 1000]
    pairs += [("You should ring them. What would help?", Context("I'm stuck."))] * 70
    assert list(reader.read_all(pairs)) == [reader.read(text, context) for text, context in pairs]


@given(text=st.text())
def test_ordinary_text_knows_where_it_came_from(text: str) -> None:
    normal = normalise(text, {"u": "you", "dont": "don't"})
    assert len(normal.text) == len(normal.starts) == len(normal.ends)
    assert list(normal.starts) == sorted(normal.starts)
    assert all(start < end <= len(text) for start, end in zip(normal.starts, normal.ends, strict=True))


@given(text=st.text(alphabet=st.sampled_from("ab .?!\n…\"'"), max_size=300))
def test_sentences_keep_every_word_in_order(text: str) -> None:
    spans = cut(text)
    assert spans == sorted(spans)
    assert "".join(text[start:end] for start, end in spans).split() or not text.split()
    joined = " ".join(text[start:end] for start, end in spans)
    assert joined.replace(" ", "").replace("\n", "") == "".join(text.split())
    assert all(len(text[start:end].split()) <= MOST_WORDS for start, end in spans)


EDITS = st.lists(
    st.tuples(st.sampled_from(["type", "delete", "paste", "split"]), st.integers(0, 400), TALK), min_size=1, max_size=12
)


def edited(draft: str, edit: tuple[str, int, str]) -> str:
    """A draft after one edit, as hands make them: at the end or in the middle."""
    what, place, words = edit
    at = place % (len(draft) + 1)
    match what:
        case "type":
            return draft + words
        case "delete":
            return draft[:at] + draft[at + 1 + place % 7 :]
        case "paste":
            return f"{draft[:at]} {words}{draft[at:]}"
        case _:
            return f"{draft[:at]}. {draft[at:]}"


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=EDITS, previous=TALK)
def test_however_a_draft_came_about_it_reads_like_a_fresh_one(
    reader: SpacyReader, untouched: SpacyReader, edits: list[tuple[str, int, str]], previous: str
) -> None:
    draft, context = "You should ring them. What would help?", Context(previous)
    for edit in edits:
        draft = edited(draft, edit)
        reader.read(draft, context)
    forget(untouched)
    assert reader.read(draft, context) == untouched.read(draft, context)


WORST = {
    "one word without a space": "a",
    "no stop at all": "you should ask them if they could ",
    "nothing but questions": "what? ",
    "commas": "so, ",
    "open brackets": "((( ",
    "quotation marks": '"you ',
    "line breaks": "\n",
    "odd signs": "\u200b👩‍👩‍👧 ",
    "capitals": "WHY DON'T YOU ",
}


@pytest.mark.parametrize("name", WORST)
def test_the_worst_input_is_read_in_time_linear_in_its_length(reader: SpacyReader, name: str) -> None:
    """Four times the length takes about four times as long: well below the sixteen of a quadratic cost."""
    texts = [(WORST[name] * 50_000)[:length] for length in (12_500, 50_000)]
    reader.read(texts[0])
    short, long = (min(_seconds(reader, text) for _ in range(2)) for text in texts)
    assert long < 10 * short + 0.05


def _seconds(reader: SpacyReader, text: str) -> float:
    forget(reader)
    begin = time.process_time()
    reader.read(text)
    return time.process_time() - begin


def forget(reader: SpacyReader) -> None:
    """As if nothing had been read before."""
    reader._cache._kept.clear()
    reader.vote_with(load_learned())
