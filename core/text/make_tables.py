# SPDX-License-Identifier: Apache-2.0
"""Writes unicode_tables.cpp and html_entities.cpp from the data that comes with Python (unicodedata, html.entities).

usage: make_tables.py   (in core/text)
"""

import html
import html.entities
import unicodedata
from pathlib import Path

HEADER = """// SPDX-License-Identifier: Apache-2.0
// Written by make_tables.py from {source}; do not edit.
// clang-format off
#include "core/text/{name}.h"

namespace longtake {{
"""


def packed(items):
    """Comma-separated items, as many to a line as 120 columns hold."""
    lines, line = [], "   "
    for item in items:
        if len(line) + len(item) + 2 > 120:
            lines.append(line)
            line = "   "
        line += f" {item},"
    return "\n".join([*lines, line])


def code(value):
    return f"0x{value:x}"


def table(kind, name, items):
    return f"\nstatic constexpr {kind} {name}Items[] = {{\n{packed(items)}\n}};\nconst std::span<const {kind}> {name} = {name}Items;\n"


def is_excluded(char):
    """Composites that normalisation takes apart and never puts together again."""
    return unicodedata.normalize("NFC", char) != char


def unicode_tables():
    compositions, decompositions, classes, widths = [], [], [], []
    for value in range(0x110000):
        if 0xD800 <= value <= 0xDFFF or 0xAC00 <= value <= 0xD7A3:
            continue
        char = chr(value)
        parts = unicodedata.decomposition(char)
        if parts and not parts.startswith("<"):
            first, *rest = [int(part, 16) for part in parts.split()]
            second = rest[0] if rest else 0
            target = decompositions if is_excluded(char) else compositions
            target.append(f"{{{code(value)}, {code(first)}, {code(second)}}}")
        combining = unicodedata.combining(char)
        if combining:
            if classes and classes[-1][1] == value - 1 and classes[-1][2] == combining:
                classes[-1][1] = value
            else:
                classes.append([value, value, combining])
    for value in [0x3000, *range(0xFF01, 0xFFF0)]:
        folded = unicodedata.normalize("NFKC", chr(value))
        if folded != chr(value):
            assert len(folded) <= 2
            widths.append("{" + ", ".join(code(v) for v in [value, *(ord(c) for c in folded.ljust(2, chr(0)))]) + "}")
    text = HEADER.format(source=f"Unicode {unicodedata.unidata_version}", name="unicode_tables")
    text += table("CanonicalMapping", "kCompositions", compositions)
    text += table("CanonicalMapping", "kOneWayDecompositions", decompositions)
    text += table("CombiningRange", "kCombiningRanges", [f"{{{code(a)}, {code(b)}, {c}}}" for a, b, c in classes])
    text += table("CanonicalMapping", "kWidthFolds", widths)
    return text + "\n} // namespace longtake\n"


def html_entities():
    with_semicolon = {name[:-1]: value for name, value in html.entities.html5.items() if name.endswith(";")}
    plain = {name for name in html.entities.html5 if not name.endswith(";")}
    assert all(len(value) <= 2 for value in with_semicolon.values()) and plain <= set(with_semicolon)
    entities = [
        f'{{"{name}", {code(ord(value[0]))}, {code(ord(value[1])) if len(value) > 1 else 0}, {str(name in plain).lower()}}}'
        for name, value in sorted(with_semicolon.items())
    ]
    shouted = []
    for name, value in sorted(with_semicolon.items()):
        upper = f"&{name.upper()};"
        if name == name.lower() and html.unescape(upper) == upper and value.upper() != value:
            folded = value.upper()
            if len(folded) <= 2:  # all but FFILIG
                shouted.append(f'{{"{name.upper()}", {code(ord(folded[0]))}, {code(ord(folded[1])) if len(folded) > 1 else 0}, false}}')
    text = HEADER.format(source="the entities of HTML 5", name="html_entities")
    text += table("HtmlEntity", "kHtmlEntities", entities)
    text += table("HtmlEntity", "kShoutedEntities", shouted)
    return text + "\n} // namespace longtake\n"


def main():
    folder = Path(__file__).parent
    (folder / "unicode_tables.cpp").write_text(unicode_tables(), encoding="utf-8")
    (folder / "html_entities.cpp").write_text(html_entities(), encoding="utf-8")


if __name__ == "__main__":
    main()
