"""What people say when they have been told what to do and their scenario says nothing itself, or no more."""

from allycoach.content.schema.scenario import CloseStyle

CLOSING_DOWN: dict[CloseStyle, tuple[str, ...]] = {
    "yes_but": (
        "Yeah, maybe. It's not that simple, though.",
        "I could, I suppose. I can see where it'd come unstuck.",
        "Maybe. There's more to it than that, is the thing.",
        "I can see why you'd say that. It wouldn't go like that, though.",
        "Yes, but that's sort of been the trouble.",
        "In a way, yeah. Only not from where I'm sat.",
    ),
    "polite": (
        "Right. Thank you, I'll bear that in mind.",
        "That's kind of you. I'll have a think.",
        "Okay. Yes, I'm sure you're right.",
        "Thank you. I'll remember that.",
        "I'm sure that's sensible.",
        "Yes. That's good of you to say.",
    ),
    "short": ("Right.", "Okay.", "If you say so.", "Could do.", "Sure.", "Mm."),
}
