"""Documents without names: what could say who somebody is, found by rules and replaced. Pure; the same words always give
the same document."""
