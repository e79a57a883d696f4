"""What a work says when its records differ."""

from __future__ import annotations

from pubbrowser.merging import merge
from pubbrowser.merging.works import choose, work_ids
from pubbrowser.merging.works.choose import cited_first
from pubbrowser.model import Date, Document, Link, Name, Record, Source

LIST, FEED, PAGE = Source("list.md", 3), Source("feed.txt", 1), Source("page.txt", 7)
JOURNAL = Record(
    type="article-journal",
    title="On pulsars",
    author=(Name("Bell", "J"), Name("Hevish", "A"), Name("Ryle", "M")),
    issued=Date(2021),
    container_title="Nature",
    volume="5",
    owner_positions=(1,),
    links=(Link("https://github.com/bell/pulsars", "repo"),),
    notes=("Best paper",),
)
PREPRINT = Record(
    type="article",
    title="Pulsars",
    author=(Name("Bell", "Jocelyn"), Name("Hewish", "Antony")),
    authors_truncated=True,
    issued=Date(2020, 5, 1),
    publisher="arXiv",
    arxiv_id="2005.00001",
    abstract="Whole.",
    category="HE",
    has_code=True,
    links=(Link("https://github.com/bell/pulsars/", "repo", "Code"), Link("https://x.org")),
)
CUT = Record(type="article", title="Pulsars", abstract="Longer but cut...", abstract_truncated=True)
PLACED = [(FEED, PREPRINT), (PAGE, CUT), (LIST, JOURNAL)]


def test_the_published_version_is_cited_and_nothing_of_its_venue_is_mixed() -> None:
    merged, sources = choose(PLACED)
    assert (merged.type, merged.title, merged.issued) == (
        "article-journal",
        "On pulsars",
        Date(2021),
    )
    assert (merged.container_title, merged.volume, merged.publisher) == ("Nature", "5", "")
    assert sources["container_title"] == sources["issued"] == LIST
    assert "publisher" not in sources


def test_the_edition_is_that_of_the_cited_record() -> None:
    third = Record(type="book", title="Pulsars", issued=Date(2021), publisher="P", edition="3rd")
    other = Record(type="book", title="Pulsars", edition="2nd")
    merged, sources = choose([(PAGE, other), (LIST, third)])
    assert (merged.edition, sources["edition"]) == ("3rd", LIST)


def test_what_only_one_record_has_is_kept() -> None:
    merged, sources = choose(PLACED)
    assert (merged.arxiv_id, merged.category, merged.has_code) == ("2005.00001", "HE", True)
    assert sources["arxiv_id"] == sources["category"] == sources["has_code"] == FEED
    assert merged.notes == ("Best paper",)
    assert merged.links == (
        Link("https://github.com/bell/pulsars/", "repo", "Code"),
        Link("https://x.org"),
    )


def test_a_whole_abstract_goes_before_a_longer_one_that_is_cut() -> None:
    merged, sources = choose(PLACED)
    assert (merged.abstract, merged.abstract_truncated) == ("Whole.", False)
    assert sources["abstract"] == FEED


def test_the_longest_complete_list_gets_the_fullest_names() -> None:
    merged, sources = choose(PLACED)
    assert [name.full for name in merged.author] == ["Jocelyn Bell", "Antony Hewish", "M Ryle"]
    assert not merged.authors_truncated
    assert merged.owner_positions == (1,)
    assert sources["author"] == LIST


def test_the_order_of_the_records_changes_nothing() -> None:
    assert choose(PLACED) == choose(PLACED[::-1])
    assert [source for source, _ in cited_first(PLACED)] == [LIST, FEED, PAGE]


def test_a_preprint_is_dated_as_finely_as_any_record_of_its_year_says() -> None:
    corr = Record(type="article-journal", title="A", container_title="CoRR", issued=Date(2020))
    feed = Record(type="article", title="A", issued=Date(2020, 5, 1))
    merged, sources = choose([(LIST, corr), (FEED, feed)])
    assert merged.issued == Date(2020, 5, 1)
    assert (sources["issued"], sources["container_title"]) == (FEED, LIST)


def test_one_record_stays_as_it_is() -> None:
    merged, sources = choose([(LIST, JOURNAL)])
    assert merged is JOURNAL
    assert set(sources.values()) == {LIST}


def test_an_id_stays_when_a_later_version_comes_under_another_title() -> None:
    early, late = Record(title="Pulsars", issued=Date(2020)), Record(title="X", issued=Date(2021))
    assert work_ids([[early]]) == work_ids([[late, early]])
    assert work_ids([[early]]) != work_ids([[late]])


def test_a_later_paper_of_one_title_takes_no_id_away() -> None:
    one = Record(title="Editorial", issued=Date(2019))
    other = Record(title="Editorial", issued=Date(2020))
    [first] = work_ids([[one]])
    assert work_ids([[other], [one]]) == [f"{first}-2", first]


def test_documents_that_contradict_each_other_are_told() -> None:
    title = "Pulsating radio sources in the northern sky"
    names = (Name("Bell", "J"), Name("Hewish", "A"))
    one = Record(type="article-journal", title=title, author=names, issued=Date(2020), line=1,
                 container_title="Nature")  # fmt: skip
    other = Record(type="paper-conference", title=title, author=names, issued=Date(2021), line=1,
                   container_title="Proceedings of the IAU")  # fmt: skip
    corpus = merge([Document("a.md", "x", records=(one,)), Document("b.md", "x", records=(other,))])
    assert len(corpus) == 1
    [conflict] = [finding for finding in corpus.findings if finding.kind == "conflict"]
    assert "2020" in conflict.message
    assert "Proceedings of the IAU" in conflict.message
    assert conflict.works == (0,)


def test_an_address_comes_with_the_day_it_was_looked_at_and_editors_with_their_cut() -> None:
    looked_at = Record(title="Moss", url="https://x.org", accessed=Date(2020, 5, 1))
    dated = Record(
        title="Moss", accessed=Date(2021), editor=(Name("Bell"),), editors_truncated=True
    )
    merged, sources = choose([(LIST, dated), (PAGE, looked_at)])
    assert (merged.url, merged.accessed) == ("https://x.org", Date(2020, 5, 1))
    assert sources["accessed"] == PAGE
    assert (merged.editors_truncated, sources["editors_truncated"]) == (True, LIST)
