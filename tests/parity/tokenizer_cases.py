# SPDX-License-Identifier: Apache-2.0
"""Random prompts as diffusers cleans them and transformers tokenises them, with a vocabulary trained here.

usage: tokenizer_cases.py OUT SEED COUNT

Writes OUT/spiece/ and OUT/json/, model directories whose tokenizer/ holds spiece.model or the tokenizer.json that transformers
saves, and OUT/cases.json: a list of {text, cleaned, has_mojibake, limit, ids, raw_ids}. `ids` are transformers' of `cleaned`,
`raw_ids` those of the sentencepiece library itself of `text`: transformers' imitation of its normaliser leaves apart some halfwidth
katakana that sentencepiece joins, which cleaned prompts never contain. `cleaned` is diffusers' prompt_clean; where ftfy would guess at a wrong encoding (has_mojibake) it is prompt_clean without that guess.
"""

import json
import random
import sys
from pathlib import Path

import ftfy
import sentencepiece
from diffusers.pipelines.wan import pipeline_wan
from transformers import T5TokenizerFast

WORDS = (
    "a the an cat fox robot city sea night slow camera pans across red sky über naïve façade ﬁlm oﬃce coöperate "
    "東京 の 夜 空 を 飛ぶ 猫 ｶﾞｰﾀﾞﾝ ｺﾝﾋﾟｭｰﾀ 서울 하늘 한국 кот летит над городом Ёлка قطة تطير فوق المدينة חתול מעל העיר แมว บิน दिल्ली बिल्ली "
    "μία γάτα ταξιδεύει Đà Nẵng con mèo bay é ñ Å ﾊﾝｶｸ ＦＵＬＬ　ＷＩＤＴＨ １２３ “quoted” ‘single’ it’s „low“ … — – 🎬 👩‍🚀 👨‍👩‍👧 🇯🇵 ❤️ 1920s 4k 60fps"
).split()
MARKS = ["&amp;", "&amp;amp;", "&lt;b&gt;", "&eacute;", "&EACUTE;", "&notit", "&copy 2024", "&#233;", "&#x1F600;", "&#128;", "&#0;", "&hellip;",
         "&AMPERE;", "&NotEqualTilde;", "&bogus;", "&", "&#", "&#59;", "<i>", "\u200b", "\u200d", "\ufeff", "\x07", "\x1b[31;1m", "\r\n", "\r",
         "\n", "\t", "\u2028", "\u3000", "\u00a0", "\x85", "\x91", "e\u0301", "a\u0323\u0302", "\u1100\u1161\u11a8", "\u0344", "\u212b", "\uf900",
         "\U0001d15e", "\u0958", "\ufb03", "\u01c6", "\uffe3", "\uffa1"]
RANGES = [(0x20, 0x7E), (0xA0, 0x24F), (0x300, 0x36F), (0x370, 0x52F), (0x590, 0x6FF), (0x900, 0xD7F), (0x1E00, 0x1FFF), (0x2000, 0x2BFF),
          (0x3040, 0x30FF), (0x4E00, 0x9FFF), (0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0xFE00, 0xFFEF), (0x1F300, 0x1FAFF), (0x1, 0xD7FF)]


def random_text(rng):
    kind = rng.random()
    length = rng.choice([0, 1, 3, 10, 30, 80, 300])
    if kind < 0.5:
        parts = [rng.choice(WORDS) for _ in range(length)]
    elif kind < 0.75:
        parts = [rng.choice(MARKS if rng.random() < 0.3 else WORDS) for _ in range(min(length, 80))]
    else:
        low, high = rng.choice(RANGES)
        parts = ["".join(chr(rng.randint(low, high)) for _ in range(rng.randint(1, 6))) for _ in range(min(length, 30))]
    return rng.choice(["", " ", " ", "  "]).join(parts)


def train(out, rng):
    corpus = out / "corpus.txt"
    corpus.write_text("\n".join(" ".join(rng.choice(WORDS) for _ in range(12)) for _ in range(400)), encoding="utf-8")
    folder = out / "spiece" / "tokenizer"
    folder.mkdir(parents=True)
    sentencepiece.SentencePieceTrainer.train(
        input=str(corpus), model_prefix=str(folder / "spiece"), model_type="unigram", vocab_size=500, hard_vocab_limit=False,
        character_coverage=0.98, pad_id=0, eos_id=1, unk_id=2, bos_id=-1, num_threads=1, minloglevel=2)
    (folder / "tokenizer_config.json").write_text(json.dumps({"tokenizer_class": "T5Tokenizer"}))
    library = sentencepiece.SentencePieceProcessor(model_file=str(folder / "spiece.model"))
    tokenizer = T5TokenizerFast.from_pretrained(folder)
    tokenizer.save_pretrained(out / "json" / "tokenizer")
    for name in ("spiece", "json"):
        (out / name / "model_index.json").write_text(json.dumps({"_class_name": "Toy", "tokenizer": ["transformers", "T5TokenizerFast"]}))
    return tokenizer, library


def without_guessing(text):
    fix_text = ftfy.fix_text
    ftfy.fix_text = lambda broken: fix_text(broken, fix_encoding=False)
    try:
        return pipeline_wan.prompt_clean(text)
    finally:
        ftfy.fix_text = fix_text


def case(tokenizer, library, text, limit):
    cleaned = without_guessing(text)
    ids = tokenizer(cleaned, max_length=limit, truncation=True, add_special_tokens=True).input_ids
    return {"text": text, "cleaned": cleaned, "has_mojibake": cleaned != pipeline_wan.prompt_clean(text), "limit": limit,
            "ids": ids, "raw_ids": [*library.encode(text)[: limit - 1], library.eos_id()]}


def main():
    out, seed, count = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    rng = random.Random(seed)
    tokenizer, library = train(out, rng)
    cases = [case(tokenizer, library, random_text(rng), rng.choice([512, 512, 128, 16, 2, 1])) for _ in range(count)]
    (out / "cases.json").write_text(json.dumps(cases), encoding="utf-8")


if __name__ == "__main__":
    main()
