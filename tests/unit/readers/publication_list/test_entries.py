"""One small document for each way in which entries of a list differ from each other."""

from __future__ import annotations

import datetime

import pytest

from pubbrowser.model import Date, Document, Name, Record, link
from pubbrowser.readers.publication_list import READER
from pubbrowser.readers.reader import Text


def read(content: str) -> Document:
    return READER.read(Text(content, "list.md", datetime.date(2024, 6, 1)))


def read_one(entry: str, heading: str = "Journal Articles") -> Record:
    document = read(f"## {heading}\n\n{entry}\n")
    assert document.problems == ()
    (record,) = document.records
    return record


def entry(
    authors: str = "Doe J and Roe K",
    title: str = "“Counting Herons”",
    where: str = "*Wetlands* 3:1–9",
) -> str:
    return f"1. {authors} (2021).  \n{title}.  \nIn: {where}"


def printed(names: tuple[Name, ...]) -> list[str]:
    return [name.full for name in names]


def test_a_regular_entry_is_read_whole() -> None:
    text = (
        "1. Doe J, **Poe A B** and Roe K-L (2021).  \n“Counting Herons”.\nIn: *Wetlands* 3(4):1–9."
    )
    assert read_one(
        f"{text}  \n<https://github.com/doe/herons> | Demo: <https://herons.example>"
    ) == (
        Record(
            type="article-journal",
            section="Journal Articles",
            line=3,
            author=(Name("Doe", "J"), Name("Poe", "A B"), Name("Roe", "K-L")),
            owner_positions=(1,),
            issued=Date(2021),
            title="Counting Herons",
            container_title="Wetlands",
            locator="3(4):1–9",
            volume="3",
            issue="4",
            page="1–9",
            links=(
                link("https://github.com/doe/herons"),
                link("https://herons.example", "Demo"),
            ),
        )
    )


@pytest.mark.parametrize(
    "text",
    [
        '1. Doe J (2021). "Counting Herons". In: *Wetlands* 3:1–9. (Open Access)',
        "1. Doe J (2021).\n “Counting Herons”.\n In: *Wetlands* 3:1–9. (Open Access)",
        "  1. Doe J (2021).  \n “Counting Herons”.  \n In: *Wetlands* 3:1–9. (Open Access)",
        "1. Doe J (2021).\n\n- “Counting Herons”.\n- In: *Wetlands* 3:1–9.\n- (Open Access)",
        "1. Doe J (2021).\n“Counting\nHerons”.\n\n\f\n3 / 9\nIn: *Wetlands* 3:1–9.\n_Open Access_",
        "1. Doe J (2021). „Counting Herons“. In: *Wetlands* 3:1–9. Open Access",
        "- Doe J (2021). “Counting Herons”. In: _Wetlands_ 3:1–9. (Open Access)",
        "[1] Doe J (2021). “Counting Herons.” In: <em>Wetlands</em> 3:1–9. (Open Access)",
        "Doe J (2021). “Counting Herons,” In: *Wetlands* 3:1–9. (Open Access)",
    ],
)
def test_the_layout_does_not_change_what_an_entry_says(text: str) -> None:
    record = read_one(text)
    assert printed(record.author) == ["J Doe"]
    assert (record.title, record.issued) == ("Counting Herons", Date(2021))
    assert (record.container_title, record.volume, record.page) == ("Wetlands", "3", "1–9")
    assert record.notes == ("Open Access",)
    assert record.line == 3


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Journal Articles", "article-journal"),
        ("Contributions to Conference Proceedings", "paper-conference"),
        ("Books", "book"),
        ("Book Chapters", "chapter"),
        ("Preprints", "article"),
        ("Zeitschriftenartikel", "article-journal"),
        ("Konferenzbeiträge", "paper-conference"),
        ("Buchkapitel", "chapter"),
        ("Bücher", "book"),
        ("Articles de revues", "article-journal"),
    ],
)
def test_the_heading_gives_type_and_section(heading: str, kind: str) -> None:
    record = read_one(entry(), heading)
    assert (record.type, record.section) == (kind, heading)


def test_without_a_telling_heading_the_venue_gives_the_type() -> None:
    assert read_one(entry(), "Publications").type == "article-journal"
    assert read_one(entry(where="*CoRR abs/2101.00001*"), "Publications").type == "article"
    workshop = read_one(entry(where="*Workshop on Birds* 1–2"), "Publications")
    assert workshop.type == "paper-conference"


@pytest.mark.parametrize(
    ("authors", "names"),
    [
        ("Doe J", ["J Doe"]),
        ("Doe J, Roe K, and Poe L", ["J Doe", "K Roe", "L Poe"]),
        ("Doe J, Roe K, Poe L", ["J Doe", "K Roe", "L Poe"]),
        ("Doe J, van der Roe K and Poe-Moe GÜ", ["J Doe", "K van der Roe", "GÜ Poe-Moe"]),
        ("Doe, J. A., Roe, K., & Poe, L.", ["J. A. Doe", "K. Roe", "L. Poe"]),
        ("J. A. Doe, K. Roe und L. Poe", ["J. A. Doe", "K. Roe", "L. Poe"]),
        ("Jane Doe; Karl Roe; Lea Poe", ["Jane Doe", "Karl Roe", "Lea Poe"]),
    ],
)
def test_authors_are_split_in_every_shape(authors: str, names: list[str]) -> None:
    assert printed(read_one(entry(authors)).author) == names


def test_a_list_cut_with_et_al_is_marked() -> None:
    record = read_one(entry("Doe J, Roe K et al."))
    assert record.authors_truncated
    assert printed(record.author) == ["J Doe", "K Roe"]


def test_editors_are_no_authors() -> None:
    record = read_one(entry("Doe J, **Roe K** and Poe L, editors", where="*Reeds*"), "Books")
    assert record.author == ()
    assert printed(record.editor) == ["J Doe", "K Roe", "L Poe"]
    assert record.owner_positions == (1,)


def test_the_most_frequent_bold_name_is_the_owner() -> None:
    entries = "\n".join(entry(f"**{name}** and Roe K") for name in ("Doe J", "Day J", "Doe J"))
    assert read(entries.replace("1.", "-")).owner == "Doe J"


@pytest.mark.parametrize(
    ("title", "read_as"),
    [
        ("“Do Herons Count?”", "Do Herons Count?"),
        ("“Herons!”", "Herons!"),
        ("“Herons: A ‘Small’ Bird’s View.”", "Herons: A ‘Small’ Bird’s View"),
        ("“The “Grey” Heron (and (Other) Birds)”", "The “Grey” Heron (and (Other) Birds)"),
        ('"The "Grey" Heron"', 'The "Grey" Heron'),
        ("“H<sub>2</sub>O & *Ardea* under A\\_B”", "H2O & Ardea under A_B"),
        ("“Herons if p<0.05 in a<b and c>d”", "Herons if p<0.05 in a<b and c>d"),
        ("“Reiher zählen [Counting herons]”", "Reiher zählen [Counting herons]"),
        ("“In 1999, 12(3) Herons, July 17–19, 2020”", "In 1999, 12(3) Herons, July 17–19, 2020"),
        ("“AT&amp;T’s Herons”", "AT&T’s Herons"),
    ],
)
def test_titles_lose_their_quotes_and_marks_only(title: str, read_as: str) -> None:
    record = read_one(entry(title=title))
    assert record.title == read_as
    assert record.issued == Date(2021)


@pytest.mark.parametrize(
    ("where", "fields"),
    [
        ("*Wetlands* .", {}),
        ("*Wetlands TBA*.", {"locator": "TBA"}),
        ("*Wetlands* TBA.", {"locator": "TBA"}),
        ("*Wetlands (xYz9QwEr7T)*", {"openreview_id": "xYz9QwEr7T"}),
        ("*Wetlands* (xYz9QwEr7T)", {"openreview_id": "xYz9QwEr7T"}),
        ("*Wetlands* xYz9QwEr7T.", {"openreview_id": "xYz9QwEr7T", "locator": "xYz9QwEr7T"}),
        ("*Wetlands . Best Poster Award*", {"notes": ("Best Poster Award",)}),
        ("*Wetlands abs/2101.00001*.", {"arxiv_id": "2101.00001"}),
        ("*Wetlands* 12–34", {"locator": "12–34", "page": "12–34"}),
        ("*Wetlands* 9:111", {"locator": "9:111", "volume": "9", "article_number": "111"}),
        ("*Wetlands* 2020:1-3", {"locator": "2020:1-3", "volume": "2020", "page": "1-3"}),
        ("*Wetlands* abcd012.", {"locator": "abcd012", "article_number": "abcd012"}),
        ("*Wetlands* 00123456789", {"locator": "00123456789", "article_number": "00123456789"}),
        (
            "*Wetlands* 5(S1):e77",
            {"locator": "5(S1):e77", "volume": "5", "issue": "S1", "article_number": "e77"},
        ),
        (
            "*Wetlands* 3(2):14:1–27.",
            {
                "locator": "3(2):14:1–27",
                "volume": "3",
                "issue": "2",
                "article_number": "14",
                "page": "1–27",
            },
        ),
        (
            "*Wetlands*, vol. 7, no. 2, pp. 3–5",
            {"locator": "vol. 7, no. 2, pp. 3–5", "volume": "7", "issue": "2", "page": "3–5"},
        ),
        (
            "*Wetlands* 7-9. Springer, Berlin/Heidelberg",
            {
                "locator": "7-9",
                "page": "7-9",
                "publisher": "Springer",
                "publisher_place": "Berlin/Heidelberg",
            },
        ),
        (
            "*Wetlands* 1–2. (Green Open Access)",
            {"locator": "1–2", "page": "1–2", "notes": ("Green Open Access",)},
        ),
    ],
)
def test_what_follows_in_is_taken_apart(where: str, fields: dict[str, object]) -> None:
    record = read_one(entry(where=where))
    expected = {"container_title": "Wetlands", "notes": (), "locator": "", **fields}
    assert {name: getattr(record, name) for name in expected} == expected


@pytest.mark.parametrize(
    "venue",
    [
        "Proceedings of the Bird Conference (BIRD) Workshops: Reed Workshop",
        "Birds: A Workshop. Reed Society Workshop",
        "Bird Science (BIRDS) 2016. Lecture Notes in Reeds",
        "BIRD’17 Workshop on Synthetic Birds (SyntheticBirds4U)",
        "Workshop on Synthetic Data for Vision (SynData4V)",
        "Gait & Wing",
        "Workshop (Past, Present, and Future)",
    ],
)
def test_a_venue_stays_as_printed(venue: str) -> None:
    record = read_one(entry(where=f"*{venue}* 1–2"))
    assert (record.container_title, record.page, record.issued) == (venue, "1–2", Date(2021))


def test_publisher_and_isbns_of_a_book() -> None:
    where = "Springer (Cham), Part I ISBN: 978-3-16-148410-0. Part II ISBN: 978-1-4028-9462-6"
    record = read_one(f"1. Doe J, editor (2020).\n“Herons, Part I-II”.\n{where}", "Books")
    assert (record.publisher, record.publisher_place) == ("Springer", "Cham")
    assert record.isbn == ("978-3-16-148410-0", "978-1-4028-9462-6")
    assert record.notes == ()


def test_links_lose_their_escapes_and_keep_their_labels() -> None:
    links = (
        r"[https://github.com/doe/a\\_b](https://github.com/doe/a_b) | Demo: <https://a.example>"
        "\n[Code](https://git.example/doe/x) https://doi.org/10.1234/abc. "
        "<https://arxiv.org/abs/2101.00001v2>"
    )
    record = read_one(f"{entry()}\n{links}")
    assert record.links == (
        link("https://github.com/doe/a_b"),
        link("https://a.example", "Demo"),
        link("https://git.example/doe/x", "Code"),
        link("https://doi.org/10.1234/abc"),
        link("https://arxiv.org/abs/2101.00001v2"),
    )
    assert [each.kind for each in record.links] == ["repo", "demo", "repo", "doi", "arxiv"]
    assert (record.doi, record.arxiv_id) == ("10.1234/abc", "2101.00001v2")
    assert (record.notes, record.url) == ((), "")


def test_every_remark_is_a_note_of_its_own() -> None:
    remarks = "<https://a.example> | Spotlight Paper\n*Best Poster Award*\nBadge Winner"
    record = read_one(f"{entry()} (OpenReview)\n{remarks}")
    assert record.notes == ("OpenReview", "Spotlight Paper", "Best Poster Award", "Badge Winner")


def test_a_year_in_the_venue_counts_only_when_there_is_no_other() -> None:
    assert read_one(entry(where="*Bird Workshop 2019*")).issued == Date(2021)
    record = read_one("1. Doe J. “Counting Herons”. In: *Bird Workshop 2019*")
    assert (record.issued, record.container_title) == (Date(2019), "Bird Workshop 2019")


def test_a_heading_with_a_year_dates_its_entries() -> None:
    document = read(
        "# Journal Articles\n## 2019\n1. Doe J. “Counting Herons”. In: *Wetlands* 3:1–9"
    )
    (record,) = document.records
    assert (record.issued, record.type, record.section) == (Date(2019), "article-journal", "2019")


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("1. Doe J (2021).\nIn: *Wetlands* 3:1–9", "no title"),
        ("1. “Counting Herons” (2021).\nIn: *Wetlands* 3:1–9", "no authors"),
        ("1. Doe J.\n“Counting Herons”.\nIn: *Wetlands* 3:1–9", "no year"),
    ],
)
def test_an_entry_without_a_field_is_a_record_and_a_problem(text: str, missing: str) -> None:
    document = read(text)
    assert len(document.records) == 1
    (problem,) = document.problems
    assert problem.line == 1
    assert missing in problem.message


@pytest.mark.parametrize(
    ("numbers", "lines"),
    [
        ((1, 2, 3), []),
        ((3, 2, 1), []),
        ((7, 8, 9), []),
        ((1, 1, 1), []),
        ((1, 2, 4), [3]),
        ((1, 2, 2, 3), [3]),
        ((5, 4, 2), [3]),
    ],
)
def test_holes_and_repetitions_of_the_numbering_are_problems(
    numbers: tuple[int, ...], lines: list[int]
) -> None:
    entries = [f"{n}. Doe J ({2000 + n}). “Herons {n}”. In: *Wetlands* {n}:1–9" for n in numbers]
    document = read("\n".join(entries))
    assert len(document.records) == len(numbers)
    assert [problem.line for problem in document.problems] == lines


def test_an_entry_that_lost_its_first_line_is_reported() -> None:
    lost = "“Counting Herons in the Reeds Again”.\nIn: *Wetlands* 4:1–9"
    document = read(f"{entry()}\n{lost}")
    assert len(document.records) == 1
    assert document.problems
    assert "Counting Herons in the Reeds Again" in document.problems[0].message


def test_prose_is_reported_and_not_read() -> None:
    document = read(f"{entry()}\n\nThis page was made with care by its author.\n")
    assert len(document.records) == 1
    assert [problem.line for problem in document.problems] == [5]
    assert document.records[0].notes == ()


def test_what_is_hidden_on_the_page_is_not_read() -> None:
    hidden = "<!--\n1. Roe K (2001). “Hidden”. In: *Wetlands* 1:1\n-->"
    document = read(f"---\ntitle: x\n---\n{hidden}\n{entry()}")
    assert [record.title for record in document.records] == ["Counting Herons"]
    assert document.problems == ()


def test_fields_hold_no_control_characters() -> None:
    record = read_one(
        entry("Doe J\x1b[31m", "“Coun\u202eting &#27;[0mHerons\x07”", "*Wet\x00lands* 1:2")
    )
    assert printed(record.author) == ["J Doe"]
    assert record.title == "Counting [0mHerons"
    assert record.container_title == "Wetlands"


@pytest.mark.parametrize("prefix", ["", "- "])
def test_plain_lists_in_author_date_style_are_read(prefix: str) -> None:
    text = (
        f"{prefix}Doe, J., & Roe, K. (2017). Counting herons at dawn. *Journal of Reeds*, 12(3), "
        "45–67. https://doi.org/10.1234/reeds.5"
    )
    record = read_one(text, "Publications")
    assert printed(record.author) == ["J. Doe", "K. Roe"]
    assert (record.title, record.container_title) == ("Counting herons at dawn", "Journal of Reeds")
    assert (record.volume, record.issue, record.page) == ("12", "3", "45–67")
    assert record.doi == "10.1234/reeds.5"


def test_a_title_that_is_a_link_may_stand_before_the_authors() -> None:
    record = read_one(
        "- [Counting Herons at Dawn](https://arxiv.org/abs/2101.00001)\n  Jane Doe, Karl Roe\n"
        "  *Journal of Reeds*, 2020",
        "Publications",
    )
    assert record.title == "Counting Herons at Dawn"
    assert printed(record.author) == ["Jane Doe", "Karl Roe"]
    assert (record.container_title, record.issued) == ("Journal of Reeds", Date(2020))
    assert record.links == (link("https://arxiv.org/abs/2101.00001"),)


def test_entries_may_be_numbered_beyond_ten_thousand() -> None:
    lines = [
        f'{number}. A. Author, B. Other: "Title number {number} of things". Journal of Foo, 2015.'
        for number in range(9_998, 10_003)
    ]
    document = READER.read(
        Text("# Publications\n\n" + "\n".join(lines), "x.md", datetime.date(2026, 1, 1))
    )
    assert len(document.records) == 5
    assert document.problems == ()
