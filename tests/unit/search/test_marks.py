"""What is marked in texts as found."""

from __future__ import annotations

import pytest

from pubbrowser.merging import merge
from pubbrowser.model import Document, Name, Record
from pubbrowser.search import Query
from pubbrowser.search.engine import Engine

TITLE = "The Clever Hans of Clever Müller"
RECORDS = (Record(title=TITLE, author=(Name("Müller", given="A."),)),)
ENGINE = Engine.of(merge([Document("list.md", "publication-list", records=RECORDS)]))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("cle", ["Cle", "Cle"]),
        ("title:hans ", ["Hans"]),
        ('"clever hans"', ["Clever", "Hans"]),  # the second "Clever" is not part of it
        ("muller", ["Müller"]),
        ("mueller", ["Müller"]),
        ("clevr ", ["Clever", "Clever"]),
        ("clever -zebra", ["Clever", "Clever"]),
        ("hans OR zebra", ["Hans"]),
        ("", []),
    ],
)
def test_marked(text: str, expected: list[str]) -> None:
    result = ENGINE.run(Query(text))
    assert list(result.ids) == [0]
    assert [TITLE[start:end] for start, end in result.marks.spans(TITLE)] == expected
