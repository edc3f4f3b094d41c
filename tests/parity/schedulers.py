# SPDX-License-Identifier: Apache-2.0
"""What diffusers' schedulers make of the cases in a folder.

usage: schedulers.py FOLDER
FOLDER/cases.json: [{"config": {...}, "steps": n, "mu": number or null}]; FOLDER/cases.safetensors: `start` [1, C, T, h, w] and
`velocity` [N, 1, C, T, h, w]. The model of the test is v = velocity[i] - sample / 2 at step i.
Writes FOLDER/answers.safetensors: per case k `k.sigmas`, `k.timesteps` and `k.samples` (the sample after each step).
"""

import json
import pathlib
import sys

import diffusers
import torch
from safetensors.torch import load_file, save_file


def answer(case, start, velocities):
    config = case["config"]
    scheduler = getattr(diffusers, config["_class_name"]).from_config(config)
    extra = {} if case["mu"] is None else {"mu": case["mu"]}
    scheduler.set_timesteps(case["steps"], **extra)
    scheduler.set_begin_index(0)
    sample, samples = start.clone(), []
    for i, t in enumerate(scheduler.timesteps):
        velocity = velocities[i] - sample / 2
        sample = scheduler.step(velocity, t, sample, return_dict=False)[0]
        samples.append(sample)
    return {
        "sigmas": scheduler.sigmas.double(),
        "timesteps": scheduler.timesteps.double(),
        "samples": torch.stack(samples),
    }


def main(folder):
    tensors = load_file(folder / "cases.safetensors")
    answers = {}
    for k, case in enumerate(json.loads((folder / "cases.json").read_text())):
        for name, tensor in answer(case, tensors["start"], tensors["velocity"]).items():
            answers[f"{k}.{name}"] = tensor.contiguous()
    save_file(answers, folder / "answers.safetensors")


if __name__ == "__main__":
    torch.set_num_threads(1)
    main(pathlib.Path(sys.argv[1]))
