"""Authoring sheets: a person as a table, in Markdown or CSV, for those who would rather fill one in than write YAML."""
