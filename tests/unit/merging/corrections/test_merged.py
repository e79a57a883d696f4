"""What corrections do to the corpus."""

from __future__ import annotations

from pubbrowser.merging import merge
from pubbrowser.merging.corrections import parse_corrections
from pubbrowser.model import Corpus, Date, Document, Name, Record, Source

AUTHORS = (Name("Bell", "Jocelyn"), Name("Hewish", "Antony"))


def document(path: str, *entries: tuple[str, int]) -> Document:
    records = tuple(
        Record(
            type="article-journal", title=title, author=AUTHORS, issued=Date(year),
            container_title="Nature", line=line,
        )
        for line, (title, year) in enumerate(entries, 1)
    )  # fmt: skip
    return Document(path, "x", records=records)


DOCUMENTS = (
    document("list.md", ("Observation of a Rapidly Pulsating Radio Source", 1968)),
    document("page.txt", ("Observation of a Rapidly Pulsating Radio Source", 1969)),
    document("feed.txt", ("Twenty Years of Little Green Men", 1988)),
)


def corpus(content: str) -> Corpus:
    return merge(DOCUMENTS, parse_corrections(content, "c.yaml"))


def sizes(content: str) -> list[int]:
    return [len(work.records) for work in corpus(content).works]


def test_without_corrections_like_entries_are_one_paper() -> None:
    assert sizes("") == [2, 1]
    assert [finding.kind for finding in corpus("").findings] == ["conflict"]


def test_entries_are_kept_apart_and_joined() -> None:
    assert sizes("apart: [['list.md: Observation', 'page.txt: Observation']]") == [1, 1, 1]
    assert sizes("join: [['list.md: Observation', Twenty Years]]") == [3]


def test_fields_keys_and_tags_are_those_of_the_corrections() -> None:
    work = corpus(
        "fields:\n- {of: Observation, set: {title: Pulsars, author: [Ryle M]}}\n"
        "keys: {mine: Observation}\ntags: {a: [mine], b: [Observation]}\n"
    ).works[0]
    assert (work.merged.title, work.key, work.tags) == ("Pulsars", "mine", ("a", "b"))
    assert work.sources["title"] == Source("c.yaml", 2)


def test_the_edition_can_be_corrected() -> None:
    [work, *_] = corpus("fields: [{of: Observation, set: {edition: 3rd}}]").works
    assert work.merged.edition == "3rd"


def test_people_are_those_of_the_corrected_authors() -> None:
    corrected = corpus("fields: [{of: Observation, set: {author: [Ryle M]}}]")
    [person] = corrected.works[0].people
    assert corrected.people[person].name == Name("Ryle", "M")


def test_people_have_the_name_that_the_corrections_give() -> None:
    people = corpus("people: [[Jocelyn Bell Burnell, Bell Jocelyn, Hewish Antony]]").people
    assert [person.name.full for person in people] == ["Jocelyn Bell Burnell"]


def test_a_conflict_that_a_field_settles_is_not_found() -> None:
    assert corpus("fields: [{of: Observation, set: {issued: 1968}}]").findings == ()


def test_what_cannot_be_applied_is_found_with_its_line() -> None:
    found = [
        finding for finding in corpus("keys:\n  k: Nothing\n").findings
        if finding.kind == "correction"
    ]  # fmt: skip
    assert [finding.source for finding in found] == [Source("c.yaml", 2)]
