"""The whole of `extract` on one article: every find has its place, and other languages are left unread."""

from __future__ import annotations

import datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from core.extract import analyze
from core.model import Article, Span

_GERMAN = (
    "Die Straßenbahn im Tal wird teurer als geplant. Der Stadtrat hat am Montag über die Kosten beraten, und die "
    "Mehrheit war dafür, dass der Bau trotzdem weitergeht. „Wir halten an dem Projekt fest“, sagte die Bürgermeisterin."
)


def test_an_article_in_another_language_is_kept_and_not_read():
    found = analyze(Article(_GERMAN))
    assert found.language == "de"
    assert found.sentences
    assert not (found.dates or found.figures or found.attributions or found.actors or found.frames)
    assert found.readability.flesch_reading_ease is None


def test_a_language_that_is_given_is_believed():
    assert analyze(Article("The mayor paid $5 on Monday.", language="fr")).figures == ()
    assert analyze(Article("The mayor paid $5 on Monday.", language="en-GB")).figures


_WORDS = st.sampled_from(
    [
        *"The mayor said that £12m “was spent” on Monday. Mr. Hale, 44, told it".split(),
        *"’in 2021’ ( 3.5% ) — he (she) — $ 5 . ! \n\n".split(" "),
    ]
)


@settings(deadline=None, max_examples=100)
@given(st.one_of(st.text(max_size=200), st.lists(_WORDS, max_size=60).map(" ".join)))
def test_every_find_lies_in_the_text_and_is_the_same_each_time(text):
    article = Article(text, published=datetime.date(2025, 3, 4), published_from="given")
    found = analyze(article)
    assert found == analyze(article)
    spans = [*found.sentences, *(item.span for item in (*found.dates, *found.figures, *found.attributions))]
    spans += [span for actor in found.actors for span in actor.mentions]
    spans += [span for frame in found.frames for span in frame.mentions]
    spans += [item.span for item in found.boilerplate]
    for span in spans:
        assert isinstance(span, Span)
        assert 0 <= span.start < span.end <= len(text)
    rows = found.to_dict()
    for row in (*rows["dates"], *rows["figures"], *rows["attributions"]):
        assert row["text"] == text[row["start"] : row["end"]]
