"""A disk that fails after the reply and its answer are kept must not have the reply sent again."""

from allycoach.content.library import Library
from allycoach.conversation.events import Event, NoteShown
from allycoach.errors import NotSaved
from allycoach.practice.beginning import Beginning
from allycoach.practice.practice import Practice
from tests.stand_ins import Kept, SimpleReader, ticking


class NoNotes(Kept[Event]):
    def append(self, event: Event) -> None:
        if isinstance(event, NoteShown):
            raise NotSaved("The disk is full.", kept="Your words are here.", mend="Make room.")
        super().append(event)


def test_a_reply_whose_note_could_not_be_kept_is_sent_once(shipped: Library) -> None:
    log = NoNotes()
    practice = Practice.begin(
        sitting_id="s", beginning=Beginning("library-amina", "coach", seed=7), library=shipped, reader=SimpleReader(),
        log=log, clock=ticking(),
    )  # fmt: skip
    exchange = practice.send("You should ring them.")
    assert exchange.note is not None, "it is shown all the same"
    assert [turn.reply.text for turn in practice.sitting.turns] == ["You should ring them."]
    assert practice.sitting.unanswered is None
