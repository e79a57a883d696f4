"""Invented CSL-JSON items for the comparison of engines: all types, and what is odd about them."""

from __future__ import annotations

from typing import Any

Item = dict[str, Any]


def items() -> list[Item]:
    """Give the items, each with an id of its own."""
    made = [*_articles(), *_books(), *_others(), *_names(), *_dates(), *_titles(), *_pages()]
    made += _roles()
    titles = [f"{head}{tail}" for tail in _TAILS for head in _HEADS]
    for number, item in enumerate(made, 1):
        item["id"] = f"invented-{number:03}"
        if item.get("title") in (_TITLE, _BOOK):
            # Were all of it alike in two works, their order would say nothing.
            item["title"] = item["title"].replace("moss", titles.pop())
    return made


_TITLE = "How moss remembers rain"
_BOOK = "The slow moss"
_HEADS = (
    "moss",
    "fern",
    "leaf",
    "reed",
    "bark",
    "root",
    "seed",
    "thorn",
    "ivy",
    "hop",
    "oak",
    "elm",
)
_TAILS = ("wort", "bane", "weed", "bell", "cup", "grass", "tongue", "berry", "flower")


def _name(text: str) -> Item:
    family, _, given = text.partition(", ")
    return {"family": family, "given": given} if given else {"literal": family}


def _people(*texts: str) -> list[Item]:
    return [_name(text) for text in texts]


def _year(*parts: int) -> Item:
    return {"date-parts": [list(parts)]}


def _range(begin: list[int], end: list[int]) -> Item:
    return {"date-parts": [begin, end]}


_AUTHORS = _people("Halloran, Brigid", "Osterkamp, Jens")


def _article(**fields: Any) -> Item:
    return {
        "type": "article-journal",
        "title": _TITLE,
        "author": _AUTHORS,
        "issued": _year(2019),
        "container-title": "Journal of Small Plants",
        "volume": "12",
        "issue": "3",
        "page": "101-119",
        **fields,
    }


def _articles() -> list[Item]:
    return [
        _article(DOI="10.5555/moss.2019.101"),
        _article(URL="https://plants.example/moss/101"),
        _article(issue=""),
        _article(volume="", issue=""),
        _article(page=""),
        _article(page="e1024", DOI="10.5555/moss.e1024"),
        _article(volume="", issue="", page="", issued=_year(2024, 5, 17), DOI="10.5555/early"),
        _article(issued={}, status="in press", volume="", issue="", page=""),
        _article(**{"container-title-short": "J. Small Plants"}),
        _article(**{"container-title": "", "volume": "", "issue": "", "page": ""}),
        _article(issue="3-4", volume="12A"),
        _article(issue="Suppl 1"),
        _article(author=[], editor=_people("Vance, Ida")),
        _article(type="article-magazine", volume="", issue="", issued=_year(2018, 11)),
        _article(
            type="article-newspaper", volume="", issue="", page="B4", issued=_year(2020, 2, 29)
        ),
        _article(language="de", title="Wie sich Moos an den Regen erinnert"),
    ]


def _books() -> list[Item]:
    book: Item = {
        "type": "book",
        "title": "The quiet forest: a field guide",
        "author": _people("Marchetti, Lucia Anna"),
        "issued": _year(2008),
        "publisher": "Fernleaf Press",
        "publisher-place": "Bergen",
        "ISBN": "978-3-00-000000-0",
    }
    chapter: Item = {
        "type": "chapter",
        "title": "Under the leaves",
        "author": _people("Okafor, Chidi B."),
        "container-title": "Handbook of forest floors",
        "editor": _people("Lindqvist, Sara", "Moreau, Paul-Henri"),
        "issued": _year(2015),
        "page": "45-67",
        "publisher": "Fernleaf Press",
        "publisher-place": "Bergen",
    }
    return [
        book,
        {**book, "edition": "2"},
        {**book, "edition": "3rd rev. ed."},
        {**book, "volume": "4", "number-of-volumes": "6"},
        {**book, "collection-title": "Studies in Shade", "collection-number": "17"},
        {**book, "author": [], "editor": _people("Lindqvist, Sara")},
        {**book, "author": [], "editor": _people("Lindqvist, Sara", "Moreau, Paul-Henri")},
        {**book, "translator": _people("Ito, Haruka")},
        {**book, "editor": _people("Vance, Ida")},
        {**book, "author": []},
        {**book, "issued": {}},
        {**book, "publisher": "", "publisher-place": "", "DOI": "10.5555/book"},
        chapter,
        {**chapter, "editor": _people("Lindqvist, Sara")},
        {**chapter, "editor": []},
        {**chapter, "volume": "2", "edition": "2", "DOI": "10.5555/chapter"},
        {**chapter, "page": "45"},
        {**chapter, "collection-title": "Lecture Notes in Soil", "collection-number": "1101"},
        {
            **chapter,
            "editor": _people("A, Bo", "C, Di", "E, Fu", "G, Ho", "I, Jo", "K, Lu", "M, No"),
        },
        {**chapter, "type": "entry-encyclopedia", "title": "Bryophyte"},
    ]


def _others() -> list[Item]:
    paper: Item = {
        "type": "paper-conference",
        "title": "Counting spores with cameras",
        "author": _people("Petrova, Anna", "Singh, Raj", "Dubois, Élise"),
        "container-title": "Proceedings of the 9th Workshop on Small Things",
        "issued": _year(2021, 7),
        "page": "12-19",
    }
    return [
        paper,
        {**paper, "page": "", "DOI": "10.5555/spores"},
        {**paper, "publisher": "ACME", "publisher-place": "Oslo", "volume": "38"},
        {**paper, "event-title": "WST 2021", "event-place": "Oslo, Norway"},
        {**paper, "editor": _people("Lindqvist, Sara"), "collection-title": "LNSS"},
        {**paper, "container-title": "", "page": ""},
        {
            "type": "article",
            "title": "Roots as networks",
            "author": _people("Petrova, Anna", "Singh, Raj"),
            "issued": _year(2023, 2, 14),
            "publisher": "arXiv",
            "number": "arXiv:2302.99999",
            "URL": "https://arxiv.org/abs/2302.99999",
        },
        {
            "type": "article",
            "title": "Roots as networks",
            "author": _people("Petrova, Anna"),
            "issued": _year(2023),
            "publisher": "arXiv",
            "number": "arXiv:2302.99999",
            "DOI": "10.48550/arXiv.2302.99999",
        },
        {
            "type": "article",
            "title": "Leaf venation priors",
            "author": _people("Singh, Raj"),
            "publisher": "arXiv",
        },
        {
            "type": "thesis",
            "title": "On the patience of lichens",
            "author": _people("Eriksen, Maja"),
            "issued": _year(2017),
            "genre": "Doctoral dissertation",
            "publisher": "University of Bergen",
            "publisher-place": "Bergen",
        },
        {
            "type": "thesis",
            "title": "Short stems",
            "author": _people("Eriksen, Maja"),
            "issued": _year(2014),
            "genre": "Master’s thesis",
            "publisher": "University of Bergen",
            "URL": "https://thesis.example/short-stems",
        },
        {
            "type": "report",
            "title": "Rain gauges compared",
            "author": [{"literal": "Weather Office"}],
            "issued": _year(2011, 9),
            "number": "TR-11-04",
            "genre": "Technical report",
            "publisher": "Weather Office",
        },
        {
            "type": "report",
            "title": "Rain in figures",
            "author": _people("Vance, Ida"),
            "issued": _year(2012),
            "number": "7",
            "publisher": "Institute of Water",
        },
        {
            "type": "software",
            "title": "mosscount",
            "author": _people("Singh, Raj"),
            "issued": _year(2022),
            "version": "2.1.0",
            "publisher": "Zenodo",
            "DOI": "10.5555/zenodo.1",
        },
        {
            "type": "dataset",
            "title": "Ten thousand leaves",
            "author": _people("Singh, Raj", "Petrova, Anna"),
            "issued": _year(2022, 1),
            "publisher": "Dryland Repository",
            "DOI": "10.5555/leaves",
        },
        {
            "type": "speech",
            "title": "What the lichen said",
            "author": _people("Eriksen, Maja"),
            "issued": _year(2016, 10, 3),
            "event-title": "Nordic Lichen Days",
            "event-place": "Tromsø",
        },
        {
            "type": "patent",
            "title": "Apparatus for wetting moss",
            "author": _people("Halloran, Brigid"),
            "issued": _year(2013, 4, 2),
            "number": "US 9,999,999 B2",
        },
        {
            "type": "webpage",
            "title": "Moss of the month",
            "author": [{"literal": "Moss Society"}],
            "container-title": "Moss Society",
            "issued": _year(2020, 6, 1),
            "URL": "https://moss.example/month",
            "accessed": _year(2021, 1, 5),
        },
        {"type": "webpage", "title": "Moss links", "URL": "https://moss.example/links"},
        {
            "type": "document",
            "title": "A letter on ferns",
            "author": _people("Vance, Ida"),
            "issued": _year(1999),
        },
        {"type": "document", "title": "Notes"},
        {
            "type": "post-weblog",
            "title": "Why I count leaves",
            "author": _people("Ito, Haruka"),
            "container-title": "Leafblog",
            "issued": _year(2019, 12, 24),
            "URL": "https://leaf.example/why",
        },
        {
            "type": "manuscript",
            "title": "Ferns, unsorted",
            "author": _people("Vance, Ida"),
            "issued": _year(1987),
            "genre": "manuscript",
        },
    ]


def _names() -> list[Item]:
    many = [_name(f"Author{number:03}, Given") for number in range(1, 401)]
    return [
        _article(author=author)
        for author in (
            _people("Plato"),
            [{"family": "Sukarno"}],
            [{"literal": "Consortium for the Study of Mud"}],
            [{"family": "Groot", "given": "Tomas", "non-dropping-particle": "de"}],
            [{"family": "Humbold", "given": "Alexander", "dropping-particle": "von"}],
            [
                {"family": "Berg", "given": "Jan", "non-dropping-particle": "van den"},
                {"family": "Alembert", "given": "Jean", "dropping-particle": "d’"},
            ],
            [{"family": "King", "given": "Martin L.", "suffix": "Jr."}],
            [{"family": "King", "given": "Martin L.", "suffix": "III"}, _name("Fox, Ann")],
            _people("Müller, Klaus-Robert", "Kim, Min-jun", "Storås, A. M.", "Wäld, K.-R."),
            _people("O’Neil, Cáit", "MacDonald, Ewan", "Smith-Jones, J.R."),
            _people("Yu., X.", "Løvås, Ø.", "Šimůnek, Č."),
            [
                {"family": "山田", "given": "太郎"},
                {"family": "王", "given": "小明"},
            ],
            [{"family": "ابراهيم", "given": "محمد"}],
            [{"family": "Иванов", "given": "Иван Петрович"}],
            _people("Garcia, Juan de", "Reyes, Maria del Carmen"),
            _people("A, B", "C, D", "E, F"),
            _people("A, B", "C, D", "E, F", "G, H"),
            _people("A, B", "C, D", "E, F", "G, H", "I, J", "K, L"),
            many[:7],
            many[:8],
            many[:11],
            many[:20],
            many[:21],
            many[:25],
            many,
        )
    ]


def _dates() -> list[Item]:
    return [
        _article(issued=issued)
        for issued in (
            _year(2019, 3),
            _year(2019, 3, 9),
            {"date-parts": [[2019]], "season": "1"},
            {"date-parts": [[2019]], "season": 4},
            _year(2019, 22),
            _range([2019, 3, 9], [2019, 3, 11]),
            _range([2019, 3], [2019, 5]),
            _range([2018, 12, 30], [2019, 1, 2]),
            _range([2018], [2019]),
            {"date-parts": [[1850]], "circa": True},
            {"literal": "Spring of the flood"},
            _year(79),
            _year(-44),
            {},
        )
    ] + [
        {
            "type": kind,
            "title": "Moss in the news",
            "author": _AUTHORS,
            "container-title": "Moss Weekly",
            "issued": issued,
            "URL": "https://news.example/moss",
        }
        for kind in ("article-magazine", "webpage")
        for issued in (
            _range([2019, 3, 9], [2019, 3, 11]),
            _range([2019, 3], [2019, 5]),
            {"date-parts": [[2019]], "season": "2"},
            _year(2019, 6),
        )
    ]


def _titles() -> list[Item]:
    return [
        {**_article(), "type": kind, "title": title}
        for title in (
            "Does moss feel?",
            "Moss feels!",
            "Moss, ferns, etc.",
            "The word “moss” in law",
            'The word "moss" in law',
            "On ‘moss’ and “fern”",
            "“Moss”",
            "The gardener's moss: don't step on it",
            "A study of H<sub>2</sub>O and 10<sup>3</sup> mosses",
            "The habits of <i>Bryum argenteum</i> in cities",
            "Well-known and state-of-the-art self-watering pots",
            "MOSS: a model of small states",
            "Wait … there is more",
            "What is in a name? a note on <b>bold</b> ferns",
            'iMoss and the pH of <span class="nocase">e. coli</span> soils',
            "Moss & fern < tree > shrub",
            "Moss (and more)",
            "Moss/fern: the and/or of it—a survey of what to look for",
            "🌿",
            "R. S. V. P.",
            "moss",
        )
        for kind in ("article-journal", "book")
    ]


def _pages() -> list[Item]:
    return [
        _article(page=page)
        for page in (
            "5", "71-72", "100-104", "107-8", "1002-1006", "1496-1504", "321-28", "S12-S19",
            "e123-e130", "12–19", "1-3, 7-9", "14:1-14:27", "206", "xi-xv", "12A-12C", "TBA",
            "11564-11615", "415-532",
        )
    ]  # fmt: skip


def _roles() -> list[Item]:
    book: Item = {
        "type": "book",
        "title": _BOOK,
        "author": _people("Vance, Ida"),
        "issued": _year(2003),
        "publisher": "Fernleaf Press",
        "publisher-place": "Bergen",
    }
    chapter: Item = {**book, "type": "chapter", "title": "Mulch", "container-title": "Slow gardens"}
    return [
        {**book, "author": [], "translator": _people("Ito, Haruka")},
        {**book, "editor": _people("Fox, Ann"), "translator": _people("Ito, Haruka")},
        {**book, "editor": _people("Fox, Ann"), "translator": _people("Fox, Ann")},
        {**book, "original-date": _year(1931)},
        {**book, "original-date": _year(1931), "original-title": "Den langsomme have"},
        {**book, "collection-editor": _people("Fox, Ann"), "collection-title": "Gardens"},
        {**book, "number-of-volumes": "3"},
        {**book, "volume": "II", "volume-title": "Compost"},
        {**book, "edition": "4", "editor": _people("Fox, Ann", "Ito, Haruka", "Okafor, Chidi")},
        {**book, "number-of-pages": "312"},
        {**book, "medium": "Audiobook"},
        {**book, "URL": "https://garden.example/slow", "accessed": _year(2020, 2, 3)},
        {**book, "author": _people("Vance, Ida", "Fox, Ann", "Ito, Haruka", "Okafor, Chidi")},
        {**chapter, "container-author": _people("Fox, Ann")},
        {**chapter, "editor": _people("Fox, Ann"), "translator": _people("Ito, Haruka")},
        {**chapter, "editor": _people("Fox, Ann", "Ito, Haruka"), "page": "9"},
        {**chapter, "chapter-number": "7", "page": "88-97"},
        {**chapter, "author": [], "editor": _people("Fox, Ann")},
        {**book, "type": "review-book", "title": "A slow read", "container-title": "Garden Review",
         "reviewed-title": "The slow garden", "reviewed-author": _people("Fox, Ann"),
         "volume": "8", "page": "77"},
        {**book, "type": "interview", "title": "Talking soil", "interviewer": _people("Fox, Ann"),
         "container-title": "Garden Hour"},
        {**book, "type": "motion_picture", "title": "Rain on slate", "author": [],
         "director": _people("Ito, Haruka")},
        {**book, "type": "report", "title": "Yields", "collection-title": "Field notes",
         "collection-number": "12", "page": "1-40"},
        {**book, "type": "paper-conference", "title": "Rakes", "container-title": "Toolcon",
         "collection-title": "Tools", "collection-number": "3", "volume": "5", "page": "1-8",
         "DOI": "10.5555/rakes", "publisher": "ACME"},
        {**book, "type": "dataset", "title": "Rake lengths", "version": "3", "genre": "Data set",
         "URL": "https://data.example/rakes"},
        {**book, "type": "software", "title": "rakelib", "version": "0.9", "publisher": "",
         "URL": "https://code.example/rakelib", "genre": "Computer software"},
    ]  # fmt: skip
