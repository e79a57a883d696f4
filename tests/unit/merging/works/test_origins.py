"""Where the fields of a work with one record come from."""

from __future__ import annotations

from hypothesis import given

from pubbrowser.merging.works.origins import FIELDS, OneOrigin
from pubbrowser.model import Record, Source
from tests.generated import records

PLACE = Source("a.md", 3)


@given(records)
def test_every_field_that_is_set_comes_from_the_record(record: Record) -> None:
    nothing = Record()
    fields = [name for name in FIELDS if getattr(record, name) != getattr(nothing, name)]
    assert OneOrigin(PLACE, record) == dict.fromkeys(fields, PLACE)
    assert list(OneOrigin(PLACE, record)) == fields
    assert len(OneOrigin(PLACE, record)) == len(fields)
    assert [name for name in FIELDS if OneOrigin(PLACE, record).get(name)] == fields


def test_what_is_no_field_of_the_paper_has_no_origin() -> None:
    origin = OneOrigin(PLACE, Record(title="A", line=3, section="Articles"))
    assert [name in origin for name in ("title", "line", "section", "abstract", "x")] == [
        True,
        False,
        False,
        False,
        False,
    ]
