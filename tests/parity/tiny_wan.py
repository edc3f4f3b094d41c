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
from transformers import T5Config, T5EncoderModel, T5TokenizerFast, UMT5Config, UMT5EncoderModel
from transformers.utils import logging as transformers_logging

diffusers_logging.disable_progress_bar()
diffusers_logging.set_verbosity_error()  # it warns of any change of dtype
transformers_logging.disable_progress_bar()

WORDS = (
    "a the red fox runs jumps over under lazy dog snow river bridge at night slowly camera pans left quick cut to wide shot "
    "wooden robot's lamp; (close-up), 35mm &amp; 1920s — “film” grain…"
).split() + "лиса бежит по снегу 狐狸在雪地里奔跑 夜の橋 الثعلب يجري 여우가 달린다 🦊 ﬁlm ｗｉｄｅ café".split()


def random_prompt(rng, words):
    return " ".join(rng.choice(WORDS) for _ in range(words))


def train_tokenizer(rng, path):
    """A unigram model of a few hundred pieces over the words above: special ids as T5 or as UMT5, normalising or not."""
    sentences = [random_prompt(rng, rng.randint(3, 12)) for _ in range(400)]
    model = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(sentences), model_writer=model, model_type="unigram", vocab_size=rng.choice([420, 500]),
        byte_fallback=rng.random() < 0.5, pad_id=0, eos_id=1, **rng.choice([{"unk_id": 2, "bos_id": -1}, {"unk_id": 3, "bos_id": 2}]),
        hard_vocab_limit=False, character_coverage=rng.choice([0.98, 1.0]), add_dummy_prefix=rng.random() < 0.7,
        normalization_rule_name=rng.choice(["nmt_nfkc", "nmt_nfkc", "nmt_nfkc_cf", "identity"]), minloglevel=2, num_threads=1,
    )  # fmt: skip
    path.write_bytes(model.getvalue())


def random_text_encoder(rng, vocabulary, width):
    shape = dict(vocab_size=vocabulary, d_model=width, d_kv=rng.choice([4, 5, 8]), d_ff=rng.choice([24, 48]), num_layers=rng.randint(1, 2),
                 num_heads=rng.randint(1, 5), feed_forward_proj=rng.choice(["gated-gelu", "gated-gelu", "relu", "gated-silu"]),
                 relative_attention_num_buckets=rng.choice([32, 16]), relative_attention_max_distance=rng.choice([128, 64]))  # fmt: skip
    return UMT5EncoderModel(UMT5Config(**shape)) if rng.random() < 0.8 else T5EncoderModel(T5Config(**shape))


def random_transformer(rng, channels, text_dim, patch):
    # The head divides by 2 only where the rotary split allows it: any even number does.
    return WanTransformer3DModel(
        patch_size=patch, num_attention_heads=rng.randint(1, 8), attention_head_dim=rng.choice([4, 6, 8, 10, 12, 16, 22, 32, 40]), in_channels=channels,
        out_channels=channels, text_dim=text_dim, freq_dim=rng.choice([32, 50, 64, 256]), ffn_dim=rng.choice([7, 24, 40, 64]), num_layers=rng.randint(1, 3),
        cross_attn_norm=rng.random() < 0.7, eps=rng.choice([1e-6, 1e-5, 1e-3]), rope_max_seq_len=rng.choice([64, 1024]),
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
    z_dim = rng.choice([1, 2, 3, 4, 8, 16, 48])
    patch = rng.choice([None, 2]) if is_residual else None
    sides = 2 ** (levels - 1) * (patch or 1)
    return AutoencoderKLWan(
        base_dim=rng.choice([4, 8, 12]), decoder_base_dim=rng.choice([None, 8]), z_dim=z_dim, dim_mult=rng.choice([[1, 2, 2, 4], [1, 1, 2, 2], [1, 2, 4, 4], [2, 1, 1, 1]])[:levels],
        attn_scales=rng.choice([[], [], [1.0], [0.5, 0.25]]),
        num_res_blocks=rng.randint(1, 2), temperal_downsample=temporal, is_residual=is_residual, patch_size=patch,
        in_channels=3 * (patch or 1) ** 2, out_channels=3 * (patch or 1) ** 2,
        latents_mean=[rng.uniform(-1, 1) for _ in range(z_dim)], latents_std=[rng.uniform(0.5, 2) for _ in range(z_dim)],
        scale_factor_temporal=2 ** sum(temporal), scale_factor_spatial=sides,
    )  # fmt: skip


def random_scheduler(rng):
    shift = rng.choice([1.0, 3.0, 5.0, rng.uniform(0.5, 10)])
    kind = rng.choice(["unipc", "unipc", "euler", "dpm"])
    common = {"num_train_timesteps": rng.choice([1000, 1000, 100, 500, 2000])}
    if kind == "euler":
        spacing = rng.choice([{}, {}, {"use_karras_sigmas": True}, {"use_exponential_sigmas": True}])
        return FlowMatchEulerDiscreteScheduler(**common, shift=shift, shift_terminal=rng.choice([None, None, 0.1]), **spacing)
    flow = {**common, "use_flow_sigmas": True, "prediction_type": "flow_prediction", "flow_shift": shift, "solver_order": rng.randint(1, 3),
            "final_sigmas_type": rng.choice(["zero", "zero", "sigma_min"]), "thresholding": rng.random() < 0.15, "sample_max_value": rng.choice([1.0, 3.0]),
            "beta_schedule": rng.choice(["linear", "squaredcos_cap_v2"])}  # fmt: skip
    if kind == "dpm":
        return DPMSolverMultistepScheduler(
            **flow, solver_type=rng.choice(["midpoint", "heun"]), euler_at_final=rng.random() < 0.3, lower_order_final=rng.random() < 0.7,
            use_dynamic_shifting=rng.random() < 0.3,
        )  # fmt: skip
    # With bh1 and a last level of zero the reference ends in NaN.
    solver = rng.choice(["bh1", "bh2"]) if flow["final_sigmas_type"] == "sigma_min" else "bh2"
    return UniPCMultistepScheduler(**flow, solver_type=solver, disable_corrector=rng.choice([[], [], [0], [1, 3]]), use_karras_sigmas=rng.random() < 0.1)


def shake(model, rng):
    """Moves gains and tables off their initial ones and zeros, so that nothing is left out unnoticed."""
    generator = torch.Generator().manual_seed(rng.randint(0, 2**31))
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            if "norm" in name or "gamma" in name or name.endswith("bias"):
                parameter.add_(0.1 * torch.randn(parameter.shape, generator=generator))


def write_directory(folder, seed):
    """Writes a random directory and returns what a caller needs to choose sizes and steps: (spatial, temporal, patch, scheduler config)."""
    rng = random.Random(seed)
    torch.manual_seed(seed)
    folder.mkdir(parents=True)
    train_tokenizer(rng, folder / "spiece.model")
    tokenizer = T5TokenizerFast.from_pretrained(folder)
    text_dim = rng.choice([16, 24, 32])
    text_encoder = random_text_encoder(rng, len(tokenizer) + rng.choice([0, 13]), text_dim)
    vae = random_vae(rng)
    expand_timesteps = rng.random() < 0.5
    patch = (1, 2, 2) if expand_timesteps else rng.choice([(1, 2, 2), (1, 1, 1), (1, 1, 2), (1, 2, 1), (1, 3, 2), (2, 2, 2)])
    two_stages = rng.random() < 0.25
    transformers = [random_transformer(rng, vae.config.z_dim, text_dim, patch) for _ in range(1 + two_stages)]
    stored = rng.choice([torch.float32, torch.float32, torch.bfloat16, torch.float16])
    for model in [text_encoder, vae, *transformers]:
        shake(model, rng)
        model.to(stored)
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
    return vae.config.scale_factor_spatial, vae.config.scale_factor_temporal, patch, pipeline.scheduler.config


if __name__ == "__main__":
    print(write_directory(pathlib.Path(sys.argv[1]), int(sys.argv[2])))
