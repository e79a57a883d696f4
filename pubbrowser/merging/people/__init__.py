"""Which printed names are one person, behind initials, name changes and misspellings."""

from pubbrowser.merging.people.find import find_people
from pubbrowser.merging.people.telling import People

__all__ = ["People", "find_people"]
