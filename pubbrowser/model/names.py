"""Names of authors and editors, in CSL-JSON's terms."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Name:
    """One name as a document prints it.

    The fields are those of CSL-JSON 1.0.2 ("name-variable"). `literal` is for names that have
    no parts (organisations, or what could not be split); then all other fields are empty.
    """

    family: str = ""
    given: str = ""
    non_dropping_particle: str = ""
    dropping_particle: str = ""
    suffix: str = ""
    literal: str = ""

    @property
    def full(self) -> str:
        """The name in reading order: "Klaus-Robert Müller", "Tobias de Lange", "K-R Müller"."""
        if self.literal:
            return self.literal
        if not (self.dropping_particle or self.non_dropping_particle or self.suffix):
            return (
                f"{self.given} {self.family}"
                if self.given and self.family
                else (self.given or self.family)
            )  # nearly all names
        return " ".join(
            part
            for part in (
                self.given,
                self.dropping_particle,
                self.non_dropping_particle,
                self.family,
                self.suffix,
            )
            if part
        )

    @property
    def surname(self) -> str:
        """The family name with its particle, or the literal: what a short list shows."""
        if self.literal:
            return self.literal
        particle = self.non_dropping_particle
        return f"{particle} {self.family}" if particle else self.family or self.given
