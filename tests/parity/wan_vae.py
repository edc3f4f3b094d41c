# SPDX-License-Identifier: Apache-2.0
"""Random Wan autoencoders and what diffusers makes of them.

usage: wan_vae.py OUT SEED COUNT [wide]

`wide`: as many channels as Wan 2.2 5B has, with one stage and half of the blocks left out. For every case a folder OUT/<i> with config.json and diffusion_pytorch_model.safetensors as diffusers writes them, and
io.safetensors: latents (normalised), frames (their decoding), clip (frames in), encoded (its normalised mean).
"""
import random
import sys
from pathlib import Path

import torch
from diffusers import AutoencoderKLWan
from diffusers.models.autoencoders import autoencoder_kl_wan
from safetensors.torch import save_file

# As released, an encoder with attn_scales refuses its own call: the attention takes no cache argument.
attention_forward = autoencoder_kl_wan.WanAttentionBlock.forward
autoencoder_kl_wan.WanAttentionBlock.forward = lambda self, x, **_: attention_forward(self, x)


def random_config(rng):
    is_residual = rng.random() < 0.5
    dim_mult = rng.choice([[1, 2, 4, 4], [1, 1, 2, 2], [1, 2, 2], [2, 2]] + ([] if is_residual else [[1, 2], [1, 2, 3], [3, 2, 1, 4]]))
    stages = len(dim_mult)
    flags = [rng.random() < 0.6 for _ in range(stages - 1)]
    while sum(flags) > 2:  # the reference encodes chunks of four frames, so time shrinks by four at most
        flags[flags.index(True)] = False
    patch = rng.choice([None, None, 2]) if not is_residual else rng.choice([None, 2])
    channels = 3 * (patch or 1) ** 2
    z_dim = rng.choice([4, 16, 7])
    return dict(
        base_dim=rng.choice([4, 6, 8, 16]),
        decoder_base_dim=rng.choice([None, 8, 12]),
        z_dim=z_dim,
        dim_mult=dim_mult,
        num_res_blocks=rng.choice([1, 2]),
        attn_scales=rng.choice([[], [], [0.5], [1.0, 0.25]]),
        temperal_downsample=flags,
        is_residual=is_residual,
        in_channels=channels,
        out_channels=channels,
        patch_size=patch,
        latents_mean=[rng.uniform(-1, 1) for _ in range(z_dim)],
        latents_std=[rng.uniform(0.5, 3) for _ in range(z_dim)],
        scale_factor_temporal=2 ** sum(flags),
        scale_factor_spatial=(patch or 1) * 2 ** (stages - 1),
    )


def wide_config(rng):
    z_dim = 48
    return dict(
        base_dim=160,
        decoder_base_dim=256,
        z_dim=z_dim,
        dim_mult=[1, 4, 4],
        num_res_blocks=1,
        temperal_downsample=[True, True],
        is_residual=True,
        in_channels=12,
        out_channels=12,
        patch_size=2,
        latents_mean=[rng.uniform(-1, 1) for _ in range(z_dim)],
        latents_std=[rng.uniform(0.5, 3) for _ in range(z_dim)],
        scale_factor_temporal=4,
        scale_factor_spatial=8,
    )


def random_vae(config):
    vae = AutoencoderKLWan(**config).eval()
    with torch.no_grad():
        for parameter in vae.parameters():
            parameter.add_(torch.randn_like(parameter) * 0.03)
    return vae


def random_wide_vae(config):
    """The same, without waiting for the initialisation of hundreds of millions of weights."""
    with torch.device("meta"):
        vae = AutoencoderKLWan(**config).eval()
    vae = vae.to_empty(device="cpu")
    with torch.no_grad():
        for name, parameter in vae.named_parameters():
            fan_in = parameter[0].numel() if name.endswith("weight") else 100
            spread = (3 / fan_in) ** 0.5
            parameter.uniform_(-spread, spread)
            if name.endswith("gamma"):
                parameter.add_(1)
    return vae


def make_case(folder, rng, is_wide):
    config = wide_config(rng) if is_wide else random_config(rng)
    vae = random_wide_vae(config) if is_wide else random_vae(config)
    vae.save_pretrained(folder)
    mean = torch.tensor(config["latents_mean"]).view(1, -1, 1, 1, 1)
    std = torch.tensor(config["latents_std"]).view(1, -1, 1, 1, 1)
    side = config["scale_factor_spatial"]
    if is_wide:
        latents, clip = torch.randn(1, config["z_dim"], 2, 4, 4), torch.rand(1, 3, 5, 2 * side, 3 * side) * 2 - 1
    else:
        latents = torch.randn(rng.choice([1, 1, 2]), config["z_dim"], rng.randint(1, 5), rng.randint(1, 6), rng.randint(1, 6))
        frames = 1 + 4 * rng.randint(0, 3)
        clip = torch.rand(1, 3, frames, side * rng.randint(1, 4), side * rng.randint(1, 4)) * 2 - 1
    with torch.no_grad():
        decoded = vae.decode(latents * std + mean, return_dict=False)[0]
        encoded = (vae.encode(clip).latent_dist.mode() - mean) / std
    save_file(dict(latents=latents, frames=decoded.contiguous(), clip=clip, encoded=encoded.contiguous()), folder / "io.safetensors")


def main():
    out, seed, count = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    for i in range(count):
        rng = random.Random(seed * 1000 + i)
        torch.manual_seed(seed * 1000 + i)
        folder = out / str(i)
        folder.mkdir(parents=True)
        make_case(folder, rng, "wide" in sys.argv[4:])


main()
