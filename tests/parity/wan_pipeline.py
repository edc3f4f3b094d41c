# SPDX-License-Identifier: Apache-2.0
"""Whole tiny Wan directories as diffusers writes them, and what its pipeline's parts make of a prompt and of noise.

usage: wan_pipeline.py OUT SEED

Folders OUT/{plain,two,ti2v}: one transformer; two with a boundary (A14B); a timestep per token (TI2V, Wan 2.2 VAE). In each, beside
the directory's own files, io.safetensors: rows (embeddings of the real tokens of PROMPT), x, velocity_high and velocity_low
(at timesteps 950 and 40), latents, frames.
"""
import json
import random
import sys
from pathlib import Path

import sentencepiece
import torch
from diffusers import AutoencoderKLWan, UniPCMultistepScheduler, WanPipeline, WanTransformer3DModel
from safetensors.torch import save_file
from transformers import T5TokenizerFast, UMT5Config, UMT5EncoderModel

PROMPT = "a fox crosses a snowy bridge at dusk"
WORDS = "a the fox cat bridge snowy river dusk dawn city robot crosses walks slowly camera pans at in over".split()


def make_tokenizer(folder, rng):
    folder.mkdir(parents=True)
    corpus = folder / "corpus.txt"
    corpus.write_text("\n".join(" ".join(rng.choice(WORDS) for _ in range(10)) for _ in range(200)), encoding="utf-8")
    sentencepiece.SentencePieceTrainer.train(
        input=str(corpus), model_prefix=str(folder / "spiece"), model_type="unigram", vocab_size=90, hard_vocab_limit=False,
        pad_id=0, eos_id=1, unk_id=2, bos_id=-1, num_threads=1, minloglevel=2)
    corpus.unlink()
    (folder / "tokenizer_config.json").write_text(json.dumps({"tokenizer_class": "T5Tokenizer"}))


def make_transformer(channels, layers):
    model = WanTransformer3DModel(
        patch_size=(1, 2, 2), num_attention_heads=2, attention_head_dim=16, in_channels=channels, out_channels=channels, text_dim=24,
        freq_dim=32, ffn_dim=48, num_layers=layers, rope_max_seq_len=64)
    return model.eval()


def make_vae(is_residual):
    patch = 2 if is_residual else None
    channels = 3 * (patch or 1) ** 2
    return AutoencoderKLWan(
        base_dim=4, decoder_base_dim=8, z_dim=4, dim_mult=[1, 2, 2], num_res_blocks=1, temperal_downsample=[True, True],
        is_residual=is_residual, in_channels=channels, out_channels=channels, patch_size=patch, latents_mean=[0.1, -0.2, 0.3, 0.0],
        latents_std=[1.0, 2.0, 0.5, 1.5], scale_factor_temporal=4, scale_factor_spatial=8 if is_residual else 4).eval()


def make_directory(folder, rng, kind):
    tokenizer_folder = folder / "made"
    make_tokenizer(tokenizer_folder, rng)
    encoder = UMT5EncoderModel(UMT5Config(vocab_size=128, d_model=24, d_kv=8, d_ff=32, num_heads=3, num_layers=2)).eval()
    pipeline = WanPipeline(
        tokenizer=T5TokenizerFast.from_pretrained(tokenizer_folder), text_encoder=encoder, vae=make_vae(kind == "ti2v"),
        scheduler=UniPCMultistepScheduler(prediction_type="flow_prediction", use_flow_sigmas=True, flow_shift=3.0),
        transformer=make_transformer(4, 2), transformer_2=make_transformer(4, 1) if kind == "two" else None,
        boundary_ratio=0.875 if kind == "two" else None, expand_timesteps=kind == "ti2v")
    pipeline.save_pretrained(folder)
    (tokenizer_folder / "spiece.model").rename(folder / "tokenizer" / "spiece.model")
    return pipeline


@torch.no_grad()
def answers(pipeline):
    embeds, _ = pipeline.encode_prompt(PROMPT, do_classifier_free_guidance=False, max_sequence_length=512)
    count = len(pipeline.tokenizer(PROMPT).input_ids)
    x = torch.randn(1, 4, 3, 4, 6)
    low = pipeline.transformer_2 or pipeline.transformer

    def velocity(model, t):
        timestep = torch.full((1, 3 * 2 * 3), t) if pipeline.config.expand_timesteps else torch.full((1,), t)
        return model(hidden_states=x, timestep=timestep, encoder_hidden_states=embeds, return_dict=False)[0]

    latents = torch.randn(1, 4, 3, 4, 6)
    config = pipeline.vae.config
    mean, std = (torch.tensor(v).view(1, -1, 1, 1, 1) for v in (config.latents_mean, config.latents_std))
    frames = pipeline.vae.decode(latents * std + mean, return_dict=False)[0]
    return dict(rows=embeds[0, :count], x=x, velocity_high=velocity(pipeline.transformer, 950.0), velocity_low=velocity(low, 40.0),
                latents=latents, frames=frames)


def main():
    out, seed = Path(sys.argv[1]), int(sys.argv[2])
    for kind in ("plain", "two", "ti2v"):
        rng = random.Random(seed)
        torch.manual_seed(seed)
        pipeline = make_directory(out / kind, rng, kind)
        save_file({name: tensor.contiguous() for name, tensor in answers(pipeline).items()}, out / kind / "io.safetensors")


main()
