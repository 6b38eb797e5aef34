"""Scripted trainees talk to a person again and again, so that an author learns whether the person works."""
