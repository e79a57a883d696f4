"""Settings: a YAML file that belongs to the person, and a small state that belongs to the program.

The program reads the settings and never writes them. What is chosen on the screen (the theme)
goes into the state, which is kept apart and may be thrown away at any time.
"""

from __future__ import annotations

import difflib
import os
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

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
    citation: str = "text"
    """The format in which `c` copies a citation, as `pubbrowser export --format` names it."""


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
    except (FileNotFoundError, NotADirectoryError):
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
        }
        values: dict[str, Any] = {}
        for name, node in self._members("the settings", root):
            if name not in readers:
                known = [setting.name for setting in fields(Settings)]
                raise self._error(node, f"there is no setting {name!r}{_nearest(name, known)}")
            values[name] = readers[name](name, node)
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
        from pubbrowser.citing.formats import FORMATS

        chosen = self._word(name, node)
        known = [known.name for known in FORMATS]
        if chosen not in known:
            hint = _nearest(chosen, known) or f"; there are: {', '.join(known)}"
            raise self._error(node, f"there is no citation format {chosen!r}{hint}")
        return chosen

    def _error(self, node: yaml.Node, message: str) -> ConfigError:
        return ConfigError(self._path, message, node.start_mark.line + 1)


def _nearest(name: str, known: list[str]) -> str:
    close = difflib.get_close_matches(name, known, n=1)
    return f"; did you mean {close[0]!r}?" if close else ""


_unsaved: dict[str, str] = {}
"""What could not be written to the state file, for as long as the program runs."""


def state_path() -> Path:
    """Give the path of the state file, whether there is one or not."""
    import platformdirs

    return Path(platformdirs.user_state_dir("pubbrowser", appauthor=False)) / "state.yaml"


def load_state() -> dict[str, str]:
    """Give what the program has kept from earlier runs; nothing when that cannot be read."""
    try:
        content = state_path().read_text("utf-8")
    except (OSError, UnicodeError, ValueError):
        return dict(_unsaved)
    import yaml  # 15 ms, wasted at a first start

    try:
        value = yaml.safe_load(content)
    except Exception:  # the loader raises anything for tags that do not fit their values
        value = None
    stored = value if isinstance(value, dict) else {}
    kept = {
        name: entry
        for name, entry in stored.items()
        if isinstance(name, str) and isinstance(entry, str)
    }
    return kept | _unsaved


def save_state(**values: str) -> None:
    """Keep `values` for later runs, beside what is kept already.

    Where the state cannot be written they are kept until the program ends. Raises nothing:
    a theme that is not remembered is no reason to be stopped.
    """
    import yaml

    from pubbrowser.system.files import WriteError, write_atomically

    path = state_path()
    _unsaved.update(values)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, yaml.safe_dump(load_state(), allow_unicode=True))
    except (OSError, WriteError):
        return
    _unsaved.clear()
