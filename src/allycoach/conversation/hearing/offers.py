"""Offers to do something for them, as against leave to say something, and what is arranged with them."""

from functools import lru_cache

from .words import found, stems, tokens

_OFFERS = (
    "shall i", "should i", "will i", "do you want me to", "would you like me to", "can i", "could i", "would it help if i", "may i",
    "want me to",
)  # fmt: skip
_SAYING = frozenset(
    """
say ask tell share suggest offer check give make mention add stop just have be try explain bring know hear take go come
pause start begin repeat read shared told asked said gave made tried suggested explained offered stopped
""".split()
)
_THEM = frozenset("them her him".split())
_PUTS_IT = (("put", "it"), ("put", "that"), ("put", "this"), ("put", "another"))


_HAVE = (
    "would you like",
    "do you want",
    "fancy",
    "want a",
    "want some",
    "can i get you",
    "shall i get you",
    "have a",
    "have some",
)
_TREATS = frozenset(
    stems(
        "tea coffee brew cuppa cup biscuit cake bun sandwich soup toast water drink squash seat chair tissue lift sugar milk"
    )
)


@lru_cache(maxsize=1024)
def offers_to_do(text: str) -> bool:
    """Whether a question that asks leave offers something: "Shall I ring them?", "Would you like some cake?", not "Can I ask
    you something?"."""
    if found(_HAVE, text) and not _TREATS.isdisjoint(stems(text)):
        return True
    words = tokens(text)
    for phrase in found(_OFFERS, text):
        start = tokens(phrase)
        at = next((n for n in range(len(words)) if words[n : n + len(start)] == start), None)
        if at is None:
            continue
        after = words[at + len(start) : at + len(start) + 2]
        if after[:2] in _PUTS_IT:
            continue
        if after and (after[0] not in _SAYING or (after[0] in ("ask", "tell") and not _THEM.isdisjoint(after[1:]))):
            return True
    return False


_ARRANGES = (
    "ill bring", "ill walk", "ill come", "ill be here", "ill be there", "ill be on", "ill see you", "ill have it", "ill have your",
    "ill do the", "ill ask", "ill find out", "ill ring", "ill meet", "ill save", "ill keep you", "ill put you", "well do it",
    "well look at it", "well sit", "see you", "thats settled", "sorted then", "its a date", "you bring", "i bring",
    "i walk with you",
    "i come with you", "im here thursday", "im here anyway", "come and find me", "come say hi", "come and say", "same time next",
)  # fmt: skip


@lru_cache(maxsize=1024)
def arranges(text: str) -> bool:
    """Whether a reply that asks nothing fixes what will be done together: "I'll bring the biscuits, we'll do it Tuesday"."""
    return bool(found(_ARRANGES, text))
