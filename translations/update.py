#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Brings translations/*.ts up to what the sources say: new texts are added as unfinished, texts that are gone go.

    translations/update.py            writes the files
    translations/update.py --check    writes nothing; fails and names what is missing, unfinished or gone

Texts are found by Qt's lupdate. It names a context by the whole class name, the files by its last part, under which
ui/theme/language looks them up. English holds plural forms only.
"""

import argparse
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml
from xml.sax.saxutils import escape

HERE = pathlib.Path(__file__).resolve().parent
LUPDATE_PLACES = ["lupdate", "/usr/lib/qt6/bin/lupdate", "lupdate-qt6"]


def read(path):
    """(language, {(context, source, comment): message element}) in the file's order."""
    tree = xml.parse(path).getroot()
    messages = {}
    for context in tree.findall("context"):
        name = context.findtext("name", "").split("::")[-1]
        for message in context.findall("message"):
            messages.setdefault((name, message.findtext("source", ""), message.findtext("comment", "")), message)
    return tree.get("language"), messages


def texts_of_sources(lupdate):
    with tempfile.TemporaryDirectory() as folder:
        found = pathlib.Path(folder) / "found.ts"
        command = [lupdate, "-silent", "-locations", "none", str(HERE.parent / "ui"), str(HERE.parent / "app" / "studio"), "-I", str(HERE.parent), "-ts", str(found)]
        subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
        return read(found)[1]


def is_finished(translation):
    if translation is None or translation.get("type") == "unfinished":
        return False
    forms = translation.findall("numerusform")
    return all((form.text or "").strip() for form in forms) if forms else bool((translation.text or "").strip())


def quoted(text):
    return escape(text or "", {'"': "&quot;", "'": "&apos;"})


def written(language, wanted, known):
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>", f'<TS version="2.1" language="{language}">']
    for context in sorted({key[0] for key in wanted}):
        lines += ["<context>", f"    <name>{context}</name>"]
        for key, message in wanted.items():
            if key[0] != context:
                continue
            is_plural = message.get("numerus") == "yes"
            lines += ['    <message numerus="yes">' if is_plural else "    <message>", f"        <source>{quoted(key[1])}</source>"]
            if key[2]:
                lines.append(f"        <comment>{quoted(key[2])}</comment>")
            translation = known[key].find("translation") if key in known else None
            mark = "" if is_finished(translation) else ' type="unfinished"'
            if is_plural:
                forms = [] if translation is None else translation.findall("numerusform")
                lines.append(f"        <translation{mark}>")
                lines += [f"            <numerusform>{quoted(form.text)}</numerusform>" for form in forms]
                lines.append("        </translation>")
            else:
                lines.append(f"        <translation{mark}>{quoted(translation.text if translation is not None else '')}</translation>")
            lines.append("    </message>")
        lines.append("</context>")
    return "\n".join(lines + ["</TS>", ""])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--lupdate", default=next(filter(None, map(shutil.which, LUPDATE_PLACES)), None))
    arguments = parser.parse_args()
    if arguments.lupdate is None:
        sys.exit("lupdate was not found; give --lupdate PATH (Debian: qt6-l10n-tools)")
    texts = texts_of_sources(arguments.lupdate)
    faults = []
    for file in sorted(HERE.glob("longtake_*.ts")):
        language, known = read(file)
        is_english = re.match("en", language) is not None
        wanted = {key: message for key, message in texts.items() if not is_english or message.get("numerus") == "yes"}
        faults += [f"{file.name}: {key[0]}: no translation of {key[1]!r}" for key in wanted if key not in known or not is_finished(known[key].find("translation"))]
        faults += [f"{file.name}: {key[0]}: no source says {key[1]!r}" for key in known if key not in wanted]
        if not arguments.check:
            file.write_text(written(language, wanted, known), encoding="utf-8")
    print("\n".join(faults) if faults else "complete")
    return 1 if faults and arguments.check else 0


if __name__ == "__main__":
    sys.exit(main())
