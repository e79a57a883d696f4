"""Settings and state."""

from __future__ import annotations

from pathlib import Path

import pytest

from pubbrowser import config
from pubbrowser.config import (
    ConfigError,
    Settings,
    load_settings,
    load_state,
    save_state,
    settings_path,
    state,
    state_path,
)


def load(tmp_path: Path, content: str) -> Settings:
    path = tmp_path / "config.yaml"
    path.write_text(content, "utf-8")
    return load_settings(path)


def test_without_a_file_settings_have_their_defaults() -> None:
    assert load_settings() == Settings(theme="", keys={}, citation="", style="apa")


def test_settings_are_those_of_the_file(tmp_path: Path) -> None:
    settings = load(
        tmp_path,
        "theme: nord  # dark\ncitation: bibtex\n"
        "keys:\n  search: [/, f]\n  open_page: 1\n  quit: no\n",
    )
    assert settings.theme == "nord"
    assert settings.keys == {"search": "/,f", "open_page": "1", "quit": "no"}
    assert settings.citation == "bibtex"


def test_citing_is_set_by_formats_styles_and_locales(tmp_path: Path) -> None:
    settings = load(
        tmp_path,
        "citation: Markdown:ieee\nin-text: pandoc\nstyle: nature\nlocale: de\nbold-owner: yes\n",
    )
    assert settings.citation == "markdown:ieee"
    assert settings.in_text == "pandoc"
    assert (settings.style, settings.locale, settings.bold_owner) == ("nature", "de-DE", True)


@pytest.mark.parametrize("content", ["", "# nothing yet\n", "\ufeff", "keys:\n", "theme:\n"])
def test_a_file_without_settings_means_the_defaults(tmp_path: Path, content: str) -> None:
    assert load(tmp_path, content) == Settings()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("theme: nord\ntheem: dark\n", ":2: there is no setting 'theem'; did you mean 'theme'?"),
        ("colour: red\n", ":1: there is no setting 'colour'"),
        ("\ncitation: bibtx\n", ":2: there is no format or style 'bibtx'; did you mean 'bibtex'?"),
        ("citation: zzz\n", ":1: there is no format or style 'zzz'"),
        ("citation: bibtex:apa\n", ":1: BibTeX is not written in a style"),
        ("in-text: citpe\n", ":1: there is no in-text citation 'citpe'; did you mean 'cite"),
        ("in_text: cite\n", ":1: there is no setting 'in_text'; did you mean 'in-text'?"),
        ("style: iee\n", ":1: unknown style 'iee'; did you mean ieee"),
        ("locale: de-DF\n", ":1: unknown locale 'de-DF'; did you mean de-DE"),
        ("bold-owner: maybe\n", ":1: 'bold-owner' should be true or false"),
        ("theme:\n  - a\n", ":2: 'theme' should be one word"),
        ("keys: [a]\n", ":1: 'keys' should be lines of the form `name: value`"),
        ("keys:\n  quit:\n", ":2: no key is given for 'quit', such as `quit: f5`"),
        ("- theme\n", ":1: the settings should be lines of the form `name: value`"),
        ("theme: 'nord\n", ":2: this is not valid YAML: "),
        ("theme: a: b\n", ":1: this is not valid YAML: "),
        ("theme: \x00\n", ": this is not valid YAML"),
    ],
)
def test_an_error_says_where_and_what(tmp_path: Path, content: str, message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        load(tmp_path, content)
    assert f"config.yaml{message}" in str(caught.value)


def test_settings_that_are_no_text_are_an_error(tmp_path: Path) -> None:
    path = tmp_path / "config.yaml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ConfigError, match="not UTF-8"):
        load_settings(path)
    with pytest.raises(ConfigError, match="cannot be read"):
        load_settings(tmp_path)


def test_the_settings_file_can_be_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("theme: nord\n")
    monkeypatch.setenv("PUBBROWSER_CONFIG", str(path))
    assert settings_path() == path
    assert load_settings().theme == "nord"


def test_a_settings_file_that_is_named_must_be_there(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PUBBROWSER_CONFIG", str(tmp_path / "none.yaml"))
    with pytest.raises(ConfigError, match="no such file, which PUBBROWSER_CONFIG names"):
        load_settings()


def test_files_are_in_the_folders_of_the_person(home: Path) -> None:
    assert home in settings_path().parents
    assert home in state_path().parents
    assert settings_path().name == "config.yaml"


def test_state_is_kept_for_the_next_run(monkeypatch: pytest.MonkeyPatch) -> None:
    assert load_state() == {}
    save_state(theme="nord")
    save_state(sort="newest")
    monkeypatch.setattr(state, "_unsaved", {})
    assert load_state() == {"theme": "nord", "sort": "newest"}


@pytest.mark.parametrize("content", ["[1, 2", "- a\n", "\x00", "theme: [a]\n1: b\n", "a: &a [*a]"])
def test_a_state_that_cannot_be_read_is_passed_over(content: str) -> None:
    state_path().parent.mkdir(parents=True)
    state_path().write_text(content)
    assert load_state() == {}
    save_state(theme="nord")
    assert load_state() == {"theme": "nord"}


def test_a_state_that_cannot_be_written_lasts_until_the_end(home: Path) -> None:
    state_path().parent.parent.mkdir(parents=True)
    state_path().parent.write_text("a file where the folder should be")
    save_state(theme="nord")
    assert load_state() == {"theme": "nord"}
    assert state_path().parent.is_file()


KNOWN = config.Known(themes={"nord"}, keys={"search": "slash", "quit": "q"})


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("theme: nrd\n", ":1: there is no theme 'nrd'; did you mean 'nord'?"),
        ("keys:\n  quit: 5x5\n", ":2: '5x5' is no name of a key"),
        ("theme: nord\nkeys:\n  qit: x\n", ":3: there is no action 'qit'; did you mean 'quit'?"),
        ("keys:\n  search: q\n", ":2: the key 'q' is that of"),
    ],
)
def test_settings_are_checked_against_what_the_screen_has(
    tmp_path: Path, content: str, message: str
) -> None:
    path = tmp_path / "config.yaml"
    path.write_text(content, "utf-8")
    with pytest.raises(config.ConfigError) as error:
        config.load_settings(path, KNOWN)
    assert message in str(error.value)
    path.write_text("theme: nord\nkeys:\n  search: f\n", "utf-8")
    assert config.load_settings(path, KNOWN).keys == {"search": "f"}


@pytest.mark.parametrize("content", ["theme: !!bool x\n", "a: !!timestamp x\n", 'b: !!int ""\n'])
def test_a_broken_state_is_ignored(content: str) -> None:
    path = config.state_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, "utf-8")
    assert config.load_state() == {}
