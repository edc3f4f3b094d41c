# SPDX-License-Identifier: Apache-2.0
"""starter_pipeline.py MODEL NOISE PROMPT OUT: loads a directory that `longtake train` wrote with diffusers.WanPipeline and
writes the frames [F, 3, H, W] it makes of NOISE in four guided steps."""
import sys

import torch
from diffusers import WanPipeline
from safetensors.torch import load_file, save_file

model, noise, prompt, out = sys.argv[1:]
torch.set_num_threads(2)
pipeline = WanPipeline.from_pretrained(model, torch_dtype=torch.float32)
pipeline.set_progress_bar_config(disable=True)
latents = load_file(noise)["noise"]
frames = 4 * (latents.shape[2] - 1) + 1
made = pipeline(prompt, negative_prompt="", height=8 * latents.shape[3], width=8 * latents.shape[4], num_frames=frames, num_inference_steps=4,
                guidance_scale=4.0, latents=latents, output_type="pt").frames[0]
save_file({"frames": made.float().contiguous()}, out)
