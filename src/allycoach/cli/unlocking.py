"""The passphrase of the data folder, asked for when it is needed: from ALLYCOACH_PASSPHRASE, or at the keyboard."""

import os
import sys
from collections.abc import Callable
from getpass import getpass

import typer

from allycoach.catalogue import _
from allycoach.errors import AllycoachError, PassphraseNeeded, WrongPassphrase
from allycoach.journal.vault import Vault
from allycoach.signs import one_line

NAMED = "ALLYCOACH_PASSPHRASE"
_TRIES = 3

Asking = Callable[[str], str | None]
"""Shows a prompt and returns what is typed without showing it; None when nothing more comes."""


def ask_for_passphrase(vault: Vault) -> None:
    """Opens what is sealed, and goes on with a sealing that was cut off. Raises WrongPassphrase or PassphraseNeeded."""
    said = os.environ.get(NAMED)
    if said:
        _with_named(vault, said)
    elif sys.stdin.isatty():
        _with_typed(vault, typed_unseen)
    else:
        raise PassphraseNeeded(
            _("What is kept here is sealed with a passphrase, and nobody is there to type it."),
            kept=_("Nothing was changed."),
            mend=_("Start allycoach at a keyboard, or put the passphrase into {name}.").format(name=NAMED),
        )
    go_on(vault, lambda words: typer.echo(words, err=True))


def unlock_if_named(vault: Vault) -> None:
    """Opens what is sealed where ALLYCOACH_PASSPHRASE is set, before a screen would ask. Raises WrongPassphrase."""
    said = os.environ.get(NAMED)
    if said and vault.waiting:
        _with_named(vault, said)


def typed_unseen(prompt: str) -> str | None:
    try:
        return getpass(prompt)
    except EOFError:
        return None


def go_on(vault: Vault, say: Callable[[str], None]) -> None:
    """Goes on with what a killed program has left half sealed or half in the clear; what stops it now is said, and nothing
    else has to wait for it."""
    if not vault.doing:
        return
    from allycoach.journal.passphrase import finish

    say(_("GOING ON: the files of this folder were not all rewritten when the passphrase was set or removed."))
    try:
        left = finish(vault).left
    except AllycoachError as error:
        say(_("NOT FINISHED: {why}").format(why=one_line(str(error))))
        return
    for path, why in left:
        say(_("NOT FINISHED: {path}: {why}").format(path=one_line(str(path)), why=one_line(why)))
    if not left:
        say(_("DONE: now they are."))


def _with_named(vault: Vault, said: str) -> None:
    try:
        vault.unlock(said)
    except WrongPassphrase as error:
        error.mend = _("It was taken from {name}.").format(name=NAMED)
        raise


def _with_typed(vault: Vault, ask: Asking) -> None:
    for left in reversed(range(_TRIES)):
        typed = ask(_("PASSPHRASE (it is not shown)> "))
        if typed is None:
            break
        try:
            vault.unlock(typed)
            return
        except WrongPassphrase as error:
            if not left:
                raise
            typer.echo(error.message, err=True)
    raise PassphraseNeeded(_("No passphrase was typed."), kept=_("Nothing was changed."))
