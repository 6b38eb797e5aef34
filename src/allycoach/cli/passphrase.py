"""`allycoach passphrase`: set, change or remove the passphrase of the data folder, in lines."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from allycoach.catalogue import _, many
from allycoach.errors import AllycoachError, PassphraseNeeded
from allycoach.journal.forgetting import delete, exported
from allycoach.journal.passphrase import (
    Rewritten,
    change_passphrase,
    files_with_words,
    remove_passphrase,
    set_passphrase,
)
from allycoach.journal.vault import Vault
from allycoach.plain.terminal import PROMPT, Lines
from allycoach.signs import one_line

from .faults import CANNOT
from .unlocking import NAMED, Asking

NEW = "ALLYCOACH_NEW_PASSPHRASE"
SHORT = 12
"""Characters under which it is said that a passphrase is short. Any is taken."""
_TOLD_EVERY = 500


@dataclass(frozen=True, slots=True)
class Talk:
    """Where the words go, and where what nobody may see comes from."""

    terminal: Lines
    ask: Asking
    environment: Mapping[str, str]

    @classmethod
    def here(cls) -> "Talk":
        from allycoach.plain.terminal import Terminal

        from .unlocking import typed_unseen

        return cls(Terminal(), typed_unseen, os.environ)

    def say(self, line: str) -> None:
        self.terminal.say(line)


def set_in_lines(vault: Vault, talk: Talk) -> int:
    """Seals everything after saying what that means; the exit status. Raises AllycoachError."""
    _refuse_if(vault.locked, _("There is a passphrase already."), _("`allycoach passphrase change` takes another one."))
    for line in _what_it_means(vault.home):
        talk.say(line)
    new = _new_passphrase(talk, named=NAMED)
    if new is None:
        return CANNOT
    done = set_passphrase(vault, new, progress=_progress(talk))
    if not _rewritten_said(
        done, talk, _("SEALED: {files}. From now on allycoach asks for the passphrase when it starts.")
    ):
        return CANNOT
    return _exports_offered(vault.home, talk)


def change_in_lines(vault: Vault, talk: Talk) -> int:
    """Another passphrase; the exit status. Raises AllycoachError."""
    _refuse_if(not vault.locked, _("There is no passphrase to change."), _("`allycoach passphrase set` sets one."))
    vault.cipher()
    new = _new_passphrase(talk, named=NEW)
    if new is None:
        return CANNOT
    change_passphrase(vault, new)
    talk.say(_("CHANGED: the new passphrase opens this folder, and the one before does not any more."))
    talk.say(_("COPIES made of the folder before still open with the passphrase they had."))
    return 0


def remove_in_lines(vault: Vault, talk: Talk, *, sure: bool) -> int:
    """Everything in the clear again, after a yes; the exit status. Raises AllycoachError."""
    _refuse_if(not vault.locked, _("There is no passphrase to remove."), "")
    vault.cipher()
    talk.say(_("IN THE CLEAR: whoever can log in as you will be able to read what you wrote."))
    talk.say(
        _("COPIES made of the folder while it was sealed still need the passphrase, and their own passphrase.json.")
    )
    if not sure and not _said_yes(talk, _("TYPE yes to remove the passphrase, or enter to keep it")):
        talk.say(_("KEPT: nothing was changed."))
        return CANNOT
    done = remove_passphrase(vault, progress=_progress(talk))
    return 0 if _rewritten_said(done, talk, _("REMOVED: {files} in the clear, and no passphrase any more.")) else CANNOT


def _what_it_means(home: Path) -> list[str]:
    count = len(files_with_words(home))
    files = many("{n} file", "{n} files", count).format(n=count)
    return [
        _("TO SEAL: {files} with what you wrote, in {home}.").format(files=files, home=one_line(str(home))),
        _(
            "FORGOTTEN, it cannot be recovered by anybody: what you wrote would be lost for good. Write it down somewhere safe."
        ),
        _(
            "NOT SEALED: people and cards that you wrote, documents you exported, and the names, sizes and times of files."
        ),
        _("COPIES made before, and what the disk keeps of files that were replaced, stay as they are."),
        _("GOOD ONES are long: four or more words that nobody would put together. Nothing else is asked of it."),
    ]


def _new_passphrase(talk: Talk, *, named: str) -> str | None:
    """Typed twice, or from the environment; None, and said, where there is none. Raises PassphraseNeeded."""
    said = talk.environment.get(named)
    if said:
        talk.say(_("TAKEN from {name}.").format(name=named))
        return said
    if not talk.terminal.interactive:
        raise PassphraseNeeded(
            _("A new passphrase is typed at a keyboard, or taken from {name}.").format(name=named),
            kept=_("Nothing was changed."),
        )
    while True:
        typed = talk.ask(_("NEW PASSPHRASE (it is not shown; enter alone changes nothing)> "))
        if not typed:
            talk.say(_("KEPT: nothing was changed."))
            return None
        if talk.ask(_("AGAIN, the same> ")) != typed:
            talk.say(_("NOT THE SAME: the two differ. Once more."))
            continue
        if len(typed) < SHORT:
            talk.say(
                _(
                    "SHORT: a computer that has your files could try short ones out. `passphrase change` takes a longer one."
                )
            )
        return typed


def _progress(talk: Talk) -> Callable[[int, int], None]:
    def told(done: int, of: int) -> None:
        if done % _TOLD_EVERY == 0 and done < of:
            talk.say(_("REWRITTEN: {done} of {of}.").format(done=done, of=of))

    return told


def _rewritten_said(done: Rewritten, talk: Talk, words: str) -> bool:
    if not done.left:
        talk.say(words.format(files=many("{n} file", "{n} files", done.done).format(n=done.done)))
        return True
    for path, why in done.left:
        talk.say(_("NOT YET: {path}: {why}").format(path=one_line(str(path)), why=one_line(why)))
    talk.say(
        _(
            "TO FINISH: mend that, and start allycoach again; it goes on by itself. Nothing is lost, and all of it opens."
        )
    )
    return False


def _exports_offered(home: Path, talk: Talk) -> int:
    made = exported(home)
    if not made:
        return 0
    documents = many("{n} document", "{n} documents", len(made)).format(n=len(made))
    talk.say(
        _("EXPORTS are not sealed: {documents} in {folder}.").format(
            documents=documents, folder=one_line(str(made[0].parent))
        )
    )
    if not _said_yes(talk, _("TYPE yes to delete them, or enter to keep them")):
        talk.say(_("KEPT: the documents are where they were, in the clear."))
        return 0
    gone = delete(made)
    talk.say(_("DELETED: {n} of {of}.").format(n=len(gone.gone), of=len(made)))
    return CANNOT if gone.left else 0


def _said_yes(talk: Talk, question: str) -> bool:
    if not talk.terminal.interactive:
        return False
    return (talk.terminal.ask(f"{question}{PROMPT}") or "").strip().lower() == "yes"


def _refuse_if(so: bool, message: str, mend: str) -> None:
    if so:
        raise AllycoachError(message, kept=_("Nothing was changed."), mend=mend)
