"""What every form of transcript comes to: who said what, and where that stands in the file."""

from collections import Counter
from dataclasses import dataclass

from allycoach.catalogue import _

MOST = 5_000
"""Things said in one conversation; a day of talk has about as many."""
LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Said:
    """`line` counts from 1; `talk` names the conversation where a file can hold several."""

    line: int
    speaker: str
    text: str
    talk: str = ""


class NotReadError(ValueError):
    """A file that is not understood: `line` is where, 0 for the whole of it, `why` in plain English."""

    def __init__(self, line: int, why: str) -> None:
        super().__init__(_("line {line}: {why}").format(line=line, why=why) if line else why)
        self.line = line
        self.why = why


class Talk:
    """What has been said so far, while a file is read."""

    def __init__(self, between: str) -> None:
        """`between` stands between the parts of what goes on over several lines."""
        self._between = between
        self._said: list[tuple[int, str, list[str], str]] = []
        self._times: Counter[str] = Counter()

    def begin(self, line: int, speaker: str, words: str, talk: str = "") -> None:
        """Somebody begins to speak. Raises NotReadError when that is no name, or when there is too much."""
        name = " ".join(speaker.split())
        if len(name) > LONGEST_NAME:
            raise NotReadError(line, _("a speaker's name has more than {n} letters").format(n=LONGEST_NAME))
        if self._times[talk] == MOST:
            raise NotReadError(line, _("more than {n:,} things are said; cut the file in two").format(n=MOST))
        self._times[talk] += 1
        self._said.append((line, name, [words], talk))

    def go_on(self, words: str) -> bool:
        """More of what was being said; False when nobody was speaking."""
        if self._said:
            self._said[-1][2].append(words)
        return bool(self._said)

    def whole(self) -> tuple[Said, ...]:
        """What was said; who said nothing is left out. Raises NotReadError when that is everybody."""
        said = (
            Said(line, name, self._between.join(filter(None, map(str.strip, parts))), talk)
            for line, name, parts, talk in self._said
        )
        found = tuple(one for one in said if one.text)
        if not found:
            raise NotReadError(0, _("nothing is said in it"))
        return found


def lines_of(text: str) -> list[str]:
    """The lines as an editor counts them, whatever system they come from."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
