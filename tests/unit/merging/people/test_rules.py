"""Who is who, rule by rule."""

from __future__ import annotations

import pytest

from pubbrowser.merging.people import find_people
from pubbrowser.model import Name, Record, Source
from tests.unit.merging.people.making import names, paper, people_of, variants


def test_initials_go_to_the_only_full_name_that_fits() -> None:
    found = people_of(
        paper("Dreyer M, Wojciech Samek"), paper("Maximilian Dreyer, Wojciech Samek, Bell J")
    )
    assert variants(found) == {
        frozenset({"Dreyer M", "Maximilian Dreyer"}),
        frozenset({"Wojciech Samek"}),
        frozenset({"Bell J"}),
    }
    assert found.of_work == [(0, 1), (0, 1, 2)]
    assert found.people[0].id == "maximilian dreyer"
    assert found.names[0][0] == Name("Dreyer", "Maximilian")


def test_an_initial_that_fits_is_nobody_without_a_coauthor() -> None:
    found = people_of(paper("Dreyer M, Samek W"), paper("Maximilian Dreyer, Bell J"))
    assert len(found.people) == 4


def test_guessed_initials_are_no_evidence_for_each_other() -> None:
    found = people_of(paper("Zhang W, Li J"), paper("Wei Zhang, Jun Li"))
    assert len(found.people) == 4
    assert found.names[0] == (Name("Zhang", "W"), Name("Li", "J"))


def test_coauthors_printed_alike_by_initials_count_but_are_not_cited_by() -> None:
    found = people_of(paper("Zhang W, Li J"), paper("Wei Zhang, Li J"))
    assert found.of_work[0] == found.of_work[1]
    assert found.names[0][0] == Name("Zhang", "W")


def test_who_is_known_by_evidence_is_evidence() -> None:
    found = people_of(
        paper("Ada Bell, Dreyer M"),
        paper("Ada Bell, Maximilian Dreyer"),
        paper("Dreyer M, Sun J", "Maximilian Dreyer et al."),
        paper("Maximilian Dreyer, Jiamei Sun"),
    )
    assert len(found.people) == 3
    assert found.names[2] == (Name("Dreyer", "Maximilian"), Name("Sun", "Jiamei"))


def test_the_owner_of_a_list_is_a_coauthor_of_all_on_it() -> None:
    found = people_of(
        paper("Sun J, Samek W", owner=[1]),
        paper("Jiamei Sun, Samek W", owner=[1]),
        paper("Sun J, Samek W", path="other.bib"),
    )
    assert found.names[0][0] == Name("Sun", "Jiamei")
    assert found.names[2] == (Name("Sun", "J"), Name("Samek", "W"))


def test_two_lists_of_one_owner_share_their_people() -> None:
    found = people_of(
        paper("Sun J, Samek W", path="a.md"),
        paper("Jiamei Sun, Wojciech Samek", path="b.md"),
        owners=[("a.md", "Wojciech Samek"), ("b.md", "Wojciech Samek")],
    )
    assert len(found.people) == 2
    assert found.names[0] == (Name("Sun", "Jiamei"), Name("Samek", "Wojciech"))


def test_an_owner_is_nobody_in_lists_of_others() -> None:
    found = people_of(
        paper("Samek W, Bell J"),
        paper("Samek W, Ryle M", path="other.bib"),
        owners=[("list.md", "Wojciech Samek")],
    )
    assert found.names[0][0] == Name("Samek", "Wojciech")
    assert found.names[1][0] == Name("Samek", "W")
    assert found.of_work[0][0] != found.of_work[1][0]


def test_an_initial_is_no_bridge_between_two_full_names() -> None:
    found = people_of(paper("Weber S"), paper("Sabine Weber"), paper("Stefan Weber"))
    assert len(found.people) == 3


def test_an_initial_that_fits_two_goes_to_the_one_with_the_same_coauthors() -> None:
    found = people_of(
        paper("Weber S, Bell J, Ryle M"),
        paper("Sabine Weber, Bell J, Ryle M"),
        paper("Stefan Weber, Hewish A"),
    )
    assert found.of_work[0][0] == found.of_work[1][0] != found.of_work[2][0]


def test_each_print_of_an_initial_is_decided_for_itself() -> None:
    found = people_of(
        paper("Weber S, Bell J"),
        paper("Weber S, Hewish A"),
        paper("Weber S, Nobody X"),
        paper("Sabine Weber, Bell J"),
        paper("Stefan Weber, Hewish A"),
    )
    [bell], [hewish], [nobody] = ([who[0]] for who in found.of_work[:3])
    assert bell == found.of_work[3][0]
    assert hewish == found.of_work[4][0]
    assert nobody not in (bell, hewish)


def test_a_double_name_is_not_the_single_name_that_begins_alike() -> None:
    found = people_of(paper("Müller K-R"), paper("Karsten Müller"))
    assert len(found.people) == 2


def test_who_is_always_printed_with_both_initials_is_not_meant_by_one() -> None:
    habit = [paper("Müller K-R, Samek W", line=line) for line in range(3)]
    found = people_of(
        *habit,
        paper("Müller K, Wojciech Samek"),
        paper("Karsten Müller, Wojciech Samek", path="feed"),
    )
    assert variants(found) >= {frozenset({"Müller K", "Karsten Müller"}), frozenset({"Müller K-R"})}


def test_two_names_of_one_paper_are_two_people() -> None:
    found = people_of(paper("Müller K, Müller K-R"), paper("Müller K"))
    assert len(found.people) == 2
    assert found.of_work[1] == found.of_work[0][:1]


def test_the_same_place_of_the_same_paper_is_one_person_however_misspelt() -> None:
    found = people_of(
        paper("Achtribat R, Dreyer M, Samek W", "Reduan Achtibat, Maximilian Dreyer et al.", line=7)
    )
    assert variants(found) >= {frozenset({"Achtribat R", "Reduan Achtibat"})}
    assert found.names[0][0] == Name("Achtibat", "Reduan")
    [finding] = found.findings
    assert finding.kind == "misspelling"
    assert finding.source == Source("list.md", 7)
    assert finding.works == (0,)
    assert '"Achtribat R" is probably "Reduan Achtibat"' in finding.message


def test_a_misspelling_known_from_one_paper_is_known_on_others() -> None:
    found = people_of(
        paper("Achtribat R, Dreyer M", "Reduan Achtibat, Maximilian Dreyer"),
        paper("Achtribat R, Maximilian Dreyer"),
    )
    assert found.of_work[0][0] == found.of_work[1][0]
    assert found.names[1][0] == Name("Achtibat", "Reduan")


def test_a_list_that_leaves_an_author_out_still_lines_up() -> None:
    found = people_of(
        paper(
            "Dreyer M, Achtabat R, Wiegand T, Samek W",
            "Maximilian Dreyer, Reduan Achtibat, Wojciech Samek et al.",
        )
    )
    assert [name.given for name in found.names[0]] == ["Maximilian", "Reduan", "T", "Wojciech"]


def test_a_family_name_divided_elsewhere_is_one() -> None:
    double = Record(author=(Name("Vakilzadeh Hatefi", "Sayed Mohammad"),))
    found = people_of(
        paper("Hatefi S M V"),
        [(Source("x.bib", 1), double)],
        paper("Sayed Mohammad Vakilzadeh Hatefi"),
    )
    assert len(found.people) == 1


def test_umlauts_written_out_are_the_same_name() -> None:
    found = people_of(
        paper("Jörg Müller, Ada Bell"), paper("Joerg Mueller"), paper("Muller J, Ada Bell")
    )
    assert len(found.people) == 2
    assert found.people[0].name == Name("Müller", "Jörg")


def test_a_rare_spelling_with_the_same_coauthors_is_a_misspelling() -> None:
    often = [paper("Hedström A, Bykov K, Höhne M", line=line) for line in range(4)]
    found = people_of(*often, paper("Hedstrom A, Bykov K"), paper("Hestrom A, Bykov K, Höhne M"))
    assert len(found.people) == 3
    [finding] = found.findings
    assert '"Hestrom A" is probably "Hedström A"' in finding.message


@pytest.mark.parametrize("other", ["Jin A", "Hedstrom B", "Hedwig A", "Lindstrom A"])
def test_similar_names_with_the_same_coauthors_stay_apart(other: str) -> None:
    often = [paper("Hedström A, Jain A, Bykov K, Höhne M", line=line) for line in range(4)]
    found = people_of(*often, paper(f"{other}, Bykov K, Höhne M"))
    assert len(found.people) == 5


def test_without_common_coauthors_similar_names_stay_apart() -> None:
    often = [paper("Hedström A, Bykov K, Höhne M", line=line) for line in range(4)]
    found = people_of(*often, paper("Hestrom A, Bell J, Ryle M"))
    assert len(found.people) == 6


def test_a_stray_letter_before_the_initial_is_a_scanning_fault() -> None:
    often = [paper("Dreyer M, Samek W, Hufe L", line=line) for line in range(3)]
    found = people_of(*often, paper("Hufe L, Dreyer QM, Samek W"))
    assert variants(found) >= {frozenset({"Dreyer M", "Dreyer QM"})}
    assert found.names[3][1] == Name("Dreyer", "M")
    assert len(found.findings) == 1


def test_an_owner_emphasised_under_two_names_has_changed_name() -> None:
    found = people_of(
        paper("Binder A, Müller K-R, Bach S", owner=[2]),
        paper("Lapuschkin S, Binder A, Müller K-R", owner=[0]),
        paper("Sebastian Lapuschkin, Müller K-R", path="feed"),
        owners=[("list.md", "Lapuschkin S")],
    )
    owner = next(person for person in found.people if person.owner)
    assert set(owner.variants) == {"Bach S", "Lapuschkin S", "Sebastian Lapuschkin"}
    assert found.names[0][2] == Name("Bach", "S")
    assert found.names[1][0] == Name("Lapuschkin", "Sebastian")
    assert not found.findings


def test_a_group_that_emphasises_its_members_is_not_one_person() -> None:
    found = people_of(
        paper("Singh A, Ryle M, Bell J", owner=[0]),
        paper("Smith B, Ryle M, Bell J", owner=[0]),
        paper("Silva A, Smith B", owner=[0, 1]),
    )
    assert len(found.people) == 5
    assert sum(person.owner for person in found.people) == 3


def test_the_head_of_a_page_gives_the_full_name() -> None:
    found = people_of(paper("Lapuschkin S, Samek W"), owners=[("list.md", "Sebastian Lapuschkin")])
    owner = next(person for person in found.people if person.owner)
    assert owner.name == Name("Lapuschkin", "Sebastian")
    assert owner.variants == ("Lapuschkin S", "Sebastian Lapuschkin")


def test_an_owner_whose_name_fits_nobody_is_nobody() -> None:
    found = people_of(paper("Bell J"), owners=[("list.md", "Martin Ryle"), ("other.md", "Bell J")])
    assert not any(person.owner for person in found.people)


def test_aliases_win_over_everything() -> None:
    found = people_of(
        paper("Elizabeth Smith, Bell J"),
        paper("Beth Jones"),
        paper("Smith E"),
        paper("Eva Smith"),
        aliases=[["Jones, Beth", "Elizabeth Smith", "Smith E"]],
    )
    assert variants(found) == {
        frozenset({"Elizabeth Smith", "Beth Jones", "Smith E"}),
        frozenset({"Bell J"}),
        frozenset({"Eva Smith"}),
    }
    assert found.names[1] == (Name("Jones", "Beth"),)


def test_a_full_name_that_only_the_user_gives_is_used() -> None:
    found = people_of(paper("Müller K-R"), aliases=[["Klaus-Robert Müller", "Müller K-R"]])
    assert found.people[0].name == Name("Müller", "Klaus-Robert")
    assert found.people[0].variants == ("Müller K-R",)
    assert found.names == [(Name("Müller", "Klaus-Robert"),)]


def test_an_alias_may_be_what_only_the_head_of_a_page_prints() -> None:
    found = people_of(
        paper("Bach S, Binder A"),
        owners=[("list.md", "Sebastian Bach")],
        aliases=[["Sebastian Bach", "Binder A"]],
    )
    assert frozenset({"Bach S"}) in variants(found)
    assert frozenset({"Binder A", "Sebastian Bach"}) in variants(found)


def test_the_first_name_that_the_user_gives_is_shown() -> None:
    found = people_of(
        paper("Elizabeth A. Smith"), aliases=[["Beth Smith", "Elizabeth A. Smith", "Nobody At All"]]
    )
    assert found.people[0].name == Name("Smith", "Beth")
    assert found.names == [(Name("Smith", "Elizabeth A."),)]


def test_an_alias_does_not_take_what_another_document_prints_in_full() -> None:
    found = people_of(
        paper("Müller K"),
        paper("Müller K", "Klaus Müller"),
        paper("Karsten Müller"),
        aliases=[["Karsten Müller", "Müller K"]],
    )
    assert found.of_work[0] == found.of_work[2] != found.of_work[1]


def test_people_stand_by_their_works_and_equal_names_get_a_number() -> None:
    found = people_of(
        paper("Weber S, Roe A"), paper("Roe A"), paper("Müller K R"), paper("Müller K-R")
    )
    assert [person.works for person in found.people] == sorted(
        (person.works for person in found.people), reverse=True
    )
    assert found.people[0].id == "a roe"
    assert len({person.id for person in found.people}) == len(found.people)


def test_organisations_and_single_names_are_themselves() -> None:
    literal = Record(author=(Name(literal="Quantus Team"), Name(literal="Plato"), Name("Plato")))
    found = people_of([(Source("a", 1), literal)], paper("Team Q"))
    assert "Quantus Team" in {person.name.full for person in found.people}
    assert len(found.of_work[0]) == len(set(found.of_work[0]))


def test_editors_count_where_there_are_no_authors() -> None:
    record = Record(editor=names("Samek W, Müller K-R"))
    found = find_people([[(Source("a", 1), record)]], [record], [])
    assert len(found.of_work[0]) == len(found.names[0]) == 2


def test_nothing_gives_nobody() -> None:
    assert people_of() == find_people([], [], [])
    assert people_of().people == []
