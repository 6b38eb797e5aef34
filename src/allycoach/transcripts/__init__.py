"""Transcripts of real conversations: a file in, who said what out. Pure; nothing here reads or writes files."""
