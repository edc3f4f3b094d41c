#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Draws the subjects of the cutout world once: Noto Color Emoji -> resources/world/atlas.safetensors.

    tools/make_atlas.py [--font NotoColorEmoji.ttf] [--annotations common/annotations] [--sheet sprites.png]

The atlas is a uint8 tensor [N, 4, 68, 68], premultiplied RGBA, in the order of vocabulary.json. With --annotations (Unicode CLDR, Debian:
unicode-cldr-core) it also writes names.json: every subject's name in German, Spanish, French, Japanese and Chinese.
Needs Pillow with raqm and numpy; the program itself needs neither.
"""
import argparse
import json
import pathlib
import re
import struct
import xml.etree.ElementTree as xml

import numpy as np
from PIL import Image, ImageDraw, ImageFont

WORLD = pathlib.Path(__file__).resolve().parent.parent / "resources" / "world"
CELL, ART = 68, 64
# "Pandagesicht", "cara de oso panda", "Polizist(in)": what the annotation says about the artwork is no part of the subject's name.
FACE = {
    "de": r"-?[Gg]esicht$|\s*\(.*\)|/.*$| von vorne$| ohne .*$|^blasender ",
    "es": r"^cara de |^(persona|personaje de) | de frente$| sin .*$",
    "fr": r"^(tête|visage) d(e |’|')|\s*\(.*\)| de face$| sans .*$|^personnage ",
    "ja": r"の?顔$|^前を向いている",
    "zh": r"(?<=.)(头|脸)$|^正面朝向的",
}


def sprite(glyph, font):
    """One emoji, cropped to its ink and centred: float [CELL, CELL, 4], premultiplied."""
    canvas = Image.new("RGBA", (400, 200), (0, 0, 0, 0))
    ImageDraw.Draw(canvas).text((20, 20), glyph, font=font, embedded_color=True)
    ink = canvas.crop(canvas.getbbox())
    if max(ink.size) > 140:
        raise SystemExit(f"{glyph} is not one glyph in this font")
    straight = np.asarray(ink).astype(np.float32) / 255
    premultiplied = np.concatenate([straight[..., :3] * straight[..., 3:], straight[..., 3:]], -1)
    factor = ART / max(ink.size)
    size = [max(1, round(side * factor)) for side in ink.size]
    planes = [np.asarray(Image.fromarray(premultiplied[..., c]).resize(size, Image.LANCZOS)) for c in range(4)]
    small = np.clip(np.stack(planes, -1), 0, 1)
    small[..., :3] = np.minimum(small[..., :3], small[..., 3:])
    out = np.zeros((CELL, CELL, 4), np.float32)
    top, left = (CELL - size[1]) // 2, (CELL - size[0]) // 2
    out[top : top + size[1], left : left + size[0]] = small
    return out


def write_safetensors(path, name, array, metadata):
    header = {"__metadata__": metadata, name: {"dtype": "U8", "shape": list(array.shape), "data_offsets": [0, array.nbytes]}}
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    path.write_bytes(struct.pack("<Q", len(text)) + text + array.tobytes())


def sheet(atlas, columns=16):
    rows = -(-len(atlas) // columns)
    out = np.zeros((rows * CELL, columns * CELL, 4), np.uint8)
    for index, cell in enumerate(atlas.transpose(0, 2, 3, 1).astype(np.float32)):
        straight = np.where(cell[..., 3:] > 0, cell[..., :3] * 255 / np.maximum(cell[..., 3:], 1), 0)
        y, x = divmod(index, columns)
        out[y * CELL : (y + 1) * CELL, x * CELL : (x + 1) * CELL] = np.concatenate([np.clip(straight, 0, 255), cell[..., 3:]], -1).astype(np.uint8)
    return Image.fromarray(out)


def names(annotations, language, glyphs):
    root = xml.parse(annotations / f"{language}.xml").getroot()
    derived = annotations.parent / "annotationsDerived" / f"{language}.xml"
    known = {}
    for tree in [root] + ([xml.parse(derived).getroot()] if derived.exists() else []):
        known.update({a.get("cp").replace("\ufe0f", ""): a.text for a in tree.iter("annotation") if a.get("type") == "tts"})
    return {name: re.sub(FACE[language], "", known[glyph.replace("\ufe0f", "")]).strip() for name, glyph in glyphs.items() if glyph.replace("\ufe0f", "") in known}


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--font", default="/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf")
    options.add_argument("--annotations", type=pathlib.Path)
    options.add_argument("--sheet", type=pathlib.Path, help="also a PNG of all sprites, to look at")
    chosen = options.parse_args()
    subjects = json.loads((WORLD / "vocabulary.json").read_text())["subjects"]
    font = ImageFont.truetype(chosen.font, 109, layout_engine=ImageFont.Layout.RAQM)
    atlas = np.stack([sprite(s["glyph"], font) for s in subjects])
    atlas = (atlas * 255 + 0.5).astype(np.uint8).transpose(0, 3, 1, 2).copy()
    write_safetensors(WORLD / "atlas.safetensors", "sprites", atlas, {"artwork": "Noto Color Emoji, SIL Open Font License 1.1"})
    if chosen.sheet:
        sheet(atlas).save(chosen.sheet, optimize=True)
    if chosen.annotations:
        glyphs = {s["name"]: s["glyph"] for s in subjects}
        table = {language: names(chosen.annotations, language, glyphs) for language in FACE}
        lines = ",\n".join(f'"{k}": {{\n' + ",\n".join(f"  {json.dumps(a)}: {json.dumps(b, ensure_ascii=False)}" for a, b in v.items()) + "\n}" for k, v in table.items())
        (WORLD / "names.json").write_text("{\n" + lines + "\n}\n")
    print(f"{len(subjects)} subjects")


if __name__ == "__main__":
    main()
