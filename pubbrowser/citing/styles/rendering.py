"""References of works in a style: as text, Markdown or HTML."""

from __future__ import annotations

from collections.abc import Sequence

from pubbrowser.citing.manner import StyleError
from pubbrowser.citing.styles.engine import engine
from pubbrowser.citing.styles.finding import Style, find_style
from pubbrowser.citing.styles.items import Item, item, without_article_number
from pubbrowser.citing.styles.locales import DEFAULT, find_locale
from pubbrowser.citing.styles.markdown import paragraph
from pubbrowser.citing.styles.marks import without_marks, without_number
from pubbrowser.citing.styles.output import Markup, written
from pubbrowser.citing.styles.rich import with_marks
from pubbrowser.model import Work


def references(
    works: Sequence[Work],
    style: Style | str = "apa",
    *,
    locale: str = "",
    markup: Markup = "text",
    bold_owner: bool = False,
) -> str:
    """Give the references of `works` in the order of `style`, none twice.

    Plain text has one reference per line, Markdown one per paragraph, HTML one `div` of class
    "csl-entry" each inside of one of class "csl-bib-body". Numeric styles number them. `locale`
    goes before the style's own; `bold_owner` sets the name of the list's owner in bold (not in
    plain text). "" for no works. Raises `StyleError` for a style or locale that is unknown or
    broken, and for a style that writes nothing for one of the works.
    """
    items: dict[str, Item] = {}
    for work in works:
        made = item(work, bold_owner)
        items.setdefault(repr({name: v for name, v in made.items() if name != "id"}), made)
    ordered = _written(list(items.values()), style, locale)
    lines = [line for _, text in ordered if (line := written(text, markup))]
    if markup == "text":
        return "".join(f"{line}\n" for line in dict.fromkeys(lines))
    if markup == "markdown":
        return "\n\n".join(map(paragraph, lines)) + "\n" if lines else ""
    entries = "".join(f'  <div class="csl-entry">{line}</div>\n' for line in lines)
    return f'<div class="csl-bib-body">\n{entries}</div>\n' if lines else ""


def reference(
    work: Work,
    style: Style | str = "apa",
    *,
    locale: str = "",
    markup: Markup = "text",
    bold_owner: bool = False,
) -> str:
    """Give the reference of `work` in `style` on one line, without a number.

    Raises `StyleError` for a style or locale that is unknown or broken, and for a style that
    writes nothing for the work.
    """
    made = item(work, bold_owner)
    ((_, text),) = _written([made], style, locale, numbered=False)
    line = written(text, markup)
    return paragraph(line) if markup == "markdown" else line


def _written(
    items: Sequence[Item], style: Style | str, locale: str, *, numbered: bool = True
) -> list[tuple[int, str]]:
    found = find_style(style) if isinstance(style, str) else style
    name = find_locale(locale) if locale else found.default_locale or DEFAULT
    try:
        made = engine(found.path, name)
        if not made.knows_article_numbers:
            items = [without_article_number(item) for item in items]
        ordered = made.references(items, numbered=numbered)
    except (OSError, ValueError, LookupError, AttributeError, TypeError, SyntaxError,
            RuntimeError) as error:  # fmt: skip
        # A person's own style may be anything; whatever the engine trips over is said, not raised.
        raise StyleError(f"{found.name} cannot be used: {error!r}; choose another style") from error
    missing = [items[position] for position, text in ordered if _is_missing(items[position], text)]
    if missing:
        others = f" and {len(missing) - 1} more" if len(missing) > 1 else ""
        raise StyleError(
            f"{found.name} writes nothing for “{_title(missing[0])}” (type "
            f"{missing[0].get('type', '')!r}){others}: its <layout> has no form for such a work; "
            "choose another style"
        )
    return ordered


def _is_missing(item: Item, text: str) -> bool:
    """Say whether `text` has no word, but for its number, of an item that has a title.

    Styles of law or history often have no form for preprints. A list that misses works must not
    pass for the whole.
    """
    return not _has_words(without_number(text)) and _has_words(_title(item))


def _has_words(text: str) -> bool:
    return any(map(str.isalnum, text))


def _title(item: Item) -> str:
    return without_marks(with_marks(str(item.get("title") or "")))
