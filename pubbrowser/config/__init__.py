"""What a person has set, and what the program remembers of what they chose."""

from pubbrowser.config.cache import CACHE_VARIABLE, cache_folder
from pubbrowser.config.settings import (
    DEFAULTS,
    PATH_VARIABLE,
    ConfigError,
    Known,
    Settings,
    load_settings,
    settings_path,
)
from pubbrowser.config.state import load_state, save_state, state_path

__all__ = [
    "CACHE_VARIABLE",
    "DEFAULTS",
    "PATH_VARIABLE",
    "ConfigError",
    "Known",
    "Settings",
    "cache_folder",
    "load_settings",
    "load_state",
    "save_state",
    "settings_path",
    "state_path",
]
