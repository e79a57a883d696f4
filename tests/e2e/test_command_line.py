"""The command line as a shell starts it."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import sysconfig
import time
from pathlib import Path

import pytest

from tests.e2e.terminal import Terminal

MODULE = [sys.executable, "-m", "pubbrowser"]
SCRIPT = Path(sysconfig.get_path("scripts"), "pubbrowser")


def programs() -> list[object]:
    missing = not SCRIPT.exists()
    skip = pytest.mark.skipif(missing, reason="pubbrowser is not installed in this environment")
    return [
        pytest.param(MODULE, id="module"),
        pytest.param([str(SCRIPT)], id="script", marks=skip),
    ]


def run(*arguments: str, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*MODULE, *arguments],
        capture_output=True,
        env=os.environ | (env or {}),
        stdin=subprocess.DEVNULL,
        check=False,
    )


@pytest.mark.parametrize("program", programs())
def test_help_and_version(program: list[str]) -> None:
    for option, expected in (("--help", "usage: pubbrowser"), ("--version", "pubbrowser 0.")):
        done = subprocess.run([*program, option], capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.startswith(expected)


@pytest.mark.parametrize("program", programs())
def test_the_help_fits_a_terminal_of_80_columns(program: list[str]) -> None:
    with Terminal(["export", "--help"], columns=80, rows=60, program=program) as terminal:
        assert terminal.wait_for_end() == 0
        assert "usage: pubbrowser export" in terminal.text
        assert b"\x1b" not in terminal.raw or sys.version_info >= (3, 14)


def test_a_reader_that_stops_early_is_no_error(sample: Path) -> None:
    shell = 'set -o pipefail; "$@" | head -n 1; echo "code ${PIPESTATUS[0]}"'
    for command in (["parse", str(sample)], ["search", "a"]):
        done = subprocess.run(
            [shutil.which("bash") or "bash", "-c", shell, "bash", *MODULE, *command],
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.stderr == ""
        assert done.stdout.endswith("code 0\n")


def test_a_full_disk_is_said() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("there is no /dev/full on this system")
    with open("/dev/full", "w") as full:
        done = subprocess.run([*MODULE, "search", "samek"], stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 3
    assert done.stderr == b"pubbrowser: the output cannot be written: no space left on device\n"


def test_output_is_utf8_in_every_locale(tmp_path: Path) -> None:
    path = tmp_path / "müller.json"
    path.write_text(
        '[{"type": "book", "title": "脉冲星", "author": [{"family": "Müller"}]}]', "utf-8"
    )
    for locale in ("C", "POSIX", "en_US.ISO-8859-1"):
        env = {"LC_ALL": locale, "LANG": locale, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
        done = run("search", "mull", str(path), env=env)
        assert (done.returncode, done.stdout.decode()) == (0, "muller\t\tMüller\t脉冲星\n")


def test_a_file_name_that_is_no_utf8_is_written_as_an_escape(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/m\xfcller.json"
    try:
        Path(os.fsdecode(path)).write_text('[{"type": "book", "title": "A", "author": []}]')
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    done = run("parse", os.fsdecode(path))
    assert done.returncode == 0
    assert json.loads(done.stdout)["documents"][0]["path"] == os.fsdecode(path)


def test_ctrl_c_while_reading_standard_input_is_quiet() -> None:
    with Terminal(["parse", "-"]) as terminal:
        terminal.draw(1.0)
        terminal.press("ctrl+c")
        assert terminal.wait_for_end() == 130
        assert terminal.raw.replace(b"^C", b"").strip() == b""


def test_an_interrupt_in_a_pipe_is_quiet() -> None:
    process = subprocess.Popen(
        [*MODULE, "parse", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    time.sleep(1)
    process.send_signal(signal.SIGINT)
    assert process.communicate() == (b"", b"")
    assert process.returncode == 130


def test_colour_and_progress_stay_out_of_a_pipe(sample: Path) -> None:
    for command in (["parse", str(sample)], ["sources", str(sample)], ["search", "samek"]):
        done = run(*command, env={"FORCE_COLOR": "1"})
        assert b"\x1b" not in done.stdout + done.stderr


def test_long_reading_shows_progress_on_the_terminal_and_clears_it(tmp_path: Path) -> None:
    item = '{"type": "book", "title": "Title %d of a book", "author": [{"family": "Bell"}], '
    item += '"publisher": "Moss", "issued": {"date-parts": [[2020]]}}'
    many = ",\n".join(item % number for number in range(60_000))
    (tmp_path / "many.json").write_text(f"[{many}]")
    with Terminal(["check", "--no-cache", str(tmp_path)], columns=70, rows=10) as terminal:
        terminal.wait_for("pubbrowser: reading many.json …")
        assert terminal.wait_for_end() == 0
        assert terminal.text.strip() == "0 problems in 1 document with 60,000 records"


def test_the_browser_without_a_terminal_says_what_to_do() -> None:
    done = run()
    assert done.returncode == 2
    assert b"pubbrowser export" in done.stderr
    assert done.stderr.count(b"\n") == 1
