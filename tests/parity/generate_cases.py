# SPDX-License-Identifier: Apache-2.0
"""Clips of random tiny models as diffusers' WanPipeline makes them.

usage: generate_cases.py OUT SEED COUNT

Writes OUT/<i>/model (see tiny_wan.py), OUT/<i>/noise.safetensors (`noise`), OUT/<i>/case.json ({"words": the words after `longtake
generate --model ...`, "dtype"}) and OUT/<i>/expected.safetensors (`latents`, `frames`).
"""

import json
import math
import pathlib
import random
import sys

import torch
from diffusers import WanPipeline
from safetensors.torch import save_file

from tiny_wan import random_prompt, write_directory


def run(folder, call, noise, dtype):
    kept = {}

    def keep(pipeline, step, timestep, tensors):
        kept["latents"] = tensors["latents"]
        return {}

    default = {"bf16": torch.bfloat16, "fp32": torch.float32}[dtype]
    pipeline = WanPipeline.from_pretrained(folder / "model", dtype={"default": default, "vae": torch.float32})
    pipeline.set_progress_bar_config(disable=True)
    frames = pipeline(**call, latents=noise, output_type="pt", callback_on_step_end=keep).frames[0]
    save_file({"latents": kept["latents"].float().contiguous(), "frames": frames.float().contiguous()}, folder / "expected.safetensors")


def write_case(folder, seed):
    rng = random.Random(seed)
    spatial, temporal, patch, scheduler = write_directory(folder / "model", seed)
    across, down = math.lcm(16, spatial * patch[2]), math.lcm(16, spatial * patch[1])  # diffusers asks for multiples of 16
    width, height = across * rng.randint(1, 3), down * rng.randint(1, 3)
    later = rng.randint(0, 32 // temporal if max(across, down) <= 32 else 2)  # latents after the first
    frames = temporal * (later + (later + 1) % patch[0]) + 1
    steps = rng.randint(2 if scheduler.get("shift_terminal") else 1, 6)  # the reference cannot stretch a single level
    guidance = rng.choice([0.5, 1.0, 3.0, 5.5])
    prompt, negative = random_prompt(rng, rng.choice([0, 1, 7, 40, 300])), random_prompt(rng, rng.choice([0, 5]))
    dtype = "bf16" if rng.random() < 0.25 else "fp32"
    generator = torch.Generator().manual_seed(seed)
    config = json.loads((folder / "model" / "vae" / "config.json").read_text())
    noise = torch.randn((1, config["z_dim"], (frames - 1) // temporal + 1, height // spatial, width // spatial), generator=generator)
    save_file({"noise": noise}, folder / "noise.safetensors")
    words = ["--prompt", prompt, "--negative", negative, "--size", f"{width}x{height}", "--frames", str(frames), "--steps", str(steps),
             "--guidance", str(guidance), "--dtype", dtype]  # fmt: skip
    (folder / "case.json").write_text(json.dumps({"words": words, "dtype": dtype}))
    call = {"prompt": prompt, "negative_prompt": negative, "width": width, "height": height, "num_frames": frames,
            "num_inference_steps": steps, "guidance_scale": guidance}  # fmt: skip
    run(folder, call, noise, dtype)


if __name__ == "__main__":
    torch.set_num_threads(2)
    for i in range(int(sys.argv[3])):
        write_case(pathlib.Path(sys.argv[1]) / str(i), int(sys.argv[2]) + i)
