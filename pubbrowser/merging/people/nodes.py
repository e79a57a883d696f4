"""From places to the first clusters: what is one person without any weighing of evidence."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from pubbrowser.merging.people.clusters import Clusters
from pubbrowser.merging.people.given import compatible
from pubbrowser.merging.people.places import Place, Spellings
from pubbrowser.merging.people.spelling import Form, Spelling, read_spelling
from pubbrowser.merging.progress import Progress, no_progress, reported
from pubbrowser.model import Name
from pubbrowser.readers.names import parse_name
from pubbrowser.text import words


@dataclass(slots=True)
class Identities:
    """Which cluster each place belongs to, while evidence is gathered."""

    spellings: Spellings
    places: list[list[Place]]
    clusters: Clusters
    nodes: list[list[int]]
    """For each work the node of each of its places."""
    forced: dict[int, list[Name]] = field(default_factory=dict)
    """Nodes that the user has joined, with the names that the user gives them."""
    aliases: dict[tuple[str, ...], tuple[int, list[Name]]] = field(default_factory=dict)
    """By key of a spelling that the user lists: a node of that person, and all names listed."""
    implied: dict[int, set[int]] = field(default_factory=dict)
    """Nodes of owners by work: authors of a paper whose printed list is cut before them."""
    solid: set[int] = field(default_factory=set)
    """Nodes of which it is certain whom they mean, other than by one initial: their places print
    a written-out name or two initials, an owner, or were given to such a person on evidence."""
    claims: dict[tuple[int, int], int] = field(default_factory=dict)
    """By (work, position) the node of the owner that stands there in his or her own list."""

    def at(self, work: int) -> list[int]:
        """Give the cluster of each place of a work."""
        return [self.clusters.find(node) for node in self.nodes[work]]

    def rows(self) -> list[list[int]]:
        """Give the cluster of each place of all works."""
        cluster_of = self.clusters.of_all()
        return [[cluster_of[node] for node in nodes] for nodes in self.nodes]

    def move(self, work: int, position: int, cluster: int, certain: bool) -> bool:
        """Give one place to `cluster`; False when another name of the work is there already."""
        target = self.clusters.find(cluster)
        source = self.clusters.find(self.nodes[work][position])
        if target == source or work in self.clusters.works[target]:
            return False
        node = self.clusters.adopt(target)
        if certain:
            self.solid.add(node)
        self.nodes[work][position] = node
        place = self.places[work][position]
        self.clusters.works[target].add(work)
        printed = {self.spellings[number].form.family for number, _ in place.prints}
        self.clusters.add_families(target, printed)
        if source not in self.at(work):
            self.clusters.works[source].discard(work)
        return True


def make_nodes(
    spellings: Spellings,
    places: list[list[Place]],
    aliases: Sequence[Sequence[str]],
    progress: Progress = no_progress,
) -> Identities:
    """Make one node of all places that print the same names, and join what needs no weighing.

    Joined at once: what prints the same written-out name, the same reading of it, and what the
    user says is one person. Nodes are numbered by what they print, so that the order of the
    documents changes nothing.
    """
    members, works, signatures = _signatures(spellings, places, progress)
    clusters = Clusters()
    node_of = [0] * len(members)
    spelled: list[list[Spelling]] = []
    in_order = sorted(range(len(spellings)), key=lambda number: _content(spellings[number]))
    rank = [0] * len(in_order)
    for place_in_order, number in enumerate(in_order):
        rank[number] = place_in_order
    ranked = [sorted(map(rank.__getitem__, each)) for each in members]
    for signature in sorted(range(len(ranked)), key=ranked.__getitem__):
        named = [spellings[in_order[each]] for each in ranked[signature]]
        forms = dict.fromkeys(form for each in named for form in each.forms)
        node_of[signature] = clusters.add(forms, works[signature])
        spelled.append(named)
    del members, works, ranked
    for row in signatures:
        row[:] = [node_of[each] for each in row]
    identities = Identities(spellings, places, clusters, signatures)
    identities.solid.update(
        node for node, named in enumerate(spelled) if any(map(_is_solid, named))
    )
    _join_decisive(clusters, spelled)
    _join_aliases(identities, spelled, aliases)
    identities.solid.update(identities.forced)
    return identities


def _signatures(
    spellings: Spellings, places: list[list[Place]], progress: Progress
) -> tuple[list[tuple[int, ...]], list[set[int]], list[list[int]]]:
    """Number the different sets of forms that places print, and give by number the spellings
    and the works that have them, and the numbers of the places of each work."""
    forms: dict[Form, int] = {}
    form_of = [forms.setdefault(each.form, len(forms)) for each in spellings.all]
    numbers: dict[int | frozenset[int], int] = {}
    members: list[tuple[int, ...]] = []
    works: list[set[int]] = []
    signatures = []
    for work, row in enumerate(reported(places, "comparing names", progress)):
        signature = []
        for cited, prints in row:
            printed: Collection[int] = (cited,)
            key: int | frozenset[int] = form_of[cited]
            if len(prints) > 1 or prints[0][0] != cited:
                printed = {cited, *(number for number, _ in prints)}
                several = frozenset(form_of[number] for number in printed)
                key = several if len(several) > 1 else key
            number = numbers.setdefault(key, len(members))
            if number == len(members):
                members.append(tuple(printed))
                works.append({work})
            else:
                if not set(printed).issubset(members[number]):
                    members[number] = tuple({*members[number], *printed})
                works[number].add(work)
            signature.append(number)
        signatures.append(signature)
    return members, works, signatures


def _is_solid(spelling: Spelling) -> bool:
    return spelling.is_decisive or len(spelling.form.given.parts) > 1


def _content(spelling: Spelling) -> tuple[str, ...]:
    name = spelling.name
    return (
        name.family, name.given, name.non_dropping_particle, name.dropping_particle, name.suffix,
        name.literal,
    )  # fmt: skip


def _join_decisive(clusters: Clusters, spelled: Sequence[Sequence[Spelling]]) -> None:
    first: dict[object, int] = {}
    for node, names in enumerate(spelled):
        for each in names:
            if each.is_decisive:
                for key in _decisive_keys(each):
                    clusters.join(first.setdefault(key, node), node)


def _decisive_keys(spelling: Spelling) -> Iterable[object]:
    """Give the readings of a written-out name, and its words in the order they are read in:
    "Vakilzadeh Hatefi, Sayed" and "Hatefi, Sayed Vakilzadeh" are one."""
    yield from (form for form in spelling.forms if form.given.is_full or form == spelling.form)
    suffix = spelling.form.given.suffix
    yield (*words(spelling.name.full.removesuffix(spelling.name.suffix)), f"/{suffix}")


def spelling_keys(spelling: Spelling) -> set[tuple[str, ...]]:
    """Give the keys under which a spelling of the user's meets those of the documents: its
    words in any order, initials taken apart."""
    keys = {tuple(sorted(words(spelling.name.full)))}
    for form in spelling.forms:
        given = [part.word for part in form.given.parts]
        keys.add(tuple(sorted((*form.family.split(), *given))))
    return keys


def _join_aliases(
    identities: Identities,
    spelled: Sequence[Sequence[Spelling]],
    aliases: Sequence[Sequence[str]],
) -> None:
    if not any(aliases):
        return
    nodes_of: dict[tuple[str, ...], list[int]] = {}
    for node, names in enumerate(spelled):
        for each in names:
            for key in spelling_keys(each):
                nodes_of.setdefault(key, []).append(node)
    for alias in aliases:
        listed = [read_spelling(parse_name(text)) for text in alias if text.strip()]
        keys = set[tuple[str, ...]]().union(*map(spelling_keys, listed))
        found = sorted({node for key in keys for node in nodes_of.get(key, ())})
        found = [node for node in found if not _is_someone_else(spelled[node], listed, keys)]
        for node in found:
            identities.clusters.join(found[0], node)
            identities.forced.setdefault(node, []).extend(each.name for each in listed)
        if found:
            identities.aliases |= dict.fromkeys(keys, (found[0], [each.name for each in listed]))


def join_alias(identities: Identities, node: int, spelling: Spelling) -> None:
    """Join a node made later, such as a page's owner, with the aliases that list its spelling."""
    for key in sorted(spelling_keys(spelling) & identities.aliases.keys()):
        known, names = identities.aliases[key]
        identities.clusters.join(known, node)
        identities.forced[node] = names
        identities.solid.add(node)


def _is_someone_else(
    names: Sequence[Spelling], listed: Sequence[Spelling], keys: set[tuple[str, ...]]
) -> bool:
    """Say whether a place that prints a listed initial also prints, in another document, a full
    name that is not listed and contradicts one that is."""
    full = [each for each in names if each.form.given.is_full and not spelling_keys(each) & keys]
    return any(
        other.form.given.is_full and not compatible(each.form.given, other.form.given)
        for each in full
        for other in listed
    )
