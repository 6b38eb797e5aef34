"""`allycoach forget`: what will be deleted, a yes, and what was."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from allycoach.catalogue import _, many
from allycoach.journal import forgetting, home
from allycoach.plain.terminal import PROMPT, Lines
from allycoach.signs import one_line

from .faults import CANNOT
from .shelves import journal, vault


def forget_in_lines(sittings: Sequence[str], *, drills: bool, everything: bool, sure: bool, terminal: Lines) -> int:
    """Deletes after a yes; the exit status. Raises AllycoachError for a sitting that there is not, or one in use."""
    own = home()
    if everything:
        paths: tuple[Path, ...] = forgetting.of_everything(own)
        steps: list[Callable[[], forgetting.Forgotten]] = [lambda: forgetting.forget_everything(own)]
    else:
        ids = list(dict.fromkeys(journal().resolve(name) for name in sittings))
        paths = tuple(path for each in ids for path in forgetting.of_sitting(own, each))
        steps = [lambda each=each: forgetting.forget_sitting(own, each, vault()) for each in ids]  # type: ignore[misc]
        if drills:
            paths += forgetting.of_drills(own)
            steps.append(lambda: forgetting.delete(forgetting.of_drills(own)))
    if not paths:
        terminal.say(_("NOTHING: there is nothing of yours to delete here."))
        return 0
    if not (sure or _said_yes(paths, own, everything=everything, terminal=terminal)):
        return CANNOT
    return _told([step() for step in steps], own, everything=everything, terminal=terminal)


def _said_yes(paths: Sequence[Path], own: Path, *, everything: bool, terminal: Lines) -> bool:
    terminal.say(
        many("TO DELETE: 1 file in {folder}.", "TO DELETE: {n} files in {folder}.", len(paths)).format(
            n=len(paths), folder=one_line(str(own))
        )
    )
    for path in paths[:10]:
        terminal.say(_("FILE: {path}").format(path=one_line(str(path.relative_to(own)))))
    if len(paths) > 10:
        terminal.say(_("FILES: and {n} more.").format(n=len(paths) - 10))
    if everything and (own / "content").exists():
        terminal.say(_("NOT DELETED: people, phrases and cards of your own, in the folder content."))
    terminal.say(_("FOR GOOD: it cannot be taken back, and copies you made elsewhere stay."))
    if not terminal.interactive:
        terminal.say(_("NOTHING was deleted. Add --yes to delete without being asked."))
        return False
    typed = terminal.ask(_("TYPE yes to delete, or enter to keep everything") + PROMPT) or ""
    if typed.strip().lower() == "yes":
        return True
    terminal.say(_("KEPT: nothing was deleted."))
    return False


def _told(done: Iterable[forgetting.Forgotten], own: Path, *, everything: bool, terminal: Lines) -> int:
    gone = [path for each in done for path in each.gone]
    left = [entry for each in done for entry in each.left]
    terminal.say(
        many("DELETED: {n} file in {folder}.", "DELETED: {n} files in {folder}.", len(gone)).format(
            n=len(gone), folder=one_line(str(own))
        )
    )
    for path, why in left:
        terminal.say(_("STILL THERE: {path}: {why}.").format(path=one_line(str(path)), why=why))
    if everything and (own / "content").exists():
        terminal.say(
            _("KEPT: your own content, in {folder}; delete that folder to be rid of it too.").format(
                folder=one_line(str(own / "content"))
            )
        )
    return CANNOT if left else 0
