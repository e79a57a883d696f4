"""The arrays that the index consists of: their names, and their kinds for the type checker.

Every array is flat and of a type of fixed width, so that it can be kept as bytes and used from
there without copying. A name is `part.what`; the parts are

- `terms`: all words of all texts, folded, sorted (a lexicon, see below), with the letters of
  each as bits (`letters`), its number of characters (`lengths`) and its code in sequences
  (`codes`);
- the text fields, and `first` for the first author's family name: the works of each term (rows
  in compressed form, see below), and for the text fields the words in order (`search.phrases`);
- the value fields `type`, `category`, `tag`, `key`, `doc`: a lexicon of the values and the works
  of each;
- `person`: the works of each person; `authorship`: the people of each work;
- `work`: one value per work: `years`, `types` (position of CSL's name in the
  lexicon of types), `having` (bits
  in the
  order of `fields.HAVINGS`);
- `rank`: the place of each work in every order of the list, and in that of equally good hits.

Compressed rows: `starts` (one more than there are rows) and `works` or `people`, those of row i
being `works[starts[i] : starts[i + 1]]`, ascending. Lexicon: `bytes` (UTF-8, one after another)
and `offsets`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from numpy.typing import NDArray

Array = NDArray[Any]
Arrays = Mapping[str, Array]

NO_YEAR = -(2**15)
"""Stands for the year of a work without a date."""
SEPARATOR = 0
"""Code that follows every text in a sequence."""
RARE = 2**16 - 1
"""Code of the words that have none of their own."""
