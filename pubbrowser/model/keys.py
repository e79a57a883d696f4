"""Which citation keys are legal, in every program that reads them."""

from __future__ import annotations

import re

_NOT_IN_KEYS = re.compile(r"[\s,{}()\"#%'=~\\]+")


def legal_key(key: str) -> str:
    r"""Give `key` as BibTeX, biber and `\cite` can take it; a legal key stays as it is.

    Spaces, commas, braces and their like become underscores: BibTeX's reader knows them for
    the end of a key, and `~`, `'`, `#` and the backslash mean something else inside of `\cite`.
    Letters of any script and the signs !$&*+-./:;<>?@[]^_`| stay.
    """
    legal = _NOT_IN_KEYS.sub("_", key)
    if legal != key:
        legal = legal.strip("_")
    return legal if legal not in ("", "*") else "untitled"  # \nocite{*} stands for all works
