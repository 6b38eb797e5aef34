"""What a reply says and asks, by its words alone: the same whoever is asked."""
