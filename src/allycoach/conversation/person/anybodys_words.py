"""What anybody can say whose scenario has no words of its own for it, or no more: that they cannot say, and the like."""

MEANT = (
    "I only mean, {said}",
    "Just what I said, really. {said}",
    "How I said it, I think. {said}",
    "I mean, {said}",
    "No more than that. {said}",
    "I'll put it again. {said}",
)
"""What goes before their own words when they are asked what they meant by them."""
AGAIN = ("I said, {said}", "What I said was, {said}", "Again? {said}", "I was saying, {said}", "Oh. I said, {said}")
"""What goes before them when they are asked to say it again."""
COULD_NOT_SAY: dict[str, tuple[str, ...]] = {
    "who": (
        "Somebody there. I didn't catch the name.",
        "Nobody you'd know.",
        "One or two people.",
        "I couldn't tell you who.",
    ),
    "which": (
        "I couldn't tell you which.",
        "Hard to say which.",
        "I couldn't pick just one.",
        "No one more than another.",
    ),
    "when": ("A while ago now.", "I'd have to think when that was.", "I'm not sure when, exactly."),
    "by_when": (
        "Soon. This week, I'd think.",
        "I'd not like to name a day and then miss it.",
        "When I've slept on it.",
    ),
    "what_time": ("I'd have to look.", "I'd have to check that.", "I couldn't tell you offhand."),
    "where": ("Not far from here.", "Nowhere you'd know.", "I couldn't say where, exactly."),
    "how_long": ("I couldn't tell you how long.", "Longer than I'd have said.", "I've not kept track of how long."),
    "how_many": ("I couldn't put a number on it.", "I couldn't tell you how many.", "I've not counted."),
    "how_much": ("I couldn't give you a figure.", "I couldn't tell you how much.", "I've not added it up."),
    "how_old": ("I'd have to work it out.", "I'm no good with ages.", "Older than you'd think."),
    "how_often": ("Now and again.", "I couldn't say how often.", "It's not regular."),
}
"""What anybody can say to a question for a fact when their scenario has nothing of that sort, or no more of it."""


TO_BE_THOUGHT_OF: dict[str, tuple[str, ...]] = {
    "who": ("I'd have to think who.", "I'd want to think about who.", "I don't know who yet."),
    "where": ("I'd have to think where.", "I've not thought where.", "I don't know where yet."),
    "which": ("I'd have to think which.", "I've not got as far as which.", "I don't know which yet."),
    "how_long": ("I'd have to see how long.", "As long as it takes, I suppose."),
    "how_many": ("I'd have to see how many.", "I don't know how many yet."),
    "how_much": ("I'd have to see how much.", "I don't know how much yet."),
    "how_often": ("I'd have to see how often.", "I've not thought how often."),
}
"""What anybody can say to a question for something that is not yet, and might be."""
WILL = ("I will, yes.", "I think I will.", "I'll do my best to.", "Yes. I'd like to.")
"""What anybody can say who is asked whether they will, and has come to trust the one who asks."""
MIGHT = ("I might.", "I'll see how I go.", "We'll see.", "I don't want to promise.")
"""What they say who have not."""
TAKES_UP = (
    "Yes, please. If it's no trouble.",
    "If you would. Thank you.",
    "Would you? Go on, then.",
    "That'd help, yes.",
)
"""What anybody can say to an offer of somebody whom they trust."""
LETS_BE = ("You don't need to do that.", "No, you're all right. I can do it.", "Not yet. Let me think about it.")
"""What they say to it from somebody whom they do not."""
IS_GLAD = ("Thank you. I'd like that.", "All right. Thank you.", "That's kind. Thank you.", "Good. Thanks.")
"""What anybody can say to what somebody whom they trust arranges with them."""
RATHER = ("{option}, I think.", "{option}, mostly.", "{option}, if I had to say.", "{option}, most likely.")
"""What anybody can say to one thing or another; `{option}` is the one of them."""


def presenting(name: str, who: str) -> tuple[str, ...]:
    """The ways in which somebody is presented when they are asked after."""
    capital = who[:1].upper() + who[1:]
    return (f"{name}? {capital}.", f"{capital}, {name}.", f"{name}'s {who}.")
