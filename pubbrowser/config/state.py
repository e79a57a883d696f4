"""The state: what was chosen on the screen, kept by the program from one run to the next.

It stands apart from the settings, which belong to the person, and may be thrown away at any time.
"""

from __future__ import annotations

from pathlib import Path

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


def save_state(**values: str) -> bool:
    """Keep `values` for later runs, beside what is kept already, and say whether that worked.

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
        return False
    _unsaved.clear()
    return True
