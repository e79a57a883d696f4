"""The language of a title, guessed where its words leave no doubt.

Title case is for English items alone (CSL 1.0.2, "Title Case Conversion"), and lists of
publications name no languages. Function words tell a language best; those that English or
names have as well ("die", "de", "van") count less, and letters and endings help. An English
function word speaks against every other language. Short titles stay undecided.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

UNDETERMINED = "und"
"""BCP 47's code for a language that is not known: here, one of another script."""


class _Language(NamedTuple):
    strong: frozenset[str]
    """Function words that English and names lack: two points."""
    weak: frozenset[str]
    """Function words that English, names or loans have too: one point."""
    letters: frozenset[str]
    """Letters that English lacks; a word in lower case with one is worth a point."""
    endings: tuple[str, ...]
    """Endings that English lacks; a long word with one is worth a point."""


def _language(strong: str, weak: str, letters: str, *endings: str) -> _Language:
    return _Language(
        frozenset(strong.split()), frozenset(weak.split()), frozenset(letters), endings
    )


_LANGUAGES = {
    "de": _language(
        "für auf dem eine einer einem eines einen mit zur zum im vom über bei der das des "
        "den aus nach oder als wie durch ihre zwischen unter gegen sich ist sind wird",
        "und die ein von zu in an am um bis was so",
        "äöüß",
        "ung", "ungen", "keit", "heit", "schaft", "lichen", "liche", "licher", "ische", "ischen",
        "ischer",
    ),
    "fr": _language(
        "dans avec aux une à où chez leurs cette ces vers entre qui que quelle quels sont "
        "ses selon",
        "le la les de du des d l en et un au pour par sur sans est ou son se ce on",
        "éèêàçùîôœëï",
    ),
    "es": _language(
        "una sobre entre desde hacia según mediante por más sus cómo qué",
        "el la los las de del y e en un con para al es como se su o a no",
        "áéíóúñ",
        "ción", "ciones",
    ),
    "it": _language(
        "della delle dello dei degli nella nelle nel nei sulla sul gli una alla dalla dal è "
        "tra fra attraverso",
        "il la le lo i di e ed da del in per con un al dell nell all sull l che su a come",
        "àèéìòù",
        "zione", "zioni",
    ),
    "pt": _language(
        "uma não pela pelo pelos ao aos à em sobre entre",
        "o a os as de do da dos das nas nos e um com para por no na que se como",
        "ãõáéíóúâêôç",
        "ção", "ções",
    ),
    "nl": _language(
        "het een voor naar zijn niet ook bij uit tussen aan wordt worden vanuit deze",
        "de van en met in op te tot der door over is of om als er",
        "ëïé",
    ),
    "da": _language(
        "og af som ikke på ved fra mellem mellom av blant hvordan eller",
        "i en et den det de til med om for hos at er over under",
        "æøå",
    ),
    "sv": _language(
        "och för ett av som på från vid är mellan eller hur",
        "i en den det de till med om hos inom att under över",
        "äöå",
    ),
    "pl": _language(
        "oraz jest dla się przez przy nie ze od między",
        "w i z na do po o jako nad pod",
        "ąćęłńóśźż",
    ),
}  # fmt: skip
_ENGLISH = frozenset(
    """the of and with for from to by is are be using via its their at on in a an as into onto how
    what when why where who which whose between under through without over not can it we our you
    your this that these those or towards toward based beyond against about do does than new
    revisited study effect effects analysis""".split()  # noqa: SIM905
)
"""English function words, and a few words of English titles that no other language has."""
_LOANS = frozenset(
    """à café cliché crème déjà façade fiancé naïve naïveté née protégé résumé risqué séance
    über vis-à-vis château entrée matinée soirée jalapeño piñata doppelgänger""".split()  # noqa: SIM905
)
"""Words with foreign letters that English titles have."""
_PARTICLES = frozenset(("van", "von"))
_ARTICLES = frozenset(("de", "den", "der", "dem"))
_ENOUGH = 3
_WORD = re.compile(r"[^\W\d_]+")
_LONG = 7


def guess_language(title: str) -> str:
    """Give the language of `title` as an ISO 639-1 code, "" where it may be English.

    Danish stands for Norwegian as well, which no function word tells from it. Titles that are
    mostly in another script than Latin are `UNDETERMINED`.
    """
    words = _WORD.findall(unicodedata.normalize("NFC", title))
    if _is_of_another_script(words):
        return UNDETERMINED
    if title.isupper():
        words = [word.lower() for word in words]
    words = [word for word in words if len(word) == 1 or not word.isupper()]
    points = {code: _points(words, language) for code, language in _LANGUAGES.items()}
    best = max(points, key=lambda code: points[code])
    return best if points[best] >= _ENOUGH else ""


def _is_of_another_script(words: list[str]) -> bool:
    letters = [letter for word in words for letter in word if letter.lower() != letter.upper()]
    latin = sum(letter < "\u0370" or "\u1e00" <= letter < "\u1f00" for letter in letters)
    return 2 * latin < len(letters)


def _points(words: list[str], language: _Language) -> int:
    """Give what speaks for `language`, 0 where there is no more than names and loans have."""
    counted = [
        lower
        for before, word in zip(["", *words], words, strict=False)
        # A capital inside of a title may begin a name: "Das Boot, Der Untergang", "van den Berg".
        if ((lower := word.lower()) == word or not before)
        and not (lower in _ARTICLES and before.lower() in _PARTICLES)
    ]
    strong = sum(word in language.strong and word not in _LOANS for word in counted[1:])
    strong += counted[0] in language.strong if counted else 0
    other = sum(_tells(word, language) for word in words)
    weak = len(language.weak.intersection(counted))
    if not strong and not (other and weak):
        return 0
    english = _ENGLISH.intersection(map(str.lower, words)) - language.strong - language.weak
    return 2 * strong + weak + min(other, 2) - 4 * len(english)


def _tells(word: str, language: _Language) -> bool:
    """Say whether the ending or the letters of `word`, which may be a name, tell of `language`."""
    lower = word.lower()
    if lower in language.strong or lower in _LOANS:
        return False
    if len(word) >= _LONG and lower.endswith(language.endings or ("\0",)):
        return True
    return word == lower and not language.letters.isdisjoint(lower)
