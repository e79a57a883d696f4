"""Small styles written for a test, each to show one rule."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pubbrowser.citing.styles.engine import Engine
from pubbrowser.citing.styles.output import Markup, written

STYLE = """<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" {root}>
  <info><title>Test</title><id>test</id><updated>2020-01-01T00:00:00+00:00</updated></info>
  {before}
  <citation {citation}><layout>{cited}</layout></citation>
  <bibliography {options}>{sort}<layout {layout}>{body}</layout></bibliography>
</style>
"""
CITED = '<names variable="author"><name form="short"/></names>'


@pytest.fixture
def style_file(tmp_path: Path) -> Callable[..., Path]:
    """Write a style: its layout's body, and attributes and elements around it by name."""

    def write(body: str, **around: str) -> Path:
        parts = dict.fromkeys(("root", "before", "citation", "options", "sort", "layout"), "")
        parts["cited"] = CITED
        path = tmp_path / "test.csl"
        path.write_text(STYLE.format(body=body, **{**parts, **around}), encoding="utf-8")
        return path

    return write


@pytest.fixture
def render(style_file: Callable[..., Path]) -> Callable[..., list[str]]:
    """Write CSL-JSON items in a style: `render('<text variable="title"/>', {"title": "…"})`."""

    def write(
        body: str, *items: dict[str, Any], locale: str = "en-US", markup: Markup = "text",
        **around: str,
    ) -> list[str]:  # fmt: skip
        engine = Engine(str(style_file(body, **around)), locale)
        whole = [{"type": "book", "id": str(n), **item} for n, item in enumerate(items)]
        return [written(text, markup) for _, text in engine.references(whole)]

    return write
