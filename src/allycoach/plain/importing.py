"""What is asked before a transcript is brought in, in lines: whether everybody agreed, and who is who."""

from collections.abc import Sequence

from allycoach.amounts import often
from allycoach.catalogue import _, many
from allycoach.signs import one_line
from allycoach.transcripts.speakers import Others, Role, Roles, Speaker, complete, key
from allycoach.typed import number_in

from .terminal import Lines

CONSENT = _(
    "Everybody who speaks in this transcript has agreed that it is used for practice and learning, and my organisation "
    "allows it."
)
"""What is agreed to, kept with the sitting as it stands here."""

WORD = "agreed"

_BEFORE = (
    _("CONSENT: this is about real people, so please read this first."),
    _("1: everybody who speaks here was asked, knows what it is for, and said yes. They can still change their mind."),
    _("2: your organisation allows it: its rules on recordings, on data protection and on safeguarding."),
    _(
        "3: it stays on this computer. Names and contact details are taken out before anything is kept, and you see "
        "each one."
    ),
    _("4: rules can miss a name or a story that says who somebody is, so you read it again yourself."),
)
_FIRST_WORDS = 60


def consented(terminal: Lines) -> bool:
    """Whether somebody types that everybody agreed; anything else is a no."""
    for line in _BEFORE:
        terminal.say(line)
    terminal.say(_("If that is so, you say: “{consent}”").format(consent=CONSENT))
    typed = terminal.ask(_("Type {word} to say so; anything else keeps nothing> ").format(word=WORD))
    return typed is not None and typed.strip().strip(".“”\"'").casefold() == WORD


def chosen(there: Sequence[Speaker], others: Others | None, terminal: Lines) -> Roles | None:
    """Who is the ally, who the person, and what becomes of what others say; None when the input ends. Raises ValueError
    when there is nobody to be the person."""
    for line in _listed(there):
        terminal.say(line)
    of: dict[str, Role] = {}
    wanted: tuple[tuple[Role, str], ...] = (
        ("ally", _("ALLY: the number of the one who helps> ")),
        ("person", _("PERSON: the number of the one who is helped> ")),
    )
    for role, asked in wanted:
        left = [one for one in there if key(one.name) not in of]
        if role == "person" and len(left) <= 1:
            break
        one = _number(there, asked, of, terminal)
        if one is None:
            return None
        of[key(one.name)] = role
    if others is None and len(there) > len(of) + 1 - (len(of) == len(wanted)):
        others = _others(terminal)
        if others is None:
            return None
    return complete(Roles(of, others or "drop"), there)


def _listed(there: Sequence[Speaker]) -> Sequence[str]:
    rows = [
        many("SPEAKERS: 1 person speaks here.", "SPEAKERS: {n} people speak here.", len(there)).format(n=len(there))
    ]
    for number, one in enumerate(there, 1):
        first = one_line(one.first)
        cut = f"{first[:_FIRST_WORDS]}…" if len(first) > _FIRST_WORDS else first
        rows.append(
            _("{number}: {name}, {times}, beginning “{words}”").format(
                number=number, name=one_line(one.name), times=often(one.times), words=cut
            )
        )
    return rows


def _number(there: Sequence[Speaker], prompt: str, taken: dict[str, Role], terminal: Lines) -> Speaker | None:
    while (typed := terminal.ask(prompt)) is not None:
        number = number_in(typed)
        if 1 <= number <= len(there) and key(there[number - 1].name) not in taken:
            return there[number - 1]
        terminal.say(_("NUMBER: type one from 1 to {of}, and not the same twice.").format(of=len(there)))
    return None


def _others(terminal: Lines) -> Others | None:
    answers: dict[str, Others] = {"d": "drop", "p": "person"}
    while (typed := terminal.ask(_("OTHERS: d leaves out what the others say, p makes it the person's> "))) is not None:
        if typed.strip().lower() in answers:
            return answers[typed.strip().lower()]
        terminal.say(_("OTHERS: type d or p."))
    return None
