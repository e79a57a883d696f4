"""Remarks: awards, status, access, and all else that an entry says about a work."""

from __future__ import annotations

import re

from pubbrowser.text import clean_line

_REMARK = re.compile(
    r"\b(?:award\w*|winner|prize|preis|honou?rable mention|spotlight|oral|badge|medal|"
    r"certification|best paper|best student|runner-up|nominee|nominated|finalist|"
    r"accepted|to appear|in press|forthcoming|under review|submitted|in preparation|"
    r"open access|openreview|invited|editors?['’]s? (?:choice|suggestion)|featured|"
    r"angenommen|eingereicht|im druck|erscheint|auszeichnung|à paraître|prix)\b",
    re.IGNORECASE,
)
_SECOND_ENTRY = re.compile(r"[“„«\"][^“”„«»\"]{20,}[”“»\"]|In:\s")
_SPLIT = re.compile(r"[\n|\x00]")
_GROUP = re.compile(r"\(([^()]{1,300})\)|\[([^\[\]]{1,300})\]")
_EDGES = " \t.,;:|·•–—-/*_"


def is_remark(text: str) -> bool:
    """Say whether `text` speaks about a work (an award, its status) rather than naming a venue."""
    return _REMARK.search(text) is not None


def is_second_entry(remark: str) -> bool:
    """Say whether a remark looks like part of another entry whose beginning was not found: a
    title in quotes, or a venue after "In:"."""
    return _SECOND_ENTRY.match(remark) is not None


def split_remarks(text: str) -> list[str]:
    """Give the remarks in what is left of an entry: one for each line, part between bars, or
    group in parentheses, without the punctuation around it."""
    remarks: list[str] = []
    for piece in _SPLIT.split(text):
        end = 0
        for group in _GROUP.finditer(piece):
            # "Nominated (top 3)." is one remark, "Long version. (Open access)" two.
            before = piece[end : group.start()].rstrip()
            if before and before[-1] not in ".;,)]":
                continue
            remarks += [before, group[1] or group[2]]
            end = group.end()
        remarks.append(piece[end:])
    cleaned = (clean_line(remark).strip(_EDGES) for remark in remarks)
    return [remark for remark in cleaned if any(map(str.isalnum, remark))]
