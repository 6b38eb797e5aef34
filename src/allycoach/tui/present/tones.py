"""The three tones beside plain text, by the names that both themes give them."""

LOOK = "$look"
GOOD = "$good"
QUIET = "$quiet"
