"""Records of EndNote's XML."""

from __future__ import annotations

from pubbrowser.model import Date, Document, Link, Name, Record
from pubbrowser.readers.endnote import READER
from tests.unit.readers.samples import text_of

STYLE = '<style face="normal" font="default" size="100%">'
ARTICLE = f"""<record><rec-number>1</rec-number><ref-type name="Journal Article">17</ref-type>
<contributors><authors><author>{STYLE}van Doe, Jane</style></author>
<author>{STYLE}Moss Group,</style></author></authors>
<secondary-authors><author>{STYLE}Hale, Karl</style></author></secondary-authors></contributors>
<auth-address>{STYLE}Bonn</style></auth-address>
<titles><title>{STYLE}On </style><style face="italic">moss</style>{STYLE} &amp; H</style>
<style face="subscript">2</style>{STYLE}O&nbsp;today</style></title>
<secondary-title>{STYLE}J. Moss</style></secondary-title></titles>
<periodical><full-title>{STYLE}Journal of Moss</style></full-title></periodical>
<pages>{STYLE}10-19</style></pages><volume>3</volume><number>2</number>
<keywords><keyword>moss</keyword><keyword>rain</keyword></keywords>
<dates><year>{STYLE}2020</style></year><pub-dates><date>{STYLE}May 17</style></date></pub-dates>
</dates><isbn>0028-0836</isbn><label>doe2020</label>
<abstract>{STYLE}Moss is green.</style></abstract>
<electronic-resource-num>{STYLE}https://doi.org/10.1000/moss</style></electronic-resource-num>
<urls><related-urls><url>{STYLE}https://things.org/moss</style></url></related-urls>
<pdf-urls><url>internal-pdf://1/moss.pdf</url><url>https://things.org/moss.pdf</url></pdf-urls></urls>
</record>"""


def read(*records: str, before: str = "") -> Document:
    content = f"<?xml version='1.0'?>{before}<xml><records>{''.join(records)}</records></xml>"
    return READER.read(text_of(content))


def of_type(number: int, name: str, inside: str = "") -> str:
    return (
        f'<record><ref-type name="{name}">{number}</ref-type><titles><title>T</title>'
        f"<secondary-title>S</secondary-title></titles>{inside}</record>"
    )


def test_an_article_is_read() -> None:
    assert read(ARTICLE).records == (
        Record(
            type="article-journal",
            title="On <i>moss</i> & H <sub>2</sub>O today",
            author=(Name("Doe", "Jane", non_dropping_particle="van"), Name(literal="Moss Group")),
            issued=Date(2020, 5, 17),
            container_title="Journal of Moss",
            volume="3",
            issue="2",
            page="10-19",
            doi="10.1000/moss",
            url="https://things.org/moss",
            links=(Link("https://things.org/moss.pdf", "pdf"),),
            abstract="Moss is green.",
            notes=("Keywords: moss, rain",),
            affiliation="Bonn",
            citation_key="doe2020",
            line=1,
        ),
    )


def test_types_are_those_of_csl() -> None:
    records = read(
        of_type(10, "Conference Proceedings"), of_type(5, "Book Section"), of_type(32, "Thesis"),
        of_type(6, "Book"), of_type(13, "Generic"), "<record><ref-type>27</ref-type>"
        "<titles><title>T</title></titles></record>",
    ).records  # fmt: skip
    kinds = [record.type for record in records]
    assert kinds == ["paper-conference", "chapter", "thesis", "book", "document", "report"]
    assert [record.container_title for record in records[:3]] == ["S", "S", ""]
    assert records[3].collection_title == "S"


def test_the_authors_of_an_edited_book_are_its_editors() -> None:
    names = "<contributors><authors><author>Hale, Karl</author></authors></contributors>"
    [record] = read(of_type(28, "Edited Book", names)).records
    assert (record.author, record.editor) == ((), (Name("Hale", "Karl"),))


def test_a_broken_record_costs_no_other() -> None:
    document = read(ARTICLE, "\n<record><titles></record>\n", ARTICLE, "\n<record><a>", ARTICLE)
    assert len(document.records) == 3
    assert len(document.problems) == 2
    assert "mismatched tag" in document.problems[0].message


def test_entities_that_a_document_declares_are_refused() -> None:
    bomb = '<!DOCTYPE xml [<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(20)
    )
    outside = '<!ENTITY outside SYSTEM "file:///etc/hostname">'
    record = of_type(17, "Journal Article", "<abstract>&u; &outside;</abstract>")
    document = read(record, before=f"{bomb}{outside}]>")
    assert document.records[0].abstract == "&u; &outside;"
    assert "entities" in document.problems[0].message


def test_deep_nesting_is_reported() -> None:
    document = read(f"<record>{'<a>' * 5000}{'</a>' * 5000}</record>", ARTICLE)
    assert (len(document.records), len(document.problems)) == (1, 1)


def test_comments_and_cdata_may_hold_tags() -> None:
    document = read(
        "<!-- <record> -->",
        of_type(17, "Journal Article", "<abstract><![CDATA[a </record> b]]></abstract>"),
        "<!-- never closed",
        ARTICLE,
    )
    assert len(document.records) == 2
    assert document.records[0].abstract == "a </record> b"


def test_comments_without_an_end_cost_no_more_than_long_texts() -> None:
    assert len(read(ARTICLE, "<record>" + "<!--" * 100_000 + "</record>", ARTICLE).problems) == 1
