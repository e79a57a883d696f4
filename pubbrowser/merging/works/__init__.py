"""Which records are one work, and what the work says.

`group_records` finds the records of one work (`blocking` which pairs to compare, `traits` what
is compared, `titles`, `names` and `compare` how, `group` what follows), `choose` makes one
record of them, `identifiers` names them, `findings` tells what should be looked at.
"""

from pubbrowser.merging.works.choose import choose
from pubbrowser.merging.works.group import Doubt, Grouping, group_records
from pubbrowser.merging.works.identifiers import work_ids

__all__ = ["Doubt", "Grouping", "choose", "group_records", "work_ids"]
