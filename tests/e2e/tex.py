"""Running BibTeX, biber and LaTeX, and reading what they say and print."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

_MOST_RUNS = 5


@dataclass(frozen=True)
class Tex:
    """A folder in which LaTeX runs on a document called "main"."""

    folder: Path

    def run(self, *command: str) -> str:
        """Run `command` in the folder; give what it printed."""
        done = subprocess.run(
            command, cwd=self.folder, capture_output=True, stdin=subprocess.DEVNULL, check=False,
        )  # fmt: skip
        return (done.stdout + done.stderr).decode("utf-8", "replace")

    def write(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text, encoding="utf-8")

    def read(self, name: str) -> str:
        return (self.folder / name).read_text(encoding="utf-8", errors="surrogateescape")

    def latex(self, document: str, *, draft: bool = True) -> list[str]:
        """Compile `document`; give the errors and warnings of the log."""
        self.write("main.tex", document)
        self.run("pdflatex", "-interaction=nonstopmode", *["-draftmode"] * draft, "main.tex")
        return complaints_of_latex(self.read("main.log"))

    def settled(self, document: str) -> list[str]:
        """Compile `document` until it asks for no further run; give the complaints of the last."""
        complaints: list[str] = []
        for _ in range(_MOST_RUNS):
            complaints = self.latex(document)
            if not any(re.search("rerun|may have changed", line, re.I) for line in complaints):
                break
        return complaints

    def bibtex(self, keys: list[str], style: str) -> list[str]:
        """Make main.bbl of works.bib as if a document cited `keys`; give the complaints."""
        cited = "".join(f"\\citation{{{key}}}\n" for key in keys)
        self.write("main.aux", f"\\relax\n{cited}\\bibstyle{{{style}}}\n\\bibdata{{works}}\n")
        self.run("bibtex", "main")
        return complaints_of_bibtex(self.read("main.blg"))

    def biber(self) -> list[str]:
        """Make main.bbl of works.bib and main.bcf; give the errors and warnings."""
        return re.findall(r"^(?:WARN|ERROR)\b.*", self.run("biber", "main"), re.MULTILINE)


def complaints_of_latex(log: str) -> list[str]:
    """Give every line of a log that is an error, a warning or a missing character."""
    log = re.sub(r"(?<=[^\n]{79})\n", "", log)  # logs break lines after 79 characters
    return re.findall(r"^(?:!.*|.*\bWarning:.*|Missing character:.*)", log, re.MULTILINE)


def complaints_of_bibtex(log: str) -> list[str]:
    """Give every line of a .blg that is neither the banner nor the statistics."""
    log = log.partition("You've used")[0].replace("\n--", " --")
    usual = re.compile(
        r"This is BibTeX|Capacity:|The top-level auxiliary file|The style file|Database file"
        r"|Reallocat|\s*$"
        r"|-- |Style author:|Done\.|IEEEtran\.bst version"  # what IEEEtran.bst says of itself
    )
    return [line for line in log.splitlines() if not usual.match(line)]
