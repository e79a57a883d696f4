"""How far references agree with citeproc-js, the reference processor of CSL.

    python tests/benchmarks/styles.py [--differences] [--style NAME …] [PATH …]

writes the same CSL-JSON items through both engines: all works of the bundled sample, those of
PATH (by default of ../shared/seeds where there is such a folder), and the invented items of
`styles_items.py`. Prints per style how many references agree to the letter once markup is
removed, entities are decoded and white space is collapsed, how many of the others differ in a
known way that is no fault here (`KINDS`), how many years have the same letter ("2019a") or none
in one list of all items, and whether that list has the same order. A line below has the known
kinds with their counts; for a style under 98 % also how far it agrees on the items without the
kind that is most of it. Both read the same style and locale files. Needs node; citeproc-js is
installed with npm into a folder of the cache when it is missing there (or give --citeproc
FOLDER).
"""

from __future__ import annotations

import argparse
import html
import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import platformdirs

sys.path.insert(0, str(Path(__file__).parent))

from styles_items import items as invented_items

from pubbrowser.citing.styles import MENU, find_style
from pubbrowser.citing.styles.engine import engine
from pubbrowser.citing.styles.items import item
from pubbrowser.citing.styles.locales import DEFAULT, locale_path
from pubbrowser.citing.styles.output import written
from pubbrowser.opening import open_paths
from pubbrowser.sample import sample_paths

HERE = Path(__file__).parent
LEAST = 0.98
"""The share of references that should agree."""
_LETTER = re.compile(r"\b(?:\d{4}|n\.d\.)-?[a-z]{1,2}\b")
SEEDS = HERE.parents[1].parent / "shared" / "seeds"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("paths", nargs="*", metavar="PATH", help="documents whose works to cite")
    parser.add_argument("--style", action="append", help="a style; by default all of the menu")
    parser.add_argument("--locale", default="", help="a locale for all styles, such as de-DE")
    parser.add_argument("--citeproc", type=Path, help="the folder of the npm package citeproc")
    parser.add_argument("--differences", action="store_true", help="print the pairs that differ")
    options = parser.parse_args()
    paths = options.paths or ([str(SEEDS)] if SEEDS.is_dir() else [])
    items = gathered(paths)
    names = options.style or [name for name, _ in MENU]
    styles = [find_style(name) for name in names]
    locales = [options.locale or style.default_locale or DEFAULT for style in styles]
    job = {
        "locales": str(locale_path(DEFAULT).parent),
        "items": items,
        "styles": [
            {"name": style.name, "path": style.path, "locale": locale}
            for style, locale in zip(styles, locales, strict=True)
        ],
    }
    answers = asked(job, options.citeproc or installed())
    print(f"{'style':<44} items  agree       %  known  letters  order")
    for style, locale in zip(styles, locales, strict=True):
        compare(style.name, engine(style.path, locale), items, answers[style.name], options)


def gathered(paths: list[str]) -> list[dict[str, Any]]:
    """Give the items of the sample, of `paths` and the invented ones, each once."""
    works = [*open_paths(sample_paths()).corpus.works]
    if paths:
        works += open_paths(paths).corpus.works
    found: dict[str, dict[str, Any]] = {}
    for work in works:
        made = {name: value for name, value in item(work).items() if name != "id"}
        for role in ("author", "editor"):
            # CSL has no word for a list that was cut: both engines are given the names alone.
            if role in made:
                made[role] = [name for name in made[role] if not name.get("et-al")]
        found.setdefault(json.dumps(made, sort_keys=True), made)
    listed = [made | {"id": f"work-{number:03}"} for number, made in enumerate(found.values(), 1)]
    invented = [
        {name: value for name, value in each.items() if value not in ("", [], {})}
        for each in invented_items()
    ]
    print(f"{len(listed)} items of documents, {len(invented)} invented")
    return [*listed, *invented]


def installed() -> Path:
    """Give the folder of citeproc-js, installed into the cache where it is missing."""
    folder = Path(platformdirs.user_cache_dir("pubbrowser-development"))
    package = folder / "node_modules" / "citeproc"
    if not package.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run(["npm", "install", "--prefix", str(folder), "citeproc"], check=True)
    return package


def asked(job: dict[str, Any], citeproc: Path) -> dict[str, Any]:
    """Give what citeproc-js makes of `job`."""
    command = ["node", str(HERE / "styles_reference.js"), str(citeproc.resolve())]
    done = subprocess.run(
        command, input=json.dumps(job), capture_output=True, text=True, check=True
    )
    return dict(json.loads(done.stdout))


def plain(markup: str) -> str:
    """Give the text of HTML: tags removed, entities decoded, white space collapsed."""
    markup = re.sub(r"</?div[^>]*>", " ", markup)
    return " ".join(html.unescape(re.sub(r"</?[a-z]+[^<>]*>", "", markup)).split())


KINDS: tuple[tuple[str, str, str], ...] = (
    # Where a style keeps given names whole, citeproc-js loses the hyphen of "K.-R.". CSL 1.0.2
    # ("Name", `initialize`; "Hyphenation of Initialized Names") only adds to such initials and
    # keeps hyphens unless the style says no.
    ("hyphen of initials", r"(?<=[A-Z])\.[- ](?=[A-Z]\.)", "."),
    # It turns the dash of "14:1–27" into a hyphen and knows no range in "12A-12C".
    ("dash of page ranges", r"(?<=\w)[-–](?=\w)", "-"),
    # It makes of 'n' in a title a quotation in double signs.
    ("single quotation marks", r"[“”‘’]", "'"),
    # It puts eras and ends of ranges outside of a year's affixes: "(79) AD", "2018–(2019)".
    ("affixes of years", r"[()]|(?<=[\d)]) (?=AD|BC|Jan)|(?<=Jan) ", ""),
)
"""Known differences that are no faults of ours: (name, pattern, replacement) undoing them."""


def kind(expected: str, got: str) -> str:
    """Give the known kind of the difference of both, "" for one that is not known."""
    for name, pattern, replacement in KINDS:
        if re.sub(pattern, replacement, expected) == re.sub(pattern, replacement, got):
            return name
    return ""


def compare(name: str, ours: Any, items: list[dict[str, Any]], theirs: Any, options: Any) -> None:
    """Print how far both agree in one style, and the pairs that do not if asked for."""
    if "error" in theirs:
        print(f"{name:<44} citeproc-js fails: {theirs['error']}")
        return
    pairs = [
        (each["id"], plain(expected), plain(written(ours.references([each])[0][1], "html")))
        for each, expected in zip(items, theirs["single"], strict=True)
    ]
    differing = [(*pair, kind(*pair[1:])) for pair in pairs if pair[1] != pair[2]]
    written_list = ours.references(items)
    order = [items[position]["id"] for position, _ in written_list]
    entries = dict(zip(theirs["order"], map(plain, theirs["list"]), strict=True))
    letters = sum(
        _LETTER.findall(entries[identifier]) == _LETTER.findall(plain(written(text, "html")))
        for identifier, (_, text) in zip(order, written_list, strict=True)
    )
    same_place = sum(a == b for a, b in zip(order, theirs["order"], strict=True))
    agree = len(items) - len(differing)
    kinds = Counter(why for *_, why in differing)
    print(
        f"{name:<44} {len(items):5}  {agree:5}  {100 * agree / len(items):6.2f}  "
        f"{len(differing) - kinds['']:5}  {letters:7}  "
        + ("same" if order == theirs["order"] else f"{same_place} of {len(items)}")
    )
    print("    " + reasons(kinds, agree, len(items)))
    if options.differences:
        for identifier, expected, got, why in differing:
            print(f"  {identifier} {f'({why})' if why else ''}")
            print(f"    citeproc-js {expected}\n    here        {got}")
        places = enumerate(zip(order, theirs["order"], strict=True))
        first = next((place for place, (ours_, theirs_) in places if ours_ != theirs_), None)
        if first is not None:
            print(f"  order differs from {first}: {theirs['order'][first]}, here {order[first]}")


def reasons(kinds: Counter[str], agree: int, items: int) -> str:
    """Give the kinds of difference with their counts, and how far the rest agrees."""
    listed = "; ".join(f"{count} {why or 'UNKNOWN'}" for why, count in kinds.most_common())
    known = [(why, count) for why, count in kinds.most_common(1) if why]
    if agree < LEAST * items and known:
        ((first, count),) = known
        return f"{listed}; {100 * agree / (items - count):.2f} % without the {first}"
    return listed or "no differences"


if __name__ == "__main__":
    main()
