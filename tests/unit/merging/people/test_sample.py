"""The people of the sample, as gone through by eye."""

from __future__ import annotations

from pathlib import Path

import pytest

from pubbrowser.merging.people import People, find_people
from pubbrowser.merging.works import choose, group_records
from pubbrowser.model import Name, Record, Source
from pubbrowser.opening import read_documents

SAMPLE = Path(__file__).parents[4] / "sample_data"

SEVERAL_SPELLINGS = """
Reduan Achtibat | Achitibat R | Achtribat R | Achtabat R | Achibat R
Christopher J. Anders | Anders C J
Leila Arras | Arras L
Marco Aversa | Aversa M
Serop Baghdadlian | Baghaddadian S
Simon Baur | Baur S
Daniel Becking | Becking D
Jim Berend | Berend J
Alexander Binder | Binder A
Philine Bommer | Bommer P | Bommer P L
Karam Dawoud | Dawoud K
Maximilian Dreyer | Dreyer M | Dreyer QM
Sami Ede | Ede S
Ilona Eisenbraun | Eisenbraun I
Peter Eisert | Eisert P
Annika Frommholz | Frommholz A
Elena Golimblevskaia | Golimblevskaia E
Miriam Hägele | Hägele M
Sayed Mohammad Vakilzadeh Hatefi | Hatefi S M V
Michael A. Hedderich | Michael Hedderich
Anna Hedström | Hedström A
Nhi Hoang | Hoang N
Höhne M M-C | Höhne M M C | Höhne M-C M
Fabian Horst | Horst F
Aakriti Jain | Jain A
Patrick Kahardipraja | Kahardipraja P
René P. Klausen | Klausen R P
Evgenii Kortukov | Kortukov E
Aleksander Krasowski | Krasowski A
Tobias Labarta | Labarta T
Sebastian Lapuschkin | Lapuschkin S | Bach S
Jackie Ma | Ma J
Grégoire Montavon | Montavon G
Karsten Müller | Müller K
Jonas R. Naujoks | Naujoks J | Naujoks J R
David Neumann | Neumann D
Gabriel Nobis | Nobis G
Luis Oala | Oala L
Frederik Pahde | Pahde F
Alexander Panfilov | Panfilov A
Erblina Purelku | Pürelku E
Bruno Puri | Puri B
Raberger A-M | Raberger AM
Wojciech Samek | Samek W
Schöllhorn W I | Schöllhorn WI
Fabian Seipel | Seipel F
Djordje Slijepcevic | Slijepcevic D
Maximilian Springenberg | Springenberg M
Johanna Vielhaben | Vielhaben J
Leander Weber | Weber L
Moritz Weckbecker | Weckbecker M
Katharina Weitz | Weitz K
Kristoffer K. Wickstrøm | Wickstrøm K K
Thomas Wiegand | Wiegand T
Galip Ümit Yolcu | Yolcu G Ü | Yolcu GÜ
Matthias Zeppelzauer | Zeppelzauer M
Egor Zverev | Zverev E
"""
"""Everyone with more than one spelling, the fullest first."""

ALIKE_BUT_TWO = [
    ("Müller K-R", "Müller K"),
    ("Baur S", "Bauer A"),
    ("Jackie Ma", "Rong Ma"),
    ("Nhi Pham", "Minh An Pham"),
    ("Yongliang Wu", "Yu Wu"),
    ("Jingze Zhu", "Wenbo Zhu"),
    ("Zhao Y", "Raoyuan Zhao"),
    ("Wiegand T", "Wiedemann S"),
    ("Weber L", "Weckbecker M"),
    ("Klauschen F", "Klausen R P"),
    ("Berzin T M", "Berend J"),
    ("Becker S", "Becking D"),
    ("Reich D R", "Richards A"),
    ("Leon Witt", "Witte A V"),
    ("Maximilian Dreyer", "Maximilian Springenberg"),
    ("Fabian Horst", "Horsak B"),
    ("Nguyen A", "Minh An Pham"),
    ("Haley Hoech", "Höhne M M-C"),
    ("Schmidt R", "Schneider L"),
    ("Seifert C", "Seipel F"),
    ("Fawaz Sammani", "Sami Ede"),
    # One of them, for all that is known, has published with Samek and the other with Lapuschkin.
    ("Luca Longo", "Longo L"),
]


@pytest.fixture(scope="module")
def sample() -> tuple[People, list[Record]]:
    documents, _, _ = read_documents([str(SAMPLE)])
    placed = [
        (Source(Path(document.path).name, record.line), record)
        for document in documents
        for record in document.records
    ]
    owners = {Path(document.path).name: document.owner for document in documents if document.owner}
    grouping = group_records(placed, owners=owners)
    groups = [[placed[record] for record in group] for group in grouping.groups]
    merged = [choose(group)[0] for group in groups]
    return find_people(groups, merged, list(owners.items())), merged


def test_the_people_with_several_spellings(sample: tuple[People, list[Record]]) -> None:
    found, _ = sample
    expected = {frozenset(line.split(" | ")) for line in SEVERAL_SPELLINGS.strip().splitlines()}
    assert {frozenset(p.variants) for p in found.people if len(p.variants) > 1} == expected


def test_the_fullest_name_is_the_name(sample: tuple[People, list[Record]]) -> None:
    by_variant = {variant: p for p in sample[0].people for variant in p.variants}
    for line in SEVERAL_SPELLINGS.strip().splitlines():
        first, *_ = line.split(" | ")
        if first.split()[-1] not in ("M-C", "I", "A-M"):
            assert by_variant[first].name.full == first


@pytest.mark.parametrize("pair", ALIKE_BUT_TWO, ids=" and ".join)
def test_people_who_are_two(sample: tuple[People, list[Record]], pair: tuple[str, str]) -> None:
    one, other = ({p.id for p in sample[0].people if text in p.variants} for text in pair)
    assert len(one) == len(other) == 1
    assert one != other


def test_the_two_owners(sample: tuple[People, list[Record]]) -> None:
    assert {p.id for p in sample[0].people if p.owner} == {
        "sebastian lapuschkin", "wojciech samek"
    }  # fmt: skip
    assert [p.id for p in sample[0].people[:2]] == ["sebastian lapuschkin", "wojciech samek"]


def test_the_misspellings(sample: tuple[People, list[Record]]) -> None:
    assert {finding.message.split('"')[1] for finding in sample[0].findings} == {
        "Achtribat R", "Achitibat R", "Achtabat R", "Achibat R", "Baghaddadian S", "Dreyer QM"
    }  # fmt: skip


def test_how_names_are_cited(sample: tuple[People, list[Record]]) -> None:
    found, merged = sample
    cited = {
        (printed.full, name.full)
        for record, row in zip(merged, found.names, strict=True)
        for printed, name in zip(record.author or record.editor, row, strict=True)
    }
    assert ("S Bach", "S Bach") in cited
    assert ("K Müller", "Karsten Müller") in cited
    assert ("K-R Müller", "K-R Müller") in cited
    assert {name for printed, name in cited if printed.endswith("bat")} == {"Reduan Achtibat"}
    for printed, name in cited:
        if printed.split()[-1] != name.split()[-1]:
            assert name in ("Reduan Achtibat", "Serop Baghdadlian", "Erblina Purelku")


def test_every_name_belongs_to_somebody(sample: tuple[People, list[Record]]) -> None:
    found, merged = sample
    assert len(merged) == len(found.of_work)
    for record, people, names in zip(merged, found.of_work, found.names, strict=True):
        printed = record.author or record.editor
        assert len(people) == len(names) == len(printed)
        assert all(isinstance(name, Name) for name in names)
