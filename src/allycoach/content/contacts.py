"""What looks like a real telephone number, e-mail or web address, or a real business; 999 and the like may be."""

import re
from collections.abc import Iterable, Iterator

from .visible import quoted
from .wordings import first_found

_PHONE = re.compile(r"(?<![\w.])(?:\+44 ?(?:\(0\) ?)?|0)(?:[ -]?[0-9]){8,10}(?![\w])")
_INVENTED_PHONE = re.compile(r"0(7700900|1632960|2079460|808157|3069990|(11[3-8]|1[234569]1)4960)")
_E_MAIL = re.compile(r"[\w.+-]+@([\w-]+(?:\.[\w-]+)+)")
_URL = re.compile(
    r"(?<![\w@.-])(?:https?://|(?=www\.))([\w.-]+)|(?<![\w@.-])([\w-]+(?:\.[\w-]+)*\.(?:com|org|net|uk))\b"
)
_INVENTED_DOMAIN = re.compile(r"(.*\.)?(example\.(com|org|net)|example|invalid|test)$")


def contacts(text: str) -> Iterator[str]:
    """What to say about each."""
    for found in _PHONE.finditer(text):
        digits = re.sub(r"^\+44(0)?", "0", re.sub(r"[^0-9+]", "", found[0]))
        if not _INVENTED_PHONE.match(digits):
            yield f"{quoted(found[0])} may be a real telephone number; 07700 900xxx never is"
    for found in _E_MAIL.finditer(text):
        if not _INVENTED_DOMAIN.fullmatch(found[1].lower()):
            yield f"{quoted(found[0])} may be a real e-mail address; one at example.org never is"
    for found in _URL.finditer(text):
        if not _INVENTED_DOMAIN.fullmatch((found[1] or found[2]).lower().rstrip(".")):
            yield f"{quoted(found[0])} may be a real web address; one at example.org never is"


def real_names(text: str, names: Iterable[str]) -> Iterator[str]:
    """What to say about a business that nobody made up; `names` are wordings."""
    found = first_found(names, text)
    if found is not None:
        yield f"{quoted(found)} is a real business; say what it is instead, such as the supermarket"
