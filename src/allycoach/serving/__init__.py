"""The app in a browser: who is let in, what they cost, where their words are meanwhile, and that nothing stays behind.

The only place that knows aiohttp, textual-serve, psutil and segno; all of it comes with `allycoach[serve]`.
"""
