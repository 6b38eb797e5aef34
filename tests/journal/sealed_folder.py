"""A folder to be sealed, all that is in it, and every way to read it."""

from pathlib import Path

from allycoach.coaching.facts import Facts, facts_of
from allycoach.coaching.rounds import DrillLine
from allycoach.conversation.events import DraftKept, Event, Intended, ReplySent
from allycoach.conversation.sitting import fold
from allycoach.journal import Journal, Summary
from allycoach.journal.index import FactsIndex
from allycoach.journal.keyfile import Cost
from allycoach.journal.rounds import RoundsLog
from allycoach.journal.vault import Vault
from tests.stand_ins import EVENING

SAID = "four odd words here"
QUICK = Cost(n=2**10)
ONE, TWO = "20261121-203104-amina-7f3a", "20261122-090000-dee-0001"
WORDS = (b"xylophone", b"marmalade", b"trombone", b"zeppelin", b"parsnip")
"""In a reply, in an unsent draft, in a plan, in a drill, and in a line that was cut short."""


def line_of(text: str) -> DrillLine:
    return DrillLine(at=EVENING, drill="d", level=1, item="a", text=text, said="s", met=True)


def facts(journal: Journal) -> tuple[Facts, ...]:
    return FactsIndex(journal).facts(lambda name: facts_of(fold(journal.events(name)), None))


def opened(home: Path, passphrase: str = SAID) -> Vault:
    vault = Vault(home)
    vault.unlock(passphrase)
    return vault


def everything(home: Path, vault: Vault | None = None) -> tuple[object, ...]:
    """All that can be read back, by every way there is to read it."""
    journal = Journal(home, vault)
    summaries = [vars_of(one) for one in journal.sittings()]
    return (
        [journal.events(name) for name in journal.ids()],
        summaries,
        RoundsLog(home, vault).rounds(),
        facts(journal),
    )


def vars_of(one: Summary) -> tuple[object, ...]:
    return (one.id, one.at, one.last, one.turns, one.ended, one.intends, one.problem, one.title)


def bytes_of(home: Path) -> dict[str, bytes]:
    return {path.relative_to(home).as_posix(): path.read_bytes() for path in home.rglob("*") if path.is_file()}


def words_left(home: Path) -> dict[str, list[bytes]]:
    found = {name: [word for word in WORDS if word in data] for name, data in bytes_of(home).items()}
    return {name: words for name, words in found.items() if words}


def fill(own: Path, talk: list[Event]) -> None:
    """Two sittings with a draft and a plan, a line set aside, a drill, and the index of it all."""
    reply = next(event for event in talk if isinstance(event, ReplySent))
    said = reply.model_copy(update={"text": "The xylophone, then?"})
    planned = Intended(at=EVENING, notice="the marmalade again", then="ask about the trombone")
    for name in (ONE, TWO):
        with Journal(own).create(name) as log:
            for event in (talk[0], talk[1], said, talk[3], DraftKept(at=EVENING, text="A zeppelin?"), planned):
                log.append(event)
    path = Journal(own).path(TWO)
    path.write_bytes(path.read_bytes() + b'{"v":1,"type":"draft_kept","text":"parsnip half a li')
    Journal(own).open(TWO).close()
    assert path.with_suffix(".torn").exists()
    RoundsLog(own).append(line_of("My parsnip."))
    facts(Journal(own))
    (own / "content").mkdir()
    (own / "content" / "mine.yaml").write_text("id: mine\n", encoding="utf-8")
