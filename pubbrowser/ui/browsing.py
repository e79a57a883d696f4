"""The state of one browser: what is asked, what is shown, which papers are marked.

Nothing here knows of widgets, so that it can be tested, and read, by itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from pubbrowser.model import Corpus, Finding, Work
from pubbrowser.search import Query, Result
from pubbrowser.ui.wording import counted

if TYPE_CHECKING:
    from pubbrowser.opening import Searching

Filter = Literal["text", "people", "years", "types", "with_code"]
_FILTERS: tuple[Filter, ...] = ("text", "people", "years", "types", "with_code")


class Browsing:
    """A corpus, the present query on it, and the marked works."""

    def __init__(self, corpus: Corpus, engine: Searching) -> None:
        self.corpus = corpus
        self.engine = engine
        self.query = Query()
        self.result: Result = engine.run(self.query)
        self.answered = self.query
        """The query that `result` answers; another than `query` while a search is under way."""
        self.all_years = self.result.year_counts
        """Papers per year of the whole corpus."""
        self.findings: dict[int, list[Finding]] = {}
        """What merging has noticed, by work."""
        for finding in corpus.findings:
            for number in finding.works:
                self.findings.setdefault(number, []).append(finding)
        self.marked: dict[int, None] = {}
        """Indices of marked works, in the order of marking."""
        self._unmarked: dict[int, None] = {}
        self._order: list[Filter] = []

    def carried_over(self, corpus: Corpus, engine: Searching) -> Browsing:
        """Give the same view of another merging of the same documents.

        Works are recognised by their records, people by their names; marks and filters stay on
        those that are still there.
        """
        other = Browsing(corpus, engine)
        # Only where there is something to be recognised: it reads every work, or person.
        work_at = (
            {place: n for n, work in enumerate(corpus.works) for place, _ in work.records}
            if self.marked
            else {}
        )
        person_called = (
            {
                name: number
                for number, person in enumerate(corpus.people)
                for name in (person.name.full, *person.variants)
            }
            if self.query.people
            else {}
        )
        people = [self.corpus.people[number] for number in self.query.people]
        found = (
            person_called.get(name)
            for person in people
            for name in (person.name.full, *person.variants)[:1]
        )
        still_there = dict.fromkeys(number for number in found if number is not None)
        other.query = replace(self.query, people=tuple(still_there))
        other._order = [name for name in self._order if getattr(other.query, name)]
        before = {
            number: {place for place, _ in self.work(number).records} for number in self.marked
        }
        for places in before.values():
            works = {work_at[place] for place in places if place in work_at}
            # A work that marks have been joined to is done with; another mark stays.
            other.marked.update(
                {n: None for n in works if {p for p, _ in corpus.works[n].records} <= places}
            )
        other.result, other.answered = engine.run(other.query), other.query
        return other

    @property
    def doubtful(self) -> frozenset[int]:
        """Indices of works that may be the same paper as another."""
        return frozenset(
            number
            for number, findings in self.findings.items()
            if any(finding.kind == "doubtful-merge" for finding in findings)
        )

    def work(self, number: int) -> Work:
        """Give the work of an index."""
        return self.corpus.works[number]

    def ask(self, **changes: Any) -> Query:
        """Change fields of the query and give the new one; the result is not yet changed."""
        before, self.query = self.query, replace(self.query, **changes)
        for name in _FILTERS:
            if getattr(before, name) != getattr(self.query, name):
                if name in self._order:
                    self._order.remove(name)
                if getattr(self.query, name):
                    self._order.append(name)
        return self.query

    def drop_last(self) -> str:
        """Drop the filter that was set last, of several people the last one.

        Gives the words for what was dropped, "" when there was no filter.
        """
        if not self._order:
            return ""
        name = self._order[-1]
        words = self.filter_words(name)
        if name == "people":
            words = self.corpus.people[self.query.people[-1]].name.full
            self.ask(people=self.query.people[:-1])
        else:
            self.ask(**{name: getattr(Query(), name)})
        return words

    def drop_all(self) -> None:
        """Drop every filter; the order of the list stays."""
        self.query = Query(sort=self.query.sort)
        self._order.clear()

    def filters(self) -> list[Filter]:
        """Give the filters that are set, in the order in which they were."""
        return list(self._order)

    def filter_words(self, name: Filter) -> str:
        """Put a filter into words: "“clever hans”", "author Samek", "2019–2021"."""
        query = self.query
        match name:
            case "text":
                return f"“{query.text.strip()}”"
            case "people":
                names = [self.corpus.people[person].name.full for person in query.people]
                return f"{'author' if len(names) == 1 else 'authors'} {' + '.join(names)}"
            case "years" if query.years:
                first, last = query.years
                return str(first) if first == last else f"{first}–{last}"
            case "types":
                return ", ".join(sorted(query.types))
            case "with_code":
                return "with code"
        return ""

    def toggle_person(self, person: int) -> None:
        """Choose a person, or give them up again."""
        people = self.query.people
        chosen = person in people
        self.ask(people=tuple(p for p in people if p != person) if chosen else (*people, person))

    def toggle_mark(self, number: int) -> None:
        """Mark a work, or take its mark away."""
        if number in self.marked:
            del self.marked[number]
        else:
            self.marked[number] = None

    def toggle_all_marks(self) -> int:
        """Take all marks away, or bring back those taken away last; gives how many are set."""
        if self.marked:
            self._unmarked, self.marked = self.marked, {}
        else:
            self.marked, self._unmarked = self._unmarked, {}
        return len(self.marked)

    def targets(self, current: int | None) -> list[Work]:
        """Give the works that an action is for: the marked ones, else that of index `current`."""
        if self.marked:
            return [self.work(number) for number in self.marked]
        return [] if current is None else [self.work(current)]

    def count_words(self) -> str:
        """Give "242 papers", or "23 of 242" under filters."""
        total = len(self.corpus)
        if not self.query.filters:
            return counted(total, "paper")
        return f"{self.result.total:,} of {counted(total, 'paper')}"

    def documents_words(self, paths: Sequence[str]) -> str:
        """Name the documents: by their file where there is one, else by their number."""
        if len(self.corpus.documents) == 1:
            return Path(self.corpus.documents[0].path).name
        return counted(len(self.corpus.documents), "document")
