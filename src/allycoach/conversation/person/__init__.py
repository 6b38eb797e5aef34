"""The person: what they are like now, their lines, and what in their story some words are about."""
