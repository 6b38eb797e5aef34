"""The page of each rule, and the failing example that stands on it."""

import re
from dataclasses import dataclass
from pathlib import Path

from allycoach.catalogue import _
from allycoach.errors import ContentError

from .layers import shipped_folder
from .visible import quoted

_FENCED = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_NUMBER = re.compile(r"S[0-9]{3}")


@dataclass(frozen=True, slots=True)
class RulePage:
    """`text` is Markdown; `wrong` and `right` are a part of the example file `name` that breaks the rule, and the same
    part mended, both empty where the file is right and only lies in the wrong place; `message` is what `check` says."""

    rule: str
    text: str
    name: str
    wrong: str
    right: str
    message: str

    @property
    def title(self) -> str:
        return self.text.partition("\n")[0].removeprefix("# ")

    def example(self) -> str:
        """The whole of the example file, with the part that breaks the rule in it."""
        folder, _, file = self.name.rpartition("/")
        text = (_folder() / "examples" / (folder or "scenarios") / file).read_text(encoding="utf-8")
        return text.replace(self.right, self.wrong, 1) if self.right else text


def rule_numbers() -> tuple[str, ...]:
    """All there are, errors first."""
    return tuple(sorted(path.stem for path in _folder().glob("S*.md")))


def rule_page(rule: str) -> RulePage:
    """The page of a rule by its number. Raises ContentError, with the numbers there are, if it has none."""
    wanted = rule.strip().upper()
    if not _NUMBER.fullmatch(wanted) or wanted not in rule_numbers():
        listed = "\n".join(f"  {rule_page(each).title}" for each in rule_numbers())
        raise ContentError(
            _("There is no rule {rule}.").format(rule=quoted(rule)),
            mend=_("The rules are:\n{listed}").format(listed=listed),
        )
    text = (_folder() / f"{wanted}.md").read_text(encoding="utf-8")
    blocks = [(language, block) for language, block in _FENCED.findall(text)]
    (message,) = (block for language, block in blocks if not language)
    wrong, right = [block for language, block in blocks if language == "yaml"] or ("", "")
    name = message.removeprefix("look again: ").partition(":")[0]
    return RulePage(wanted, text, name, wrong, right, message.rstrip("\n"))


def _folder() -> Path:
    """docs/rules: in the package, or in the checkout it runs from."""
    inside = shipped_folder() / "rules"
    return inside if inside.is_dir() else shipped_folder() / "docs" / "rules"
