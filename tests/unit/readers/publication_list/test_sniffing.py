"""Which texts the reader takes for publication lists."""

from __future__ import annotations

import datetime
import inspect

import pytest

from pubbrowser.readers.publication_list import READER, label
from pubbrowser.readers.reader import Text

_ENTRY = "{n}. Doe J and Roe K (20{n}). “Counting Herons {n}”. In: *Wetlands* {n}:1–9"
_PROSE = (
    "In 2023 we walked along the river, Jane Doe and I, and counted herons. There were twelve of "
    "them (or 13; see the notes). Later, in May, Karl Roe joined us.\n\n"
    "Nobody knows why the birds came back. The Journal of Reeds has an article on it, vol. 3.\n"
)
_README = (
    "# heron\n\nA tool that counts herons.\n\n## Installation\n\n1. Install Python 3.11\n"
    "2. Run `pip install heron`\n\n## Usage\n\n```python\nimport heron\n```\n\n- fast (2x)\n"
    "- [documentation](https://heron.example)\n- tested on 2023 hardware\n## Licence\n\nMIT 2023\n"
)
_FEED = (
    "Jane Doe\nLG\nh-index4\n12papers\n\nLGFeb 14, 2023Code\nCounting Herons with Care\n\n"
    "Jane Doe, Karl Roe, Lea Poe et al.\n\nHerons are hard to count. We count them.\n\n"
    "CVMar 22, 2023\nMore Herons\n\nJane Doe, Karl Roe\n\nWe count more of them in 2023.\n"
)


def sniff(content: str) -> float:
    return READER.sniff(Text(content, "some.txt", datetime.date(2024, 6, 1)))


@pytest.mark.parametrize("count", [1, 2, 5, 80])
def test_lists_of_any_length_are_recognised(count: int) -> None:
    entries = "\n".join(_ENTRY.format(n=n) for n in range(10, 10 + count))
    assert sniff(f"# Papers\n\n{entries}") > 0.5


def test_an_introduction_does_not_hide_a_list() -> None:
    entries = "\n".join(_ENTRY.format(n=n) for n in range(10, 30))
    assert sniff(f"{_PROSE}\n## Papers\n{entries}") > 0.5


@pytest.mark.parametrize("content", [_PROSE, _README, _FEED, inspect.getsource(label), "", "\n\n"])
def test_other_texts_are_left_to_others(content: str) -> None:
    assert sniff(content) < 0.3
