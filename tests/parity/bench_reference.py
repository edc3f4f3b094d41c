# SPDX-License-Identifier: Apache-2.0
"""The other side of `longtake bench --against-diffusers`: one clip through diffusers' WanPipeline, as a process of its own.

usage: bench_reference.py JOB.json
JOB.json: model, noise (safetensors with `noise`), prompt, negative, width, height, frames, steps, guidance, dtype, vae_dtype, threads.
Prints one JSON object with the keys of `longtake generate --json`.
"""

import json
import os
import resource
import sys
import time


def seconds_since_process_start():
    """Includes starting the interpreter and its imports, as the caller waits for them."""
    fields = open("/proc/self/stat").read().rsplit(")", 1)[1].split()
    return time.clock_gettime(time.CLOCK_BOOTTIME) - int(fields[19]) / os.sysconf("SC_CLK_TCK")


def peak_resident_bytes():
    """Not getrusage where it can be helped: on Linux that begins with what the program held which started this one."""
    if os.path.exists("/proc/self/status"):
        with open("/proc/self/status") as file:
            return next(int(line.split()[1]) for line in file if line.startswith("VmHWM:")) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def timed(times, name, function):
    """`function`, with the seconds it takes added to times[name], computing time to times[name + "_cpu"]; first starts are kept."""

    def call(*arguments, **keywords):
        times.setdefault(name + "_start", seconds_since_process_start())
        times.setdefault(name + "_cpu_start", time.process_time())
        start, cpu_start = time.perf_counter(), time.process_time()
        try:
            return function(*arguments, **keywords)
        finally:
            times[name] = times.get(name, 0.0) + time.perf_counter() - start
            times[name + "_cpu"] = times.get(name + "_cpu", 0.0) + time.process_time() - cpu_start

    return call


def main(job):
    import torch
    from diffusers import WanPipeline
    from safetensors.torch import load_file

    torch.set_num_threads(job["threads"])
    names = {"fp32": torch.float32, "bf16": torch.bfloat16, "fp16": torch.float16}
    times = {}
    load = timed(times, "load", WanPipeline.from_pretrained)
    pipeline = load(job["model"], dtype={"default": names[job["dtype"]], "vae": names[job["vae_dtype"]]})
    pipeline.set_progress_bar_config(disable=True)
    pipeline.encode_prompt = timed(times, "text", pipeline.encode_prompt)
    pipeline.transformer.forward = timed(times, "transformer", pipeline.transformer.forward)
    pipeline.vae.decode = timed(times, "decode", pipeline.vae.decode)

    def after_step(_, step, timestep, tensors):
        times.setdefault("first_preview", seconds_since_process_start())
        times["denoise_end"] = seconds_since_process_start()
        times["denoise_cpu_end"] = time.process_time()
        return {}

    frames = pipeline(
        prompt=job["prompt"], negative_prompt=job["negative"], width=job["width"], height=job["height"], num_frames=job["frames"],
        num_inference_steps=job["steps"], guidance_scale=job["guidance"], latents=load_file(job["noise"])["noise"], output_type="pt",
        callback_on_step_end=after_step,
    ).frames[0]  # fmt: skip
    total, total_cpu = seconds_since_process_start(), time.process_time()
    peak = peak_resident_bytes()
    clip = (frames.transpose(0, 1)[None] * 2 - 1).to(pipeline.vae.dtype)
    with torch.no_grad():
        timed(times, "vae_encode", pipeline.vae.encode)(clip)
    print(json.dumps({
        "timings_s": {
            "load": times["load"],
            "text": times["text"],
            "denoise": times["denoise_end"] - times["transformer_start"],
            "decode": times["decode"],
            "vae_encode": times["vae_encode"],
            "first_step": times["transformer_start"],
            "first_preview": times["first_preview"],
            "total": total,
        },
        "cpu_s": {
            "sample": times["denoise_cpu_end"] - times["text_cpu_start"],
            "decode": times["decode_cpu"],
            "total": total_cpu,
        },
        "peak_rss_bytes": peak,
        "steps": job["steps"],
        "frames": frames.shape[0],
    }))  # fmt: skip


if __name__ == "__main__":
    with open(sys.argv[1]) as file:
        main(json.load(file))
