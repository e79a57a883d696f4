"""Works that are hard to write for LaTeX: every script, sign and lack that lists hold."""

from __future__ import annotations

from pubbrowser.model import Date, Name, Record, Source, Work, link

SIGNS = r"&%$#_{}~^\<>|\"'`@*?![]()=+-/:;,."


def work(key: str, **fields: object) -> Work:
    """Give a work of one record, with the key and the fields given."""
    record = Record(**fields)  # type: ignore[arg-type]
    return Work(id=key, key=key, merged=record, records=((Source("list.md", 1), record),))


def article(key: str, title: str, *author: Name, **fields: object) -> Work:
    """Give an article that lacks nothing, so that a warning is one of our making."""
    complete: dict[str, object] = {
        "type": "article-journal", "author": author or (Name("Berg", "Anna"),), "title": title,
        "container_title": "Journal of Moss", "volume": "7", "page": "1–9", "issued": Date(2019),
    }  # fmt: skip
    return work(key, **(complete | fields))


_TITLES = {
    "emoji": "🦜",
    "latexonly": r"\LaTeX",
    "mathonly": "$E=mc^2$",
    "math": r"An $O(n \log n)$ bound, $\mathbb{R}^n$ aside, for $α$-TCAV and CO<sub>2</sub>",
    "mathpackages": r"Of $\mathfrak{g}$, $\left(x$ and $\frac{a}$ at 20°ª",
    "mathcapital": r"$\Delta$-Learning and $K$-Means of the $L_{\infty}$ kind",
    "signs": SIGNS,
    "signword": f"Moss {SIGNS} Fern",
    "dollars": "From $5 to $10 a gram",
    "unbalanced": "An open { brace and } a } closed one",
    "accents": "Über Çedilla, naïve Ænigma, Łódź, Škoda, İzmir, Ğ, ő, Đặng, Nguyễn, Ǎ, ȷ, þorn, ð",
    "punctuation": "“Quoted” ‘so’ – or — «so» „so“ … § ¶ † ‡ • ¿ ¡ © ® ™ £ € ¥",
    "symbols": "× · ± − ÷ ∞ ≤ ≥ ≈ ≠ → ← ⇒ ∈ ⊂ ∪ ∩ ∀ ∃ ∇ ∂ ∑ √ ⊕ ½ ⅓ x² H₂O 10¹⁰ °C µm ℓ ħ ′",
    "scripts": "脉冲星 и Пульсар と 펄사 עם Ελληνικά",
    "article": "A Title in {braces} and \"straight quotes\" for 'us'",
    "number": "3D",
    "command": r"\input{x} \end{document} \def\x{} ^^41",
    "percent": "100% sure",
    "long": "Moss " * 120,
}
SHOWN = {
    _TITLES["math"]: "An O(n log n) bound, Rn aside, for α-TCAV and CO2",
    _TITLES["mathcapital"]: "Δ-Learning and K-Means of the L∞ kind",
    _TITLES["mathonly"]: "E=mc2",
    _TITLES["mathpackages"]: "Of g, (x and \\frac{a} at 20°ª",
}
"""What titles print that hold marks."""
_NAMES: dict[str, tuple[Name, ...]] = {
    "four-hundred": tuple(
        Name(f"Berg{''.join(chr(97 + int(d)) for d in f'{i:03d}')}", "Anna B") for i in range(400)
    ),
    "corporate": (Name(literal="Moss and Fern Group"), Name(literal="AT&T Labs, Inc.")),
    "corporate-accent": (Name(literal="École Normale & Söhne"),),
    "particles": (
        Name("Berg", "Anna", non_dropping_particle="van den"),
        Name("Humboldt", "Alexander", dropping_particle="von"),
        Name("Alembert", "Jean", non_dropping_particle="d'"),
        Name("Ortega y Gasset", "José"),
        Name("De Smet", "Jan"),
    ),
    "suffix": (Name("King", "Martin Luther", suffix="Jr."), Name("Plato")),
    "and-name": (Name("Sand and Stone", "Anna"), Name("And", "Bo"), Name("others", "Cy")),
    "commas": (
        Name("Moss, Inc.", "X"),
        Name("Moss, Inc.", "X", suffix="Jr"),
        Name(literal="Dept. of Moss, Univ., Oslo, Norway"),
        Name("Ivy", "A, B, C, D"),
        Name("Fern", "Bo (Bob), Sr."),
    ),
    "umlauts": (Name("Müller", "K-R"), Name("Šimůnek", "Özgür Ç"), Name("Ångström", "Åsa")),
    "polish": (Name("Żółć", "Łukasz"), Name("Bağcı", "Işıl"), Name("Ősz", "Ő")),
    "vietnamese": (Name("Nguyễn", "Ấn Đức"), Name("Ðặng", "Ỹ")),
    "chinese": (Name("山田", "太郎"), Name("王", "小明")),
    "cyrillic": (Name("Журавлёв", "Юрий-Анна Иван"), Name("Ли", "Ян")),
    "greek": (Name("Παπαδόπουλος", "Ἀλέξανδρος"), Name("Müller-α", "β")),
    "korean": (Name(literal="김철수"),),
    "emoji-name": (Name("🦜", "🦜"),),
    "sign-names": (Name("R&D", "A_B"), Name("$x$", "$y$"), Name("#", "%"), Name("~", "^")),
    "given-only": (Name(given="Madonna"), Name(literal="Cher")),
    "hyphens": (Name("-", "-"), Name("Smith–Jones", "Anne‐Marie")),
    "quotes": (Name("O’Brien", 'Robert "Bob"'), Name("„Moss“", "“A”")),
    "brackets": (Name("Fern [ed.]", "Bo (Bob)"), Name(literal="World Moss Union (WMU)")),
    "leftovers": (Name('M\\"uller', "A"), Name("Universit{\\'e}", "~^<>|"), Name("A & B", "#1")),
    "lower": (Name("bell hooks"), Name("boyd", "danah")),
}
_LACKS = [
    work("nothing"),
    work("titleonly", title="A Title and Nothing Else"),
    work("noauthor", type="article-journal", title="Nobody's Paper", container_title="Moss",
         issued=Date(2020), volume="1"),
    work("noyear", type="article-journal", title="Undated Moss", container_title="Moss",
         author=(Name("Berg", "Anna"),), volume="1"),
    work("notitle", type="paper-conference", author=(Name("Berg", "Anna"),), issued=Date(2020),
         container_title="Proceedings of Moss"),
    work("cut", type="article", title="A Cut List", author=(Name("Berg", "Anna"),),
         authors_truncated=True, category="LG", issued=Date(2024, 2, 3)),
    work("notenumber", type="article", title="A Noted Preprint", author=(Name("Berg", "Anna"),),
         volume="7", note="Invited 50% & more", issued=Date(2024)),
]  # fmt: skip
_KINDS = [
    article("Müller:2020/ß-x", "A Key of Many Letters"),
    article("脉冲星2020", "A Key in Chinese"),
    article("a&b$c^d_e|f<g>h!i?j@k;l[m]n`o+p*q", "A Key of Every Sign"),
    article("1968", "A Key of Digits"),
    article("issue", "An Issue", volume="12", issue="S1", page="15-28", publisher="Tall & Co"),
    article("artnum", "An Article Number", page="", article_number="e013-14"),
    article("doi", "An Odd DOI", doi="10.1002/(SICI)1097<1::AID%3E3.0.CO;2-#_%&",
            url="https://example.org/~moss/a_b%20c?x=1&y={z}#top"),
    work("preprint", type="article", title="A Preprint", author=(Name("Berg", "Anna"),),
         arxiv_id="2508.21380v2", category="LG", issued=Date(2025, 8, 29),
         links=(link("https://arxiv.org/abs/2508.21380v2"),), notes=("Accepted at Moss 2026",)),
    work("oldpreprint", type="article", title="An Old Preprint", author=(Name("Berg", "Anna"),),
         arxiv_id="hep-th/9901001", issued=Date(1999, 1)),
    work("biorxiv", type="article", title="Moss in Vivo", author=(Name("Berg", "Anna"),),
         container_title="bioRxiv", doi="10.1101/2020.01.01.1", issued=Date(2020)),
    work("conference", type="paper-conference", title="At a Meeting", issued=Date(2020, 12, 1),
         author=(Name("Berg", "Anna"),), container_title="Proc. of Moss & Fern", volume="97",
         issue="2", collection_title="PMLR", page="1–9", publisher="Moss and Fern"),
    work("meeting-number", type="paper-conference", title="At Another", issued=Date(2020),
         author=(Name("Berg", "Anna"),), container_title="Proc. of Fern", issue="2"),
    work("chapter", type="chapter", title="In a Book", author=(Name("Berg", "Anna"),),
         editor=(Name("Fern", "Bo"), Name("Wald", "Cy")), container_title="The Book of Moss",
         collection_title="LNCS", volume="9887", page="63-71", publisher="Springer",
         publisher_place="Berlin and Heidelberg", issued=Date(2016)),
    work("book", type="book", title="A Book", author=(Name("Berg", "Anna"),),
         editor=(Name("Fern", "Bo"),), publisher="Tallpress", publisher_place="Reykjavík",
         isbn=("978-3-0", "978-3-1"), issued=Date(2024), volume="2", number="3"),
    work("edited", type="book", title="An Edited Book", editor=(Name("Fern", "Bo"),),
         publisher="Tallpress", issued=Date(2024), collection_title="Series", number="3"),
    work("phd", type="thesis", title="A Doctorate", author=(Name("Berg", "Anna"),),
         publisher="TU Berlin", issued=Date(2018)),
    work("master", type="thesis", title="A Master’s", author=(Name("Berg", "Anna"),),
         publisher="TU Berlin", notes=("Master's thesis",), issued=Date(2015)),
    work("report", type="report", title="A Report", author=(Name("Berg", "Anna"),),
         publisher="Moss Institute", number="TR-7", issued=Date(2011)),
    work("software", type="software", title="mossr", author=(Name("Berg", "Anna"),),
         number="1.2", url="https://example.org/moss_r", issued=Date(2022)),
    work("dataset", type="dataset", title="Mosses", author=(Name("Berg", "Anna"),),
         publisher="Zenodo", doi="10.5281/zenodo.1", issued=Date(2022)),
    work("patent", type="patent", title="Moss Maker", author=(Name("Berg", "Anna"),),
         number="US 7 & 8", publisher="Moss, Inc.", issued=Date(2019, 5, 6)),
    work("talk", type="speech", title="A Talk", author=(Name("Berg", "Anna"),),
         container_title="Moss Days", publisher_place="Oslo", issued=Date(2019)),
    work("page", type="webpage", title="A Page", author=(Name("Berg", "Anna"),),
         container_title="Moss Blog", url="https://example.org/moss", issued=Date(2019)),
    work("document", title="A Document", author=(Name("Berg", "Anna"),), issued=Date(2019),
         container_title="Moss News", locator="7:1–9", notes=("In press",)),
    work("editors", type="paper-conference", title="Edited Proceedings", issued=Date(2020, 6, 31),
         editor=(Name("Fern", "Bo"),), container_title="Proc. of Moss", page="1–9"),
    work("inpress", type="article-journal", title="Soon", author=(Name("Berg", "Anna"),),
         container_title="Moss", volume="1", issued=Date(2026), notes=("In press",)),
]  # fmt: skip

HARD_WORKS: tuple[Work, ...] = (
    # alpha.bst knows 26 labels alike, so the years differ.
    *(
        article(f"title-{name}", title, issued=Date(1990 + number))
        for number, (name, title) in enumerate(_TITLES.items())
    ),
    *(article(f"name-{name}", "Of Names", *names) for name, names in _NAMES.items()),
    *_LACKS,
    *_KINDS,
)
