# SPDX-License-Identifier: Apache-2.0
"""Random Wan transformers and what diffusers makes of them.

usage: wan_transformer.py OUT SEED COUNT [fp32|bf16]

For every case a folder OUT/<i> with config.json and diffusion_pytorch_model.safetensors as diffusers writes them, and
io.safetensors: x, timesteps, text (real rows of each sample, one after the other), text_lengths, [image], out.
"""
import random
import sys
from pathlib import Path

import torch
from diffusers import WanTransformer3DModel
from safetensors.torch import save_file

TEXT_LENGTH = 512


def random_config(rng):
    heads = rng.choice([1, 2, 3, 5])
    has_image = rng.random() < 0.3
    return dict(
        patch_size=rng.choice([[1, 2, 2], [1, 2, 2], [1, 1, 1], [2, 2, 2], [1, 1, 2], [1, 4, 2]]),
        num_attention_heads=heads,
        attention_head_dim=rng.choice([4, 8, 10, 12, 16, 20, 24, 32, 40]),
        in_channels=rng.choice([4, 16, 36]),
        out_channels=rng.choice([4, 16]),
        text_dim=rng.choice([8, 24, 33]),
        freq_dim=rng.choice([16, 64, 255, 256]),
        ffn_dim=rng.choice([16, 50, 128]),
        num_layers=rng.choice([1, 2, 3]),
        cross_attn_norm=rng.random() < 0.7,
        eps=rng.choice([1e-6, 1e-5]),
        image_dim=rng.choice([8, 20]) if has_image else None,
        added_kv_proj_dim=heads if has_image else None,  # set below: diffusers needs the inner width
        rope_max_seq_len=64,
    )


def build(rng):
    config = random_config(rng)
    if config["added_kv_proj_dim"] is not None:
        config["added_kv_proj_dim"] = config["num_attention_heads"] * config["attention_head_dim"]
    model = WanTransformer3DModel(**config).eval()
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.add_(torch.randn_like(parameter) * 0.1)
    return config, model


def random_timesteps(rng, batch, frames, tokens):
    kind = rng.choice(["sample", "token", "token_by_frame"])
    if kind == "sample":
        return torch.tensor([rng.uniform(0, 1000) for _ in range(batch)])
    if kind == "token":
        return torch.rand(batch, tokens) * 1000
    per_frame = torch.rand(batch, frames) * 1000
    per_frame[:, 0] = 0
    return per_frame.repeat_interleave(tokens // frames, dim=1)


def make_case(folder, rng, dtype):
    config, model = build(rng)
    model.save_pretrained(folder)
    if dtype != torch.float32:
        model = WanTransformer3DModel.from_pretrained(folder, torch_dtype=dtype).eval()
    pt, ph, pw = config["patch_size"]
    batch = rng.choice([1, 1, 2])
    grid = (rng.randint(1, 5), rng.randint(1, 6), rng.randint(1, 6))
    x = torch.randn(batch, config["in_channels"], grid[0] * pt, grid[1] * ph, grid[2] * pw)
    timesteps = random_timesteps(rng, batch, grid[0], grid[0] * grid[1] * grid[2])
    lengths = [rng.choice([0, 1, rng.randint(2, 40), 511, 512]) for _ in range(batch)]
    rows = [torch.randn(length, config["text_dim"]) for length in lengths]
    text = torch.stack([torch.cat([r, r.new_zeros(TEXT_LENGTH - len(r), r.shape[1])]) for r in rows])
    image = torch.randn(batch, rng.randint(1, 9), config["image_dim"]) if config["image_dim"] else None
    with torch.no_grad():
        out = model(
            hidden_states=x.to(dtype),
            timestep=timesteps,
            encoder_hidden_states=text.to(dtype),
            encoder_hidden_states_image=None if image is None else image.to(dtype),
            return_dict=False,
        )[0]
    tensors = dict(x=x, timesteps=timesteps, text=torch.cat(rows), text_lengths=torch.tensor(lengths), out=out.float())
    if image is not None:
        tensors["image"] = image
    save_file({name: tensor.contiguous() for name, tensor in tensors.items()}, folder / "io.safetensors")


def main():
    out, seed, count = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    dtype = {"fp32": torch.float32, "bf16": torch.bfloat16}[sys.argv[4] if len(sys.argv) > 4 else "fp32"]
    for i in range(count):
        rng = random.Random(seed * 1000 + i)
        torch.manual_seed(seed * 1000 + i)
        folder = out / str(i)
        folder.mkdir(parents=True)
        make_case(folder, rng, dtype)


main()
