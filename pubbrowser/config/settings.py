"""Settings: a YAML file that belongs to the person. The program reads it and never writes it."""

from __future__ import annotations

import difflib
import os
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pubbrowser.config.key_names import is_key

if TYPE_CHECKING:
    import yaml

PATH_VARIABLE = "PUBBROWSER_CONFIG"
"""Environment variable that names another settings file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a person can set. A setting that is not given has its default."""

    theme: str = ""
    """Name of the colour theme; empty for the one chosen last on the screen."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """For each action that is to have other keys: its keys, separated by commas."""
    citation: str = ""
    """What `c` copies: a format, a style, or both ("bibtex", "ieee", "markdown:apa"); empty for
    what was chosen last on the screen."""
    in_text: str = ""
    """What `t` copies: the name of an in-text form; empty for what was chosen last."""
    style: str = "apa"
    """The style of references where nothing else names one."""
    locale: str = ""
    """Language of the words in references ("de-DE"); empty for the style's own."""
    citation_key: str = ""
    """Pattern of citation keys ("{family}{year}{word}"); empty for the usual one."""
    bold_owner: bool = False
    """Whether names of owners of the documents are bold in Markdown and HTML references."""


DEFAULTS = Settings()


class ConfigError(Exception):
    """The settings cannot be used. The message is for the person at the terminal."""

    def __init__(self, path: Path, message: str, line: int = 0) -> None:
        super().__init__(f"{path}:{line}: {message}" if line else f"{path}: {message}")
        self.path = path
        self.line = line


def settings_path() -> Path:
    """Give the path of the settings file, whether there is one or not."""
    if named := os.environ.get(PATH_VARIABLE):
        try:
            return Path(named).expanduser()
        except RuntimeError as error:  # "~somebody" where nobody has that name
            raise ConfigError(Path(named), "there is no such home folder") from error
    import platformdirs  # deferred: most commands need no settings

    return Path(platformdirs.user_config_dir("pubbrowser", appauthor=False)) / "config.yaml"


@dataclass(frozen=True, slots=True)
class Known:
    """What the screen has, for settings to be checked against."""

    themes: Collection[str]
    keys: Mapping[str, str]
    """For each action the keys it has by default, separated by commas."""


def load_settings(path: Path | None = None, known: Known | None = None) -> Settings:
    """Read the settings at `path` (by default, `settings_path()`); no file means the defaults.

    Raises `ConfigError`, with the line, for what is unknown or of the wrong kind: a setting
    that is passed over in silence would be looked for in vain. Themes, actions and keys taken
    twice are looked at when it is `known` which there are.
    """
    path = path or settings_path()
    try:
        content = path.read_text("utf-8-sig")
    except (FileNotFoundError, NotADirectoryError) as error:
        if os.environ.get(PATH_VARIABLE) and path == settings_path():
            raise ConfigError(
                path, f"there is no such file, which {PATH_VARIABLE} names"
            ) from error
        return DEFAULTS
    except (OSError, UnicodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise ConfigError(path, f"the settings cannot be read: {reason}") from error
    return _SettingsFile(path, known).settings(content)


class _SettingsFile:
    """One settings file, for messages that say where."""

    def __init__(self, path: Path, known: Known | None) -> None:
        self._path, self._known = path, known

    def settings(self, content: str) -> Settings:
        import yaml

        try:
            root = yaml.compose(content, Loader=yaml.SafeLoader)
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 0
            raise ConfigError(
                self._path, f"this is not valid YAML: {error.problem}", line
            ) from error
        except (yaml.YAMLError, RecursionError) as error:
            raise ConfigError(self._path, "this is not valid YAML") from error
        if root is None:
            return DEFAULTS
        readers: dict[str, Callable[[str, yaml.Node], Any]] = {
            "theme": self._theme,
            "keys": self._keys,
            "citation": self._citation,
            "in_text": self._in_text,
            "style": self._style,
            "locale": self._locale,
            "citation_key": self._citation_key,
            "bold_owner": self._switch,
        }
        values: dict[str, Any] = {}
        for name, node in self._members("the settings", root):
            setting = name.replace("-", "_")
            if setting not in readers or "_" in name:
                known = [setting.name.replace("_", "-") for setting in fields(Settings)]
                raise self._error(node, f"there is no setting {name!r}{_nearest(name, known)}")
            values[setting] = readers[setting](name, node)
        return Settings(**values)

    def _members(self, name: str, node: yaml.Node) -> list[tuple[str, yaml.Node]]:
        import yaml

        if isinstance(node, yaml.ScalarNode) and not node.value:
            return []
        if not isinstance(node, yaml.MappingNode):
            raise self._error(node, f"{name} should be lines of the form `name: value`")
        return [(str(key.value), value) for key, value in node.value]

    def _word(self, name: str, node: yaml.Node) -> str:
        """The scalar as it is written: a key may be `1` or `~`, which YAML takes for no text."""
        import yaml

        if not isinstance(node, yaml.ScalarNode):
            raise self._error(node, f"{name!r} should be one word")
        return str(node.value).strip()

    def _theme(self, name: str, node: yaml.Node) -> str:
        theme = self._word(name, node)
        if self._known and theme not in self._known.themes:
            known = sorted(self._known.themes)
            hint = _nearest(theme, known) or f"; there are: {', '.join(known)}"
            raise self._error(node, f"there is no theme {theme!r}{hint}")
        return theme

    def _keys(self, name: str, node: yaml.Node) -> dict[str, str]:
        keys, nodes = self._listed_keys(name, node)
        if self._known is None:
            return keys
        taken: dict[str, str] = {}
        for action, words in {**self._known.keys, **keys}.items():
            if action not in self._known.keys:
                hint = _nearest(action, list(self._known.keys))
                raise self._error(nodes[action], f"there is no action {action!r}{hint}")
            for key in words.split(","):
                if not is_key(key):
                    hint = "a letter, f5, ctrl+n, space, left, question_mark …"
                    where = nodes.get(action, node)
                    raise self._error(where, f"{key!r} is no name of a key: {hint}")
                if (other := taken.setdefault(key, action)) != action:
                    clash = f"the key {key!r} is that of {other!r} as well as of {action!r}"
                    raise self._error(nodes.get(action, nodes.get(other, node)), clash)
        return keys

    def _listed_keys(
        self, name: str, node: yaml.Node
    ) -> tuple[dict[str, str], dict[str, yaml.Node]]:
        import yaml

        keys, nodes = {}, {}
        for action, value in self._members(repr(name), node):
            listed = value.value if isinstance(value, yaml.SequenceNode) else [value]
            words = [self._word(f"keys.{action}", word) for word in listed]
            if not all(words):
                raise self._error(value, f"no key is given for {action!r}, such as `{action}: f5`")
            keys[action] = ",".join(words)
            nodes[action] = value
        return keys, nodes

    def _citation(self, name: str, node: yaml.Node) -> str:
        from pubbrowser.citing.choices import UnknownChoice, choice_of

        try:
            return choice_of(self._word(name, node)).notation
        except UnknownChoice as error:
            raise self._error(node, str(error)) from error

    def _in_text(self, name: str, node: yaml.Node) -> str:
        from pubbrowser.citing.formats import FORMATS

        chosen = self._word(name, node)
        known = [known.name for known in FORMATS if known.kind == "in-text"]
        if chosen not in known:
            hint = _nearest(chosen, known) or f"; there are: {', '.join(known)}"
            raise self._error(node, f"there is no in-text citation {chosen!r}{hint}")
        return chosen

    def _style(self, name: str, node: yaml.Node) -> str:
        from pubbrowser.citing.styles import StyleError, find_style

        chosen = self._word(name, node)
        try:
            find_style(chosen)
        except StyleError as error:
            raise self._error(node, str(error)) from error
        return chosen

    def _locale(self, name: str, node: yaml.Node) -> str:
        from pubbrowser.citing.styles import StyleError, find_locale

        try:
            return find_locale(self._word(name, node))
        except StyleError as error:
            raise self._error(node, str(error)) from error

    def _citation_key(self, name: str, node: yaml.Node) -> str:
        from pubbrowser.merging.key_patterns import KeyPatternError, parse_pattern

        pattern = self._word(name, node)
        try:
            parse_pattern(pattern)
        except KeyPatternError as error:
            raise self._error(node, str(error)) from error
        return pattern

    def _switch(self, name: str, node: yaml.Node) -> bool:
        answers = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
        word = self._word(name, node).casefold()
        if word not in answers:
            raise self._error(node, f"{name!r} should be true or false")
        return answers[word]

    def _error(self, node: yaml.Node, message: str) -> ConfigError:
        return ConfigError(self._path, message, node.start_mark.line + 1)


def _nearest(name: str, known: list[str]) -> str:
    close = difflib.get_close_matches(name, known, n=1)
    return f"; did you mean {close[0]!r}?" if close else ""
