"""Groups, macros and conditions: which parts of a style are written at all."""

from __future__ import annotations

from typing import Any

from citeproc import model

from pubbrowser.citing.styles.corrections.base import Corrected
from pubbrowser.citing.styles.corrections.cite import Calls, Cite
from pubbrowser.citing.styles.corrections.numbers import is_numeric
from pubbrowser.citing.styles.corrections.seams import join


def pieces(element: Any, cite: Cite) -> list[str]:
    """Give what the children of `element` write, one text each, empty ones left out.

    `cs:choose` is transparent (CSL 1.0.2, "Choose"): the delimiter of the element around it
    goes between the children of the branch that is taken.
    """
    written: list[str] = []
    for child in element.children:
        if isinstance(child, Choose):
            branch = child.branch(cite)
            if branch is not None:
                written.extend(pieces(branch, cite))
        elif text := child.render(cite):
            written.append(text)
    return written


def as_group(element: Any, cite: Cite, delimiter: str) -> str | None:
    """Give what the children of `element` write unless all variables they call are empty.

    CSL 1.0.2, "Group": a group whose variables are all empty is not written, and a nested group
    or a macro that is written counts as a variable with a value.
    """
    outer, cite.calls = cite.calls, Calls()
    begun = cite.begun
    text = join(pieces(element, cite), delimiter, element.style_root.punctuation_in_quote)
    inner, cite.calls = cite.calls, outer
    if not text or (inner.attempted and not inner.filled):
        outer.attempted = outer.attempted or inner.attempted
        cite.begun = begun
        return None
    outer.filled = True
    return text


class Group(Corrected, model.Group):
    """`cs:group`."""

    def render(self, cite: Cite, **_: Any) -> str | None:
        return self.dress(as_group(self, cite, self.get("delimiter", "")), cite)


class Choose(model.Choose):
    """`cs:choose`."""

    def branch(self, cite: Cite) -> Any:
        """Give the first branch whose conditions hold, None if there is none."""
        return next((child for child in self.children if child.holds(cite)), None)

    def render(self, cite: Cite, **_: Any) -> str | None:
        branch = self.branch(cite)
        return join(pieces(branch, cite), "") or None if branch is not None else None


class If(model.If):
    """`cs:if`.

    CSL 1.0.2, "Choose": `match` combines all the single tests of all attributes, where the
    engine lets numbers be numeric in one form only and knows no `is-uncertain-date`.
    """

    def holds(self, cite: Cite) -> bool:
        """Say whether the conditions hold for `cite`."""
        match = self.get("match", "all")
        tests = (test(cite) for test in self.tests)
        if match == "any":
            return any(tests)
        return not any(tests) if match == "none" else all(tests)

    @property
    def tests(self) -> list[Any]:
        """One test for each of the words in each of the attributes."""
        if self.__dict__.get("_tests") is None:
            self._tests = [
                _TESTS[name](word)
                for name, words in self.attrib.items()
                if name in _TESTS
                # No item is of two types, so that several mean one of them.
                for word in ([words] if name == "type" else words.split())
            ]
        return self._tests


class Else_If(If, model.Else_If):  # noqa: N801 - the name is the element's for the engine
    """`cs:else-if`."""


class Else(model.Else):
    """`cs:else`."""

    def holds(self, cite: Cite) -> bool:
        """Say yes: it is the last branch."""
        return True


_TESTS: dict[str, Any] = {
    "type": lambda words: lambda cite: cite.type in words.split(),
    "variable": lambda word: lambda cite: bool(cite.item.get(word)),
    "is-numeric": lambda word: lambda cite: is_numeric(cite.item.get(word)),
    "is-uncertain-date": lambda word: lambda cite: bool((cite.item.get(word) or {}).get("circa")),
    "locator": lambda word: lambda cite: False,
    # CSL 1.0.2, "Choose": in bibliographies no position holds.
    "position": lambda word: lambda cite: cite.in_note and word == "first",
    "disambiguate": lambda word: lambda cite: False,
}
"""For each attribute: makes the test of one of its words. A list of references has no locators
and positions and is written before anything could be ambiguous."""
