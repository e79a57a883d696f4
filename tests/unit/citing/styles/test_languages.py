"""The language of titles: foreign ones are told apart, English ones with foreign words are not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pubbrowser.citing.styles import reference
from pubbrowser.citing.styles.languages import UNDETERMINED, guess_language
from pubbrowser.model import Work

Make = Callable[..., Work]
StyleFile = Callable[..., Path]


@pytest.mark.parametrize(
    "title",
    [
        "Die Hard: masculinity in action films",
        "La La Land",
        "Der Spiegel effect",
        "Der Spiegel circulation",
        "Das Boot, Der Untergang: postwar cinema",
        "On Von Neumann algebras",
        "Von Willebrand factor deficiency",
        "van der Waals heterostructures",
        "De novo assembly of human genomes",
        "de novo protein design",
        "In vivo imaging",
        "In vitro et in vivo",
        "Les Misérables",
        "El Niño, La Niña, Rio de la Plata rainfall",
        "San Juan de los Lagos aquifer recharge",
        "Costa del Sol tourism",
        "Fin de siècle Vienna",
        "Déjà vu and crème brûlée à la carte",
        "Poincaré maps",
        "Schrödinger operators",
        "Müller cells in the retina",
        "Pour point depression: du Noüy ring tensiometry",
        "Sturm und Drang in robotics",
        "Mise en scène and mise en place",
        "DES, DEM, SOM and AUF: four acronyms",
        "Using “Maschinelles Lernen in der Medizin” as a textbook",
        "Explainable AI",
        "BERT",
        "2 + 2",
        "",
    ],
)
def test_titles_that_may_be_english_are_left_alone(title: str) -> None:
    assert guess_language(title) == ""


@pytest.mark.parametrize(
    ("title", "language"),
    [
        ("Künstliche Intelligenz auf dem Prüfstand: Kriterien für medizinische Produkte", "de"),
        ("KÜNSTLICHE INTELLIGENZ AUF DEM PRÜFSTAND", "de"),
        ("Einführung in die Mathematik", "de"),
        ("Über die DNA von Østersjön", "de"),
        ("Wie sich Moos an den Regen erinnert", "de"),
        ("L'apprentissage automatique pour la santé", "fr"),
        ("Une étude de la mousse dans les forêts", "fr"),
        ("Aprendizaje automático para la salud", "es"),
        ("Una introducción a los sistemas dinámicos", "es"),
        ("Metodi per una nuova storia della lingua", "it"),
        ("L’intelligenza artificiale nella medicina", "it"),
        ("Uma introdução à aprendizagem de máquina", "pt"),
        ("De invloed van het klimaat op mossen", "nl"),
        ("Om mosser og bregner i skoven", "da"),
        ("En studie av maskininlärning för medicinska bilder", "sv"),
        ("Wpływ deszczu na wzrost mchów oraz paproci", "pl"),
        ("Введение в машинное обучение", UNDETERMINED),
    ],
)
def test_titles_that_are_clearly_foreign_are_told(title: str, language: str) -> None:
    assert guess_language(title) == language


@pytest.mark.parametrize("title", ["Grundgesetz", "Moos", "Forêt", "Maschinelles Lernen"])
def test_titles_without_function_words_stay_undecided(title: str) -> None:
    assert guess_language(title) == ""


@given(st.text())
def test_any_title_has_a_code_or_none(title: str) -> None:
    assert guess_language(title) in ("", "de", "fr", "es", "it", "pt", "nl", "da", "sv", "pl",
                                     UNDETERMINED)  # fmt: skip


@pytest.mark.parametrize("style", ["mla", "chicago"])
def test_title_case_leaves_foreign_titles_as_printed(style: str, make_work: Make) -> None:
    title = "Moos und Farne auf dem Prüfstand: Regeln für medizinische Gärten"
    assert title in reference(make_work(title=title), style)
    assert "Moss and Ferns on Trial" in reference(make_work(title="Moss and ferns on trial"), style)


def test_the_words_between_follow_the_locale(make_work: Make) -> None:
    def words(title: str) -> str:
        work = make_work(
            title=title,
            type="chapter",
            container_title="Moosbuch",
            author=["Fox, Ben"],
            editor=["Berg, Anna"],
        )
        return reference(work, "mla").partition("Moosbuch")[2]

    assert words("Moos und Farne auf dem Prüfstand") == words("Moss") != ""
    assert "edited by Anna Berg" in words("Moos und Farne auf dem Prüfstand")


def test_a_language_that_is_not_known_is_not_printed(
    style_file: StyleFile, make_work: Make
) -> None:
    style = str(style_file('<text variable="title"/><text variable="language" prefix=" "/>'))
    assert reference(make_work(title="Введение в анализ"), style) == "Введение в анализ"
    assert reference(make_work(title="Moos auf dem Dach im Mai"), style).endswith(" de")
