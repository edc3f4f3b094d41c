# SPDX-License-Identifier: Apache-2.0
"""Random tiny Wan directories, written by diffusers itself: any head count, patch, VAE shape, scheduler and tokenizer file.

Used by the scripts beside it; as a program it writes one directory:  tiny_wan.py DIR SEED
"""

import io
import pathlib
import random
import sys

import sentencepiece
import torch
from diffusers import (
    AutoencoderKLWan,
    DPMSolverMultistepScheduler,
    FlowMatchEulerDiscreteScheduler,
    UniPCMultistepScheduler,
    WanPipeline,
    WanTransformer3DModel,
)
from diffusers.utils import logging as diffusers_logging
from transformers import T5TokenizerFast, UMT5Config, UMT5EncoderModel
from transformers.utils import logging as transformers_logging

diffusers_logging.disable_progress_bar()
transformers_logging.disable_progress_bar()

WORDS = (
    "a the red fox runs jumps over under lazy dog snow river bridge at night slowly camera pans left quick cut to wide shot "
    "wooden robot's lamp; (close-up), 35mm &amp; 1920s — “film” grain…"
).split() + "лиса бежит по снегу 狐狸在雪地里奔跑 夜の橋 الثعلب يجري 여우가 달린다 🦊 ﬁlm ｗｉｄｅ café".split()


def random_prompt(rng, words):
    return " ".join(rng.choice(WORDS) for _ in range(words))


def train_tokenizer(rng, path):
    """A unigram model of a few hundred pieces over the words above, with byte fallback in half of the cases."""
    sentences = [random_prompt(rng, rng.randint(3, 12)) for _ in range(400)]
    model = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(sentences), model_writer=model, model_type="unigram", vocab_size=rng.choice([420, 500]),
        byte_fallback=rng.random() < 0.5, pad_id=0, eos_id=1, unk_id=2, bos_id=-1, hard_vocab_limit=False,
        character_coverage=rng.choice([0.98, 1.0]), minloglevel=2, num_threads=1,
    )  # fmt: skip
    path.write_bytes(model.getvalue())


def random_transformer(rng, channels, text_dim, patch):
    # The head divides by 2 only where the rotary split allows it: any even number does.
    return WanTransformer3DModel(
        patch_size=patch, num_attention_heads=rng.randint(1, 4), attention_head_dim=rng.choice([8, 12, 16, 22, 32]), in_channels=channels,
        out_channels=channels, text_dim=text_dim, freq_dim=rng.choice([32, 64, 256]), ffn_dim=rng.choice([24, 40, 64]), num_layers=rng.randint(1, 3),
        cross_attn_norm=rng.random() < 0.7, eps=rng.choice([1e-6, 1e-5]),
    )  # fmt: skip


def random_vae(rng):
    while True:
        try:
            return draw_vae(rng)
        except ValueError:  # the shortcuts of the residual kind want channel counts that divide each other
            continue


def draw_vae(rng):
    is_residual = rng.random() < 0.5
    levels = rng.choice([2, 3, 3, 4])
    temporal = [rng.random() < 0.6 for _ in range(levels - 1)]
    temporal[rng.randrange(levels - 1)] = True  # WanPipeline cannot count frames of a VAE that keeps them all
    z_dim = rng.choice([2, 4, 8, 16])
    patch = rng.choice([None, 2]) if is_residual else None
    sides = 2 ** (levels - 1) * (patch or 1)
    return AutoencoderKLWan(
        base_dim=rng.choice([4, 8, 12]), decoder_base_dim=rng.choice([None, 8]), z_dim=z_dim, dim_mult=rng.choice([[1, 2, 2, 4], [1, 1, 2, 2], [1, 2, 4, 4]])[:levels],
        num_res_blocks=rng.randint(1, 2), temperal_downsample=temporal, is_residual=is_residual, patch_size=patch,
        in_channels=3 * (patch or 1) ** 2, out_channels=3 * (patch or 1) ** 2,
        latents_mean=[rng.uniform(-1, 1) for _ in range(z_dim)], latents_std=[rng.uniform(0.5, 2) for _ in range(z_dim)],
        scale_factor_temporal=2 ** sum(temporal), scale_factor_spatial=sides,
    )  # fmt: skip


def random_scheduler(rng):
    shift = rng.choice([1.0, 3.0, 5.0, rng.uniform(0.5, 10)])
    kind = rng.choice(["unipc", "unipc", "euler", "dpm"])
    flow = {"use_flow_sigmas": True, "prediction_type": "flow_prediction", "flow_shift": shift, "solver_order": rng.randint(1, 3)}
    if kind == "unipc":
        return UniPCMultistepScheduler(**flow)
    if kind == "dpm":
        return DPMSolverMultistepScheduler(**flow, solver_type=rng.choice(["midpoint", "heun"]))
    return FlowMatchEulerDiscreteScheduler(shift=shift, shift_terminal=rng.choice([None, None, 0.1]))


def shake(model, rng):
    """Moves gains and tables off their initial ones and zeros, so that nothing is left out unnoticed."""
    generator = torch.Generator().manual_seed(rng.randint(0, 2**31))
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            if "norm" in name or "gamma" in name or name.endswith("bias"):
                parameter.add_(0.1 * torch.randn(parameter.shape, generator=generator))


def write_directory(folder, seed):
    """Writes a random directory and returns what a caller needs to choose sizes: (spatial, temporal, patch, scheduler name)."""
    rng = random.Random(seed)
    torch.manual_seed(seed)
    folder.mkdir(parents=True)
    train_tokenizer(rng, folder / "spiece.model")
    tokenizer = T5TokenizerFast.from_pretrained(folder)
    text_dim = rng.choice([16, 24, 32])
    text_encoder = UMT5EncoderModel(
        UMT5Config(vocab_size=len(tokenizer) + rng.choice([0, 13]), d_model=text_dim, d_kv=rng.choice([4, 8]), d_ff=rng.choice([24, 48]),
                   num_layers=rng.randint(1, 2), num_heads=rng.randint(1, 4), feed_forward_proj="gated-gelu")
    )  # fmt: skip
    vae = random_vae(rng)
    expand_timesteps = rng.random() < 0.5
    patch = (1, 2, 2) if expand_timesteps else rng.choice([(1, 2, 2), (1, 1, 1), (1, 1, 2), (1, 3, 2)])
    two_stages = rng.random() < 0.25
    transformers = [random_transformer(rng, vae.config.z_dim, text_dim, patch) for _ in range(1 + two_stages)]
    for model in [text_encoder, vae, *transformers]:
        shake(model, rng)
    pipeline = WanPipeline(
        tokenizer=tokenizer, text_encoder=text_encoder, vae=vae, scheduler=random_scheduler(rng), transformer=transformers[0],
        transformer_2=transformers[1] if two_stages else None, boundary_ratio=rng.uniform(0.3, 0.9) if two_stages else None,
        expand_timesteps=expand_timesteps,
    )  # fmt: skip
    pipeline.save_pretrained(folder, max_shard_size=rng.choice(["10GB", "30KB"]))
    spiece = folder / "spiece.model"
    if rng.random() < 0.5:  # as in the published models; else only the tokenizer.json that transformers wrote
        spiece.rename(folder / "tokenizer" / "spiece.model")
    else:
        spiece.unlink()
    return vae.config.scale_factor_spatial, vae.config.scale_factor_temporal, patch, type(pipeline.scheduler).__name__


if __name__ == "__main__":
    print(write_directory(pathlib.Path(sys.argv[1]), int(sys.argv[2])))
