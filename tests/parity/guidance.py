# SPDX-License-Identifier: Apache-2.0
"""What diffusers' guidance functions make of two predictions.

usage: guidance.py FOLDER
FOLDER/cases.safetensors: `k.prompt` and `k.negative` [1, C, T, h, w], `k.settings` [scale, rescale, eta, momentum, norm_threshold].
Writes FOLDER/answers.safetensors: per case `k.plain`, `k.rescaled`, `k.zero`, `k.projected.0` and `k.projected.1` (two calls in
a row with momentum, the second with prompt and negative exchanged).
"""

import pathlib
import sys

import torch
from diffusers.guiders.adaptive_projected_guidance import MomentumBuffer, normalized_guidance
from diffusers.guiders.classifier_free_zero_star_guidance import cfg_zero_star_scale
from diffusers.guiders.guider_utils import rescale_noise_cfg
from safetensors.torch import load_file, save_file


def main(folder):
    tensors = load_file(folder / "cases.safetensors")
    answers = {}
    for k in range(len(tensors) // 3):
        prompt, negative = tensors[f"{k}.prompt"], tensors[f"{k}.negative"]
        scale, rescale, eta, momentum, norm_threshold = tensors[f"{k}.settings"].tolist()
        plain = negative + scale * (prompt - negative)
        base = negative * cfg_zero_star_scale(prompt.flatten(1), negative.flatten(1)).view(-1, 1, 1, 1, 1)
        buffer = MomentumBuffer(momentum)
        answers[f"{k}.plain"] = plain
        answers[f"{k}.rescaled"] = rescale_noise_cfg(plain, prompt, rescale)
        answers[f"{k}.zero"] = base + scale * (prompt - base)
        for call, (c, u) in enumerate([(prompt, negative), (negative, prompt)]):
            answers[f"{k}.projected.{call}"] = normalized_guidance(c, u, scale, buffer, eta, norm_threshold)
    save_file(answers, folder / "answers.safetensors")


if __name__ == "__main__":
    torch.set_num_threads(1)
    main(pathlib.Path(sys.argv[1]))
