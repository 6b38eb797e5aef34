"""Words of phrases are cut as the pipeline cuts them, also those that are not given to it."""

import re

from allycoach.content.library import Library
from allycoach.language.cues import splitter
from allycoach.language.pipeline import load


def test_every_word_of_the_phrase_bank_is_cut_as_the_pipeline_cuts_it(shipped: Library) -> None:
    nlp = load()
    split = splitter(nlp)
    texts = [text for file in shipped.phrases.values() for cue in file.cues for text in (*cue.any, *cue.but_not)]
    texts += [entry for entries in shipped.words.lists.values() for entry in entries]
    words = sorted({word for text in texts for word in re.findall(r"[A-Za-z'-]+", text) if not word.startswith("'")})
    words += ["cannot", "gonna", "dont", "im", "cant", "Wanna", "lets", "well", "its", "I'd", "e-mail"]
    assert len(words) > 2000
    assert [split(word) for word in words] == [tuple(token.lower_ for token in nlp.tokenizer(word)) for word in words]
