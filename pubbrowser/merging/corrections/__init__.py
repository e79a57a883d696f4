"""The user's corrections: what the file says, which records it means, and changes of its text.

In what order merging uses them:

1. `resolve(corrections, placed)` with all records and their places, in order.
2. `group_records(records, same=resolved.same, different=resolved.different)`.
3. `settle(resolved, groups)` with the groups of records, a work each.
4. For work `n`: `apply_fields(merged, settled.fields.get(n, {}))`; its `sources` updated with
   `settled.sources.get(n, {})`; its `tags` from `settled.tags.get(n, ())`.
5. `assign_keys(merged_records, settled.keys)`: keys that a person has given go first.
6. `find_people(…, aliases=resolved.aliases)` on the works as they are now.
7. `resolved.findings` and `settled.findings` go into `Corpus.findings`.

The file is described in the README. It is changed as text (`edit`), so that comments and the
order of lines stay; who calls that writes the file.
"""

from pubbrowser.merging.corrections.applying import apply_fields
from pubbrowser.merging.corrections.load import (
    find_corrections,
    load_corrections,
    new_corrections_path,
    parse_corrections,
    read_text,
)
from pubbrowser.merging.corrections.references import RecordIndex, reference_for
from pubbrowser.merging.corrections.resolve import Resolved, Settled, resolve, settle
from pubbrowser.merging.corrections.values import NO_CORRECTIONS, Corrections, CorrectionsError

__all__ = [
    "NO_CORRECTIONS",
    "Corrections",
    "CorrectionsError",
    "RecordIndex",
    "Resolved",
    "Settled",
    "apply_fields",
    "find_corrections",
    "load_corrections",
    "new_corrections_path",
    "parse_corrections",
    "read_text",
    "reference_for",
    "resolve",
    "settle",
]
