"""`pubbrowser pick` in a terminal: what it prints, where to, and how it ends."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.terminal import Terminal

CORPUS = """\
works:
- csl:
    id: yang1978
    type: book
    title: A Second Book
    author: [{family: Yang, given: Wei}]
    issued: {date-parts: [[1978]]}
- csl:
    id: bell1968
    type: article-journal
    title: Observation of a Rapidly Pulsating Radio Source
    author: [{family: Hewish, given: Antony}, {family: Bell, given: Jocelyn}]
    issued: {date-parts: [[1968]]}
    container-title: Nature
- csl:
    id: ryle1988
    type: paper-conference
    title: Third and Last
    author: [{family: Ryle, given: Martin}]
    issued: {date-parts: [[1988]]}
"""
SHOWN = "3 papers"
NEWEST = "ryle1988"
PICK = f"{shlex.quote(sys.executable)} -m pubbrowser pick"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder that the program runs in."""
    (tmp_path / "corpus.yaml").write_text(CORPUS)
    return tmp_path


def picker(folder: Path, arguments: str = "corpus.yaml --format keys > out") -> Terminal:
    """The picker as a shell starts it with `arguments`, redirections among them."""
    # The terminal stays open as in every shell's window, even where all streams lead elsewhere.
    command = f"exec 3> /dev/tty; exec {PICK} {arguments}"
    return Terminal(["-c", command], program=["sh"], folder=folder)


def open_picker(folder: Path, arguments: str = "corpus.yaml --format keys > out") -> Terminal:
    """The picker when it shows the papers."""
    terminal = picker(folder, arguments)
    terminal.wait_for(SHOWN)
    terminal.wait_for("Papers · 1/")
    return terminal


def is_clean(terminal: Terminal) -> bool:
    """Whether the terminal is as it was before."""
    return not terminal.modes_left_on() and terminal.flags() == terminal.flags_before


def printed(terminal: Terminal) -> str:
    """What came to the terminal when the screen had gone."""
    _, _, rest = terminal.raw.rpartition(b"\x1b[?1049l")
    return re.sub(r"\x1b\[[0-9;?<>=]*[a-zA-Z]", "", rest.decode()).replace("\r\n", "\n")


def test_enter_prints_the_paper_under_the_cursor(folder: Path) -> None:
    with open_picker(folder, "corpus.yaml --format citep") as terminal:
        terminal.press("enter")
        assert terminal.wait_for_end() == 0
        assert printed(terminal) == f"\\citep{{{NEWEST}}}\n"
        assert is_clean(terminal)


def test_what_is_typed_is_searched_for(folder: Path) -> None:
    with open_picker(folder) as terminal:
        terminal.press("y")  # which copies, outside of the search
        terminal.press("ang")
        terminal.wait_for("1 of 3 papers")
        terminal.press("enter")
        assert terminal.wait_for_end() == 0
        assert (folder / "out").read_text() == "yang1978\n"


def test_enter_right_after_the_words_picks_what_they_find(folder: Path) -> None:
    with open_picker(folder) as terminal:
        terminal.process.send("pulsating\r")
        assert terminal.wait_for_end() == 0
        assert (folder / "out").read_text() == "bell1968\n"


def test_enter_twice_prints_once(folder: Path) -> None:
    with open_picker(folder, "corpus.yaml --style ieee > out") as terminal:
        terminal.process.send("\r\r\r")
        assert terminal.wait_for_end() == 0
        assert (folder / "out").read_text().count("Third and Last") == 1


def test_marked_papers_are_printed_in_the_order_of_their_authors(folder: Path) -> None:
    with open_picker(folder) as terminal:
        terminal.press("down", "space", "space", "space")
        terminal.wait_for("3 marked")
        terminal.press("enter")
        assert terminal.wait_for_end() == 0
        assert (folder / "out").read_text() == "bell1968,ryle1988,yang1978\n"


def test_marks_count_even_where_the_search_hides_them(folder: Path) -> None:
    with open_picker(folder) as terminal:
        terminal.press("down", "space", "/", "yang")
        terminal.wait_for("1 of 3 papers")
        terminal.wait_for("1 marked")
        terminal.press("enter")
        assert terminal.wait_for_end() == 0
        assert (folder / "out").read_text() == f"{NEWEST}\n"


def test_it_begins_with_a_query_that_can_be_typed_on(folder: Path) -> None:
    with picker(folder, "corpus.yaml --format keys -q 'a ' > out") as terminal:
        terminal.wait_for("“a”")
        terminal.press("hewish")
        terminal.wait_for("1 of 3 papers")
        terminal.press("enter")
        assert terminal.wait_for_end() == 0
        assert (folder / "out").read_text() == "bell1968\n"


def test_words_that_find_nothing_pick_nothing(folder: Path) -> None:
    with open_picker(folder) as terminal:
        terminal.process.send("xyzzyxyzzy\r")
        terminal.wait_for("“xyzzyxyzzy”")  # all of it, or "escape" would not come alone
        terminal.wait_for("• No paper is chosen")
        terminal.press("escape")  # still in the search, which this empties
        terminal.wait_until_gone("xyzzyxyzzy")
        terminal.press("yang")
        terminal.wait_for("1 of 3 papers")
        terminal.press("enter")
        assert terminal.wait_for_end() == 0
        assert (folder / "out").read_text() == "yang1978\n"


@pytest.mark.parametrize(
    "keys", [["escape"], ["down", "q"], ["down", "escape", "escape"], ["yang", "escape", "escape"]]
)
def test_leaving_without_a_choice_prints_nothing(folder: Path, keys: list[str]) -> None:
    with open_picker(folder) as terminal:
        terminal.press(*keys)
        assert terminal.wait_for_end() == 1
        assert (folder / "out").read_text() == ""
        assert is_clean(terminal)


def test_ctrl_c_is_130_and_prints_nothing(folder: Path) -> None:
    with open_picker(folder) as terminal:
        terminal.press("ctrl+c")
        assert terminal.wait_for_end() == 130
        assert (folder / "out").read_text() == ""
        assert is_clean(terminal)


# Where input and output lead


@pytest.mark.parametrize(
    "redirected",
    [
        "corpus.yaml --format keys > out",
        "corpus.yaml --format keys > out 2> said",
        "corpus.yaml --format keys > out < /dev/null",
        "corpus.yaml --format keys > out 2> said < /dev/null",
        "corpus.yaml --format keys > out < corpus.yaml",
        "- --format keys > out < corpus.yaml",
    ],
)
def test_screen_and_keys_are_those_of_the_terminal(folder: Path, redirected: str) -> None:
    with open_picker(folder, redirected) as terminal:
        terminal.press("enter")
        assert terminal.wait_for_end() == 0
        assert (folder / "out").read_text() == f"{NEWEST}\n"
        assert not (folder / "said").exists() or (folder / "said").read_text() == ""
        assert is_clean(terminal)


def test_pipes_on_both_sides(folder: Path) -> None:
    line = f"cat corpus.yaml | {PICK} - --format keys | tr a-z A-Z > out"
    with Terminal(["-c", line], program=["sh"], folder=folder) as terminal:
        terminal.wait_for("Papers · 1/")
        terminal.press("enter")
        assert terminal.wait_for_end() == 0
        assert (folder / "out").read_text() == f"{NEWEST.upper()}\n"


def test_a_shell_takes_the_citation_into_its_line(folder: Path) -> None:
    line = f'cited="$({PICK} corpus.yaml --format citep)" && printf "See %s." "$cited" > out'
    with Terminal(["-c", line], program=["sh"], folder=folder) as terminal:
        terminal.wait_for("Papers · 1/")
        terminal.press("enter")
        assert terminal.wait_for_end() == 0
        assert (folder / "out").read_text() == f"See \\citep{{{NEWEST}}}."


@pytest.mark.parametrize("redirected", ["> out", "> out 2> said < /dev/null"])
def test_the_screen_has_the_size_of_the_terminal(folder: Path, redirected: str) -> None:
    with picker(folder, f"corpus.yaml --format keys {redirected}") as terminal:
        terminal.wait_for("Papers · 1/")
        terminal.wait_for("Years")  # which are beside the papers from 120 columns on
        terminal.wait_until(lambda: terminal.lines[35].strip(), "the last line")
        assert max(map(len, terminal.lines)) == 120
        terminal.resize(90, 30)
        terminal.wait_until_gone("Years")
        terminal.wait_until(lambda: terminal.lines[29].strip(), "the last line")
        assert terminal.lines[0]
        terminal.resize(130, 40)
        terminal.wait_for("Years")
        terminal.press("enter")
        assert terminal.wait_for_end() == 0
        assert (folder / "out").read_text() == f"{NEWEST}\n"


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-"])
def test_a_closed_stream_is_no_crash(folder: Path, closed: str) -> None:
    with picker(folder, f"corpus.yaml {closed}") as terminal:
        assert terminal.wait_for_end() == 2
        assert "Traceback" not in terminal.text


@pytest.mark.parametrize("path", ["corpus.yaml", "-"])
def test_without_any_terminal_it_says_so(folder: Path, path: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pubbrowser", "pick", path],
        cwd=folder,
        input=CORPUS,
        capture_output=True,
        text=True,
        start_new_session=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert "terminal" in done.stderr
    assert done.stderr.startswith("pubbrowser: ")
    assert done.stderr.count("\n") == 1


# What keeps it from opening, or from being of use


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("--format bibtx", "did you mean 'bibtex'?"),
        ("--format json", "`pubbrowser export`"),
        ("--style ieeee", "did you mean ieee"),
        ("--style missing.csl", "missing.csl: there is no such file"),
        ("--style ieee --format citep", "leave out --style"),
        ("--corrections missing.yaml", "missing.yaml"),
    ],
)
def test_mistakes_are_said_before_the_screen_opens(folder: Path, arguments: str, said: str) -> None:
    with picker(folder, f"corpus.yaml {arguments} > out 2> said") as terminal:
        assert terminal.wait_for_end() == 2
        assert b"\x1b" not in terminal.raw
        assert (folder / "out").read_text() == ""
        assert said in (folder / "said").read_text()
        assert (folder / "said").read_text().count("\n") == 1


def test_mistakes_in_the_settings_are_said_where_errors_go(folder: Path) -> None:
    settings = folder / "config.yaml"
    settings.write_text("keys: {quit: c}\n")
    line = f"export PUBBROWSER_CONFIG={settings}; exec {PICK} corpus.yaml > out 2> said"
    with Terminal(["-c", line], program=["sh"], folder=folder) as terminal:
        assert terminal.wait_for_end() == 2
        assert (folder / "said").read_text().startswith(f"pubbrowser: {settings}:1: ")


def test_nothing_can_be_picked_before_it_is_seen(folder: Path) -> None:
    os.mkfifo(folder / "slow.yaml")
    with picker(folder, "slow.yaml --format keys > out") as terminal:
        terminal.wait_for("Enter pick")
        terminal.process.send("yang\r")
        terminal.wait_for("still being read")
        (folder / "slow.yaml").write_text(CORPUS)
        terminal.wait_for("1 of 3 papers")
        terminal.press("enter")
        assert terminal.wait_for_end() == 0
        assert (folder / "out").read_text() == "yang1978\n"


def test_it_can_be_left_while_documents_are_read(folder: Path) -> None:
    os.mkfifo(folder / "slow.yaml")
    with picker(folder, "slow.yaml --format keys > out") as terminal:
        terminal.wait_for("Enter pick")
        terminal.press("escape")
        assert terminal.wait_for_end() == 1
        assert is_clean(terminal)


def test_leaving_where_nothing_could_be_read_is_3(folder: Path) -> None:
    (folder / "broken.yaml").write_text("works:\n- csl: {title: 'x}\n")
    with picker(folder, "broken.yaml > out") as terminal:
        terminal.wait_for("None of the files could be read")
        terminal.press("escape")
        assert terminal.wait_for_end() == 3


def test_a_text_kept_for_leaving_does_not_mix_with_the_citations(folder: Path) -> None:
    """Without a clipboard a copied text may be printed on leaving: on the terminal."""
    with open_picker(folder) as terminal:
        terminal.press("down", "c")
        terminal.wait_until(
            lambda: "Not copied" in terminal.text or "Sent 1 reference" in terminal.text, "copying"
        )
        if "Not copied" in terminal.text:
            terminal.press("p")
            terminal.wait_for("Will be printed when you leave")
        terminal.press("q")
        assert terminal.wait_for_end() == 1
        assert (folder / "out").read_text() == ""
