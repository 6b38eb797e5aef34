"""The shape of every content file. One module a kind; each is published as JSON Schema for editors."""
