"""Lists of names and single names (CSL 1.0.2, "Names", "Name", "Name-part Order")."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from citeproc import model

from pubbrowser.citing.styles.corrections.base import Corrected
from pubbrowser.citing.styles.corrections.cite import Cite
from pubbrowser.citing.styles.corrections.groups import Choose
from pubbrowser.citing.styles.corrections.initials import initialized, is_romanesque, normalized
from pubbrowser.citing.styles.corrections.seams import concat, join
from pubbrowser.citing.styles.marks import Mark, marked

_INHERITED = {"form": "name-form", "delimiter": "name-delimiter"}
"""Attributes of `cs:name` that `cs:style` and `cs:bibliography` call otherwise."""
_DEFAULTS = {
    "form": "long", "delimiter": ", ", "delimiter-precedes-et-al": "contextual",
    "delimiter-precedes-last": "contextual", "sort-separator": ", ", "initialize": "true",
}  # fmt: skip
_JOINING = ("'", "’", "-", "–")
"""What a particle ends in that stands close to its name: "d’Alembert"."""

NameParts = Mapping[str, Any]
"""One name as CSL-JSON has it, with "owner" for the owner of the list."""


class Options:
    """The options of a list of names: of a sort key, `cs:name`, the bibliography, the style."""

    def __init__(self, element: Any, cite: Cite, style: Any) -> None:
        self._sources = (cite.name_options, element.attrib if element is not None else {})
        self._outer = (cite.area.attrib, style.attrib)

    def __getitem__(self, name: str) -> str | None:
        inherited = _INHERITED.get(name, name)
        found = (
            *(source.get(name) for source in self._sources),
            *(source.get(inherited) for source in self._outer),
        )
        return next((str(value) for value in found if value is not None), _DEFAULTS.get(name))

    def number(self, name: str, default: int) -> int:
        """Give an option that is a number."""
        value = self[name]
        return int(value) if value and value.isdigit() else default


class Names(Corrected, model.Names):
    """`cs:names`."""

    def render(self, cite: Cite, **_: Any) -> str | None:
        """Write the names, or what the style substitutes for them."""
        shape = self._shape()
        variables = self.get("variable", "").split()
        texts: list[str | None] = []
        style = self.style()
        for variable in _merged_roles(variables, cite):
            source = "editor" if variable == "editortranslator" else variable
            names = cite.value(source)
            cite.called(source, names)
            if names:
                texts.append(self._role(names, variable, cite, shape))
        texts = [text for text in texts if text]
        if texts:
            delimiter = self.get("delimiter") or Options(None, cite, style)["names-delimiter"]
            text = join(texts, delimiter or "", style.punctuation_in_quote)
            return shape.dress(text, cite)  # type: ignore[no-any-return]
        substitute = self.child("substitute")
        return substitute.render(cite) if substitute is not None else None

    def _shape(self) -> Any:
        """Give the `cs:names` whose children shape this one.

        CSL 1.0.2, "Substitute": names without children take those of the names they stand for,
        and as in citeproc-js their affixes and formatting too.
        """
        if len(self.children):
            return self
        return next((a for a in self.iterancestors() if isinstance(a, Names)), self)

    def child(self, name: str) -> Any:
        """Give the first child element called `name`, None if there is none."""
        return next((c for c in self.children if c.tag.endswith("}" + name)), None)

    def _role(self, names: Sequence[NameParts], role: str, cite: Cite, shape: Any) -> str | None:
        name = shape.child("name")
        et_al = shape.child("et-al")
        style = self.style()
        written = NameList(names, name, et_al, cite, style).text()
        if not cite.begun and not cite.sorting and cite.first_names is None:
            written = self._after_the_same(names, cite) or written
        label = shape.child("label")
        if label is None or not written or cite.sorting:
            return written
        text = label.of(role, len(names) > 1)
        children = list(shape.children)
        before = name is not None and children.index(label) < children.index(name)
        parts = (text, written) if before else (written, text)
        return join(parts, "", style.punctuation_in_quote)

    def _after_the_same(self, names: Sequence[NameParts], cite: Cite) -> str | None:
        """Give what the style has instead of names that lead the reference before as well.

        CSL 1.0.2, "Reference Grouping" (`subsequent-author-substitute`). All names count, not
        only those that are shown: "Fox et al." need not be the same people twice.
        """
        cite.first_names = names
        dash = cite.area.get("subsequent-author-substitute")
        return str(dash) if dash is not None and names == cite.names_before else None


def _merged_roles(variables: Sequence[str], cite: Cite) -> Sequence[str]:
    """Give the roles to write; editors who are the translators too are named once."""
    if set(variables) == {"editor", "translator"}:
        editors, translators = cite.value("editor"), cite.value("translator")
        if editors and editors == translators:
            return ("editortranslator",)
    return variables


class NameList:
    """The names of one role, written."""

    def __init__(
        self, names: Sequence[NameParts], element: Any, et_al: Any, cite: Cite, style: Any
    ) -> None:
        self._names = names
        self._element = element
        self._et_al = et_al
        self._options = Options(element, cite, style)
        self._style = style
        self._sorting = cite.sorting

    def text(self) -> str:
        """Give the list, cut with "et al." where the style or the source cuts it."""
        options = self._options
        if options["form"] == "count":
            return str(len(self._names))
        names = [name for name in self._names if not name.get("et-al")]
        cut_in_source = len(names) < len(self._names)
        at_least = options.number("et-al-min", 0)
        first = options.number("et-al-use-first", 1)
        cut = bool(at_least) and len(names) >= at_least and len(names) > first
        shown = names[:first] if cut else names
        written = [self._one(name, index == 0) for index, name in enumerate(shown)]
        delimiter = " " if self._sorting else options["delimiter"] or ""
        quotes = self._style.punctuation_in_quote
        if cut and options["et-al-use-last"] == "true" and first <= len(names) - 2:
            last = f"… {self._one(names[-1], False)}"
            return join([*written, last], delimiter, quotes)
        if cut or cut_in_source:
            return self._with_et_al(written, delimiter)
        return self._with_and(written, delimiter)

    def _with_et_al(self, written: list[str], delimiter: str) -> str:
        joined = join(written, delimiter)
        term = self._et_al.render(None) if self._et_al is not None else self._style.term("et-al")
        if not term or self._sorting:
            return joined
        rule = self._options["delimiter-precedes-et-al"]
        if self._delimits(rule, len(written), 2):
            return concat(concat(joined, delimiter), term)
        return concat(concat(joined, " "), term)

    def _with_and(self, written: list[str], delimiter: str) -> str:
        conjunction = self._options["and"]
        if len(written) < 2 or conjunction is None or self._sorting:
            return join(written, delimiter)
        word = "&" if conjunction == "symbol" else self._style.term("and")
        joined = join(written[:-1], delimiter)
        if self._delimits(self._options["delimiter-precedes-last"], len(written), 3):
            joined = concat(joined, delimiter)
        before = "" if joined.endswith(" ") else " "
        return f"{joined}{before}{word} {written[-1]}"

    def _delimits(self, rule: str | None, names: int, contextual: int) -> bool:
        if rule == "contextual":
            return names >= contextual
        if rule == "after-inverted-name":
            order = self._options["name-as-sort-order"]
            shown = names if contextual == 2 else names - 1
            return order == "all" or (order == "first" and shown == 1)
        return rule == "always"

    def _one(self, name: NameParts, is_first: bool) -> str:
        text = self._in_order(name, is_first)
        if self._element is not None and not self._sorting:
            # Affixes of `cs:name` go around each name of a person, as in citeproc-js.
            text = self._element.format(text)
            if name.get("family") and name.get("given"):
                text = self._element.wrap(text) or ""
        return marked(text, Mark.OWNER) if name.get("owner") and not self._sorting else text

    def _in_order(self, name: NameParts, is_first: bool) -> str:
        literal = name.get("literal")
        if literal:
            return self._part(str(literal), "family")
        family, given = str(name.get("family") or ""), str(name.get("given") or "")
        if not family:
            return self._part(given, "family")
        non_dropping = str(name.get("non-dropping-particle") or "")
        dropping = str(name.get("dropping-particle") or "")
        suffix = self._with_stops(str(name.get("suffix") or ""))
        if self._options["form"] == "short":
            return self._part(_spaced(non_dropping, family), "family")
        if not is_romanesque(family + given):
            return self._part(non_dropping + family, "family") + self._part(given, "given")
        given = self._initials(given)
        order = self._options["name-as-sort-order"]
        if order == "all" or (order == "first" and is_first):
            return self._inverted(family, given, non_dropping, dropping, suffix)
        surname = _spaced(dropping, _spaced(non_dropping, family))
        first = self._part(given, "given")
        comma = ", " if name.get("comma-suffix") else " "
        written = " ".join(filter(None, (first, self._part(surname, "family"))))
        return comma.join(filter(None, (written, suffix)))

    def _inverted(
        self, family: str, given: str, non_dropping: str, dropping: str, suffix: str
    ) -> str:
        demote = self._style.get("demote-non-dropping-particle", "display-and-sort")
        if demote == "display-and-sort" or (self._sorting and demote == "sort-only"):
            after = " ".join(filter(None, (given, _spaced(dropping, non_dropping))))
            surname = family
        else:
            after = " ".join(filter(None, (given, dropping)))
            surname = _spaced(non_dropping, family)
        separator = " " if self._sorting else self._options["sort-separator"] or ""
        parts = (self._part(surname, "family"), self._part(after, "given"), suffix)
        return join(parts, separator)

    def _initials(self, given: str) -> str:
        mark = self._options["initialize-with"]
        if mark is None or not given or self._sorting:
            return given
        hyphens = self._style.get("initialize-with-hyphen", "true") == "true"
        if self._options["initialize"] == "false":
            return normalized(given, mark, hyphens=hyphens)
        return initialized(given, mark, hyphens=hyphens)

    def _with_stops(self, suffix: str) -> str:
        """Give "Jr." as the style has initials: "Smith J Jr" in NLM's, as in citeproc-js."""
        mark = self._options["initialize-with"]
        return suffix if mark is None or self._sorting else normalized(suffix, mark)

    def _part(self, text: str, name: str) -> str:
        """Give a part of a name in the formatting that `cs:name-part` has for it."""
        if self._element is None or not text or self._sorting:
            return text
        for part in self._element.children:
            if part.get("name") == name:
                text = part.wrap(part.format(part.case(text, is_english=True))) or ""
        return text


def _spaced(particle: str, name: str) -> str:
    if not particle or not name:
        return particle or name
    return particle + name if particle.endswith(_JOINING) else f"{particle} {name}"


class Name(Corrected, model.Name):
    """`cs:name`."""

    def get_option(self, name: str, *_: Any) -> Any:
        return self.get(name)


class Name_Part(Corrected, model.Name_Part):  # noqa: N801 - the name is the element's
    """`cs:name-part`."""


class Et_Al(Corrected, model.Et_Al):  # noqa: N801 - the name is the element's
    """`cs:et-al`."""

    def render(self, cite: Cite | None = None, **_: Any) -> str | None:
        return self.dress(self.style().term(self.get("term", "et-al")))


class Substitute(model.Substitute):
    """`cs:substitute`: what stands in for missing names.

    CSL 1.0.2, "Substitute": variables that stand in count as empty afterwards. The engine
    forgets the one that stood in, or looks for it by its element's name only, so that titles
    are written twice.
    """

    def render(self, cite: Cite, **_: Any) -> str | None:
        for child in _alternatives(self, cite):
            before = len(cite.rendered)
            if text := child.render(cite):
                cite.suppressed = cite.suppressed | set(cite.rendered[before:])
                return str(text)
        return None


def _alternatives(element: Any, cite: Cite) -> Iterator[Any]:
    """Give the children of `element`, of `cs:choose` those of the branch that is taken."""
    for child in element.children:
        if isinstance(child, Choose):
            branch = child.branch(cite)
            if branch is not None:
                yield from _alternatives(branch, cite)
        else:
            yield child
