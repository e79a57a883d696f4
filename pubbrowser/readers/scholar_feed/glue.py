"""Where the title ends and the authors begin, in a line that prints both without a space.

"Maps of Unseen ThingsAda Lovelace, Kurt Gödel et al." has to be cut before "Ada". No single
sign decides: titles hold words such as LayerNorm or PyTorch, names such as LeCun or DeVries, and
titles end in acronyms, digits and brackets. So every place where a cut is possible gets a score,
and the best is taken. The evidence, in the order of its weight:

- **The list.** Names after a comma need no cut. Going from the end of the line to its start, the
  first piece between commas that is no name by itself holds the cut (`_pieces`).
- **A person on the right.** From the cut to the end of the piece stands one person's name, with
  its initials and particles, and nothing else (`name_shape`). This rules out almost all inner
  capitals of titles: what follows "Layer|" in "LayerNorm in XAIAda Lovelace" is no name.
- **Known names.** The same name stands elsewhere: in the list of another entry, or as a first
  author that was cut with certainty.
- **The boundary.** A capital after a small letter, a digit or a closing sign; in a run of capitals
  only before the last one that starts small letters ("XAI|Ada") or an initial. An opening sign
  or a hyphen on the left speaks against a cut, and so does a small first letter on the right,
  which only a particle may have.
- **A whole word on the left**, above all one that the page's abstracts use. When they use the
  whole glued word ("LayerNorm"), it is not glued. Brackets and `$` left open speak against.
- **The rest of the list.** That there is one; that its names have as many words.

Only the last characters of a piece are looked at, so that the work grows with the number of
pieces, never with the square of a length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass

from pubbrowser.readers.full_names import PARTICLES
from pubbrowser.readers.scholar_feed.author_list import find_ending, name_spans
from pubbrowser.readers.scholar_feed.name_shape import (
    INNER_CAPITAL_PREFIXES,
    has_inner_prefix,
    person_score,
)
from pubbrowser.readers.scholar_feed.title_words import is_title_word

ACCEPTED = 1.0
"""Below this score there is no cut: the line holds no authors."""
_CERTAIN = 2.0
_CLEAR_LEAD = 1.0

_PLAUSIBLE = -1.5
"""What `person_score` gives at least for a name: of two words, one may be a title's."""
_WINDOW = 90
"""Characters of a piece in which the cut is sought: the longest name."""
_LEFT_WINDOW = 200
_FOREIGN_PIECES = 2
"""How many pieces that are no name may stand to the right of the cut ("the Example Team")."""

_CLOSING = frozenset(')]}$?!”»"%+*…>™®°²³')
_OPENING = frozenset("-‐‑–—/&([{“„«_@#\\^=<|~`")
_FUNCTION_WORD_LIST = "a an and as at by for from in into its of on or the to via with"
_FUNCTION_WORDS = frozenset(_FUNCTION_WORD_LIST.split())
_GROUP = re.compile(r"[A-Z][A-Za-z]{3,30}(?:-[A-Z][A-Za-z]*)?")
_GROUP_SCORE = -1.6
"""A group that signs as an author with one word of any shape: less likely than a single name."""
_AFTER_SMALL_LETTER = re.compile(r"[a-zß-öø-ÿ](" + "|".join(INNER_CAPITAL_PREFIXES) + r")$")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known besides the line itself."""

    names: Set[str] = frozenset()
    """Full names as printed elsewhere."""
    words: Set[str] = frozenset()
    """Words of the page's running text, as printed."""


@dataclass(frozen=True, slots=True)
class Cut:
    """The best place to cut a line."""

    position: int
    """The title is `line[:position]`, the authors are `line[position:]`."""
    score: float
    lead: float
    """By how much the score is above that of the next best place."""

    @property
    def certain(self) -> bool:
        """The evidence is strong, and no other place comes near."""
        return self.score >= _CERTAIN and self.lead >= _CLEAR_LEAD


NOTHING_KNOWN = Evidence()


def find_cut(line: str, evidence: Evidence = NOTHING_KNOWN) -> Cut | None:
    """Find where the authors begin in a cleaned line; None where nothing looks like a name."""
    candidates = sorted(_candidates(line, evidence), key=lambda pair: (-pair[0], -pair[1]))
    if not candidates or candidates[0][0] < ACCEPTED:
        return None
    score, position = candidates[0]
    lead = score - candidates[1][0] if len(candidates) > 1 else score
    return Cut(position, score, lead)


def listed_names(line: str) -> list[str]:
    """Give the names of a glued line that stand behind a comma, which need no cut."""
    pieces = list(_pieces(line))
    return [
        line[piece.start : piece.end]
        for piece in pieces
        if piece.is_name and not piece.foreign_after and piece.start > 0
    ]


@dataclass(frozen=True, slots=True)
class _Piece:
    """What stands between two commas."""

    start: int
    end: int
    is_name: bool
    foreign_after: int
    """How many pieces to its right are no names."""


def _pieces(line: str) -> Iterator[_Piece]:
    """Give the pieces of the line from its end leftwards to where the cut may still be."""
    foreign = 0
    for start, end in reversed(name_spans(line[: find_ending(line).length])):
        score = person_score(line[start:end])
        is_name = score is not None and score >= _PLAUSIBLE
        yield _Piece(start, end, is_name, foreign)
        foreign += not is_name
        if foreign > _FOREIGN_PIECES:
            return


def _candidates(line: str, evidence: Evidence) -> Iterator[tuple[float, int]]:
    """Give (score, position) of every possible cut."""
    truncated = find_ending(line).truncated
    follower = ""
    for piece in _pieces(line):
        # A piece that is a name by itself does not hold the cut, unless the line begins with it:
        # "Toy CarsDeVries", "Old Manualsal-Khatib".
        penalty = 2.0 * piece.foreign_after + 3.0 * (piece.is_name and piece.start > 0)
        words = line[max(piece.start, piece.end - _WINDOW) : piece.end].split()
        if not piece.is_name or piece.start == 0 or any(map(has_inner_prefix, words)):
            for position in range(max(piece.start, piece.end - _WINDOW, 1), piece.end):
                score = _score(line, position, piece.end, evidence)
                if score is not None:
                    score += _list_evidence(line[position : piece.end], follower, truncated)
                    yield score - penalty, position
        follower = line[piece.start : piece.end]


def _list_evidence(name: str, follower: str, truncated: bool) -> float:
    """Weigh that other names follow, and that they are built alike."""
    if not follower and not truncated:
        # "LayerNorm" at the end of a line without authors looks like a name of one word, and
        # "Directional Views" like one with a particle
        return -0.5 if (" " in name or not name.isascii()) and not name[0].islower() else -2.0
    return 0.9 if follower and len(follower.split()) == len(name.split()) else 0.7


def _score(line: str, position: int, end: int, evidence: Evidence) -> float | None:
    """Weigh a cut at `position` by what stands on its sides; None where it is impossible."""
    boundary = _boundary(line, position)
    if boundary is None:
        return None
    name = line[position:end]
    known = name in evidence.names
    person = person_score(name)
    if person is None:
        if not known and not _GROUP.fullmatch(name):
            return None
        person = 0.0 if known else _GROUP_SCORE
    score = person + boundary + _left_side(line, position, evidence.words)
    score += 3.0 * known
    if _glued_word(line, position) in evidence.words:
        score -= 2.5
    return score


def _boundary(line: str, position: int) -> float | None:
    """Weigh the characters on both sides of the cut; None where no name can begin."""
    before, after = line[position - 1], line[position]
    if before.isspace() or not (after.isalpha() or after in "'’"):
        return None
    following = line[position + 1 : position + 2]
    if before in _OPENING:
        return -3.0
    if after.islower() or after in "'’":
        return _particle_boundary(line, position)
    if not after.isupper():  # a script without case
        return 1.5 if before.isascii() else None if before.isalpha() else 1.0
    if before in "'’‘":  # a quotation that ends, or O'Brien
        inside_name = line[position - 2 : position - 1].isupper() or position < 3
        return -3.0 if inside_name else 0.8
    if before.islower():
        return 1.5
    if before.isupper():
        if following == " ":  # "AGIJ Hill": how many of the capitals are initials?
            return 0.0
        starts_small = following.islower() or following in (".", "-", "'", "’")
        return 1.1 if starts_small else -1.0
    if before.isdigit() or before in _CLOSING or before.isalpha():
        return 1.5
    return 0.8 if before in ".:;" else 0.5


def _particle_boundary(line: str, position: int) -> float | None:
    """Weigh a name that begins with a particle: "Networks|van den Berg", "Systems|al-Khatib"."""
    word = re.match(r"[^\s-]+", line[position : position + 8])
    if not word or word[0].replace("’", "'") not in PARTICLES:
        return None if not word or not word[0].startswith(("d'", "d’", "'t", "’t")) else 0.0
    return 0.3 if line[position - 1].isalpha() else 1.0


def _left_side(line: str, position: int, vocabulary: Set[str]) -> float:
    """Weigh what the cut leaves of the title: whole words, nothing open."""
    left = line[max(0, position - _LEFT_WINDOW) : position]
    last = left.split()[-1] if left.split() else left
    core = last.strip("()[]{}$?!.,:;\"'“”‘’*")
    score = 0.0
    if len(core) == 1 and core.islower():
        score -= 1.0
    if core in vocabulary:
        score += 1.0
    if core.lower() in _FUNCTION_WORDS and not core.isupper():
        score -= 2.0
    if is_title_word(core):
        score += 0.5
    if _AFTER_SMALL_LETTER.search(left[-12:]):  # "ModelsMc|Donald"
        score -= 2.5
    if left.count("(") > left.count(")") or left.count("[") > left.count("]"):
        score -= 1.5
    if left.count("$") % 2 and position <= _LEFT_WINDOW:
        score -= 1.5
    return score


def _glued_word(line: str, position: int) -> str:
    """Give the run of letters and digits around the cut."""
    start, end = position, position
    while start > position - 40 and start > 0 and line[start - 1].isalnum():
        start -= 1
    while end < min(len(line), position + 40) and line[end].isalnum():
        end += 1
    return line[start:end]
