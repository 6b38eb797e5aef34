"""New people: from a dozen answers, or from an authoring sheet; and people as sheets."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from allycoach.catalogue import _
from allycoach.errors import AllycoachError
from allycoach.journal import home
from allycoach.journal.place import make_private
from allycoach.signs import visible

from .shelves import now

if TYPE_CHECKING:
    from allycoach.content.schema.scenario import Scenario

_ID = re.compile(r"[a-z0-9][a-z0-9_.-]{0,79}")
_LONGEST_ANSWER = 1500
_STYLES = "plain, reserved, verbose, tangent, pleasing or upset"


@dataclass(frozen=True, slots=True)
class Question:
    """`instead` is the answer when none is given; "" means that one is needed."""

    key: str
    asks: str
    such_as: str
    instead: str = ""


QUESTIONS: tuple[Question, ...] = (
    Question("who", _("Who is it? A first name, pronouns, and about how old."), _("Robin, he/him, 40s")),
    Question("setting", _("Where do you meet?"), _("A repair café in a church hall. The queue has gone.")),
    Question("helper_role", _("Who are you there?"), _("You pour the tea, and you can listen and ask.")),
    Question("comes_for", _("What have they come for?"), _("To wait for a lamp.")),
    Question(
        "brief", _("What may be known before the talk?"), _("Robin has brought a lamp, and is in no hurry to go home.")
    ),
    Question("hidden", _("What do they not say at first?"), _("His week was cut to two days. He would love to teach.")),
    Question("style", _("How are they with others? One of {styles}.").format(styles=_STYLES), "plain", "plain"),
    Question(
        "opening", _("What do they say first? In their own words."), _("They're doing my lamp. It only wants a switch.")
    ),
    Question(
        "happening",
        _("What is happening for them? In their own words, one sentence to four, from the surface to what it means."),
        _("I'm at the garden centre. It's two days now. I was ashamed to tell my mum."),
    ),
    Question(
        "worked",
        _("What are they good at, or what has worked before? In their own words, again from the surface inwards."),
        _("I mend radios for our street. There's a lad who watches, and I let him do the last screw."),
    ),
    Question(
        "good",
        _("What would good look like for them? In their own words."),
        _("I'd like to show people how. I'd be the one who says, here, you do this bit."),
    ),
    Question(
        "step", _("What will they do in the end? I'll ..."), _("I'll ask for the table by the door next Saturday.")
    ),
)


Wrong = Callable[[str, str, Mapping[str, str]], str]
"""From a question's key, an answer and the answers before it: what is wrong with it, in words; "" when nothing is."""


def _wrong(key: str, answer: str, _given: Mapping[str, str]) -> str:
    from allycoach.content.starter import STYLES

    if len(answer) > _LONGEST_ANSWER:
        return _("That is a little long for a file that is read line by line. Could you say it in fewer words?")
    if key == "style" and answer.lower() not in STYLES:
        return _('"{answer}" is not one of {styles}.').format(answer=answer, styles=_STYLES)
    return ""


def ask_all(
    ask: Callable[[], str],
    say: Callable[[str], None],
    questions: Sequence[Question] = QUESTIONS,
    wrong: Wrong = _wrong,
) -> dict[str, str]:
    """An answer to each question; without more, what makes a person. Raises AllycoachError when the answers end too soon."""
    say(_("{n} questions, in plain words; everything can be changed in the file afterwards.").format(n=len(questions)))
    given: dict[str, str] = {}
    try:
        for number, question in enumerate(questions, 1):
            say(
                _("\n{number} of {n}. {asks}\n    Such as: {such_as}").format(
                    number=number, n=len(questions), asks=question.asks, such_as=question.such_as
                )
            )
            while faulty := _fault_in(answer := " ".join(ask().split()) or question.instead, question, given, wrong):
                say(faulty)
            given[question.key] = answer
    except EOFError:
        said = _("The answers ended at question {number} of {of}.").format(number=len(given) + 1, of=len(questions))
        raise AllycoachError(said, kept=_("Nothing was written."), mend=_("Begin again when you like.")) from None
    return given


def _fault_in(answer: str, question: Question, given: Mapping[str, str], wrong: Wrong) -> str:
    return wrong(question.key, answer, given) if answer else _("A few words are enough, but some are needed.")


def person_of(given: Mapping[str, str], scenario_id: str | None) -> "Scenario":
    """The scenario that the answers make."""
    from allycoach.content.starter import Answers, new_person

    parts = [part.strip() for part in given["who"].split(",")]
    name, pronouns, age = (*parts, *("they/them", "adult")[len(parts) - 1 :])[:3]
    rest = {key: value for key, value in given.items() if key != "who"} | {"style": given["style"].lower()}
    answers = Answers(name=name, pronouns=pronouns or "they/them", age=age or "adult", **rest)  # type: ignore[arg-type]
    review = now().date() + timedelta(days=365)
    return new_person(answers, scenario_id=wanted_id(scenario_id) if scenario_id else free_id(name), review_by=review)


def wanted_id(typed: str, *, what: str = _("a person"), such_as: str = "robin-repair-cafe") -> str:
    """The id that was typed. Raises AllycoachError where it cannot be one."""
    from allycoach.content.pack_file import names_a_device

    if not _ID.fullmatch(typed) or names_a_device(typed):
        said = _('"{typed}" cannot be the id of {what}.').format(typed=typed, what=what)
        raise AllycoachError(
            said,
            mend=_('Use lower-case letters, digits, "-", "_" and "."; for example {such_as}.').format(such_as=such_as),
        )
    return typed


def free_id(name: str, kind: str = "scenarios") -> str:
    """The name in small letters, with a number if there is a file of that name."""
    from allycoach.content.layers import content_files, layers
    from allycoach.content.pack_file import names_a_device

    slug = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:60] or kind.removesuffix("s")
    folders = [layer.folder / kind for layer in layers(home(), None)]
    taken = {path.stem for folder in folders for path in content_files(folder)}
    ids = (slug, *(f"{slug}-{number}" for number in range(2, 1000)))
    return next(each for each in ids if each not in taken and not names_a_device(each))


def file_of(name: str, kind: str = "scenarios") -> Path:
    """Where content of one's own stands."""
    return home() / "content" / kind / f"{name}.yaml"


def person_from_sheet(path: Path, scenario_id: str | None) -> "Scenario":
    """The scenario in a sheet, with another id if one is given. Raises FaultyFileError, with lines of the sheet."""
    from allycoach.content.check import check_source
    from allycoach.content.loader import FaultyFileError
    from allycoach.content.schema.scenario import Scenario
    from allycoach.content.sheets.conversion import read_sheet

    from .check import layers_for, with_reach

    source = read_sheet(path)
    checked = with_reach(check_source(path, source, "scenarios", today=now().date(), beside=layers_for(path)))
    if checked.failures or not isinstance(checked.content, Scenario):
        raise FaultyFileError([*checked.failures, _("Nothing was written.")])
    return checked.content.model_copy(update={"id": wanted_id(scenario_id)}) if scenario_id else checked.content


def write_person(scenario: "Scenario") -> Iterator[str]:
    """Writes the person into the user's own content, never over a file, and says what `check` thinks of it."""
    from allycoach.content.scenario_file import scenario_text

    yield from written("scenarios", scenario.id, scenario_text(scenario))
    yield _("Talk to them with: allycoach practise {id} --plain").format(id=scenario.id)
    yield _("See whether they work with: allycoach check --play {id}").format(id=scenario.id)


def written(kind: str, name: str, text: str) -> Iterator[str]:
    """Writes a file into the user's own content, never over another, and says what `check` thinks of it."""
    from .check import check_lines
    from .export import write_new

    path = file_of(name, kind)
    with suppress(OSError):  # then the file cannot be written either, and that is said
        make_private(path.parent)
    write_new(path, text)
    yield _("Written to {path}.").format(path=visible(str(path)))
    yield from (line for line, _ in check_lines([path]))


def sheet_text(scenario_id: str, to: Literal["md", "csv"], content: Path | None) -> str:
    """A person as an authoring sheet."""
    from allycoach.content.cache import ParsedFiles, cache_folder
    from allycoach.content.library import Library, layers, load_kind
    from allycoach.content.sheets.conversion import sheet_of

    people = load_kind(layers(home(), content), "scenarios", parsed=ParsedFiles(cache_folder()))
    return sheet_of(Library(scenarios=people.content, failures=people.failures).scenario(scenario_id), to)
