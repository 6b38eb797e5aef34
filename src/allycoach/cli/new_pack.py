"""New packs: from a few answers, or from one that there is."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from allycoach.catalogue import _
from allycoach.errors import AllycoachError
from allycoach.signs import visible
from allycoach.typed import number_in

from .new import Question, ask_all, free_id, wanted_id, written
from .shelves import library

if TYPE_CHECKING:
    from allycoach.content.library import Library
    from allycoach.content.schema.pack import Pack

_NONE = "none"
_TOO_LONG = 400

QUESTIONS: tuple[Question, ...] = (
    Question("title", _("What is the session called?"), _("Asking first, at the food bank")),
    Question("for_whom", _("Whom is it for, and how many?"), _("New volunteers, six to ten of them")),
    Question("minutes", _("How many minutes, in all?"), "20"),
    Question("aim", _("What will people have tried by the end?"), _("Turn one piece of advice into a question.")),
    Question("drill", _("Which drill? Its id, as `allycoach drill` lists them; or none."), "advice-to-question"),
    Question("level", _("At which level? 1 is plain, 2 has a feeling in it, 3 is tempting."), "1", "1"),
    Question("scenario", _("Which person? Their id, as `allycoach people` lists them; or none."), "library-amina"),
    Question("take_away", _("One sentence to go home with."), _("I can ask before I tell.")),
)


def _wrong(key: str, answer: str, given: Mapping[str, str], shelf: "Library") -> str:
    """What is wrong with an answer, in words; "" when nothing is."""
    from allycoach.content.pack_starter import LONGEST, SHORTEST

    if len(answer) > _TOO_LONG:
        return _("That is a little long. Could you say it in fewer words?")
    if key == "minutes" and not SHORTEST <= number_in(answer) <= LONGEST:
        return _("A number from {shortest} to {longest}, please.").format(shortest=SHORTEST, longest=LONGEST)
    if key == "level" and number_in(answer) not in (1, 2, 3):
        return _("1, 2 or 3, please.")
    try:
        if key == "drill" and answer.lower() != _NONE:
            shelf.drill(answer)
        if key == "scenario" and answer.lower() != _NONE:
            shelf.scenario(answer)
    except AllycoachError as error:
        return str(error)
    if key == "scenario" and answer.lower() == _NONE == given["drill"].lower():
        return _("A session needs a drill or a person, and there is no drill. Which person?")
    return ""


def pack_of(given: Mapping[str, str], pack_id: str | None) -> "Pack":
    """The pack that the answers make. Raises AllycoachError."""
    from allycoach.content.pack_starter import PackAnswers, new_pack

    named = {key: "" if given[key].lower() == _NONE else given[key] for key in ("drill", "scenario")}
    answers = PackAnswers(
        title=given["title"],
        for_whom=given["for_whom"],
        minutes=number_in(given["minutes"]),
        aim=given["aim"],
        level=number_in(given["level"]),
        take_away=given["take_away"],
        **named,
    )
    return new_pack(answers, pack_id=_id(pack_id, given["title"]))


def copied(source: str, pack_id: str | None, shelf: "Library") -> "Pack":
    """A pack like another one: `source` is its id, or a .yaml file. Raises AllycoachError, with lines of the file."""
    from allycoach.content.loader import load_file
    from allycoach.content.schema.pack import Pack

    path = Path(source)
    is_file = path.suffix.lower() in (".yaml", ".yml")
    pack = load_file(path, Pack, name=visible(path.name)) if is_file else shelf.pack(source)
    return pack.model_copy(update={"id": _id(pack_id, pack.id)})


def _id(wanted: str | None, name: str) -> str:
    return wanted_id(wanted, what=_("a pack"), such_as="asking-first") if wanted else free_id(name, "packs")


def write_pack(pack: "Pack") -> Iterator[str]:
    """Writes the pack into the user's own content, never over a file, and says what `check` thinks of it."""
    from allycoach.content.pack_starter import pack_text

    yield from written("packs", pack.id, pack_text(pack))
    yield _("Run it with: allycoach pack run {id}").format(id=pack.id)


def ask_for_pack(ask: Callable[[], str], say: Callable[[str], None], shelf: "Library") -> dict[str, str]:
    """An answer to each question. Raises AllycoachError when the answers end too soon."""
    return ask_all(ask, say, QUESTIONS, lambda key, answer, given: _wrong(key, answer, given, shelf))


def new_pack_lines(
    pack_id: str | None, source: str | None, ask: Callable[[], str], say: Callable[[str], None]
) -> Iterator[str]:
    """The whole of `allycoach new pack`. Raises AllycoachError."""
    shelf = library(None)
    yield from write_pack(copied(source, pack_id, shelf) if source else pack_of(ask_for_pack(ask, say, shelf), pack_id))
