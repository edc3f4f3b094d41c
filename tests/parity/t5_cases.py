# SPDX-License-Identifier: Apache-2.0
"""Random T5 and UMT5 encoders with what transformers makes of random tokens.

usage: t5_cases.py OUT SEED COUNT

Writes OUT/<i>/ as a model directory (model_index.json, text_encoder/) and OUT/<i>/cases.safetensors with `ids`, `mask` and
`hidden` (fp32 model) and `hidden_bf16` (the same model in bf16).
"""

import json
import random
import sys
from pathlib import Path

import torch
from safetensors.torch import save_file
from transformers import T5Config, T5EncoderModel, UMT5Config, UMT5EncoderModel
from transformers.utils import logging

logging.disable_progress_bar()


def random_encoder(rng):
    is_umt5 = rng.random() < 0.6
    config = dict(
        vocab_size=rng.randint(8, 200),
        d_model=rng.choice([8, 24, 32, 48]),
        d_kv=rng.choice([4, 8, 10, 16]),
        d_ff=rng.choice([8, 40, 64]),
        num_heads=rng.randint(1, 6),
        num_layers=rng.randint(1, 4),
        relative_attention_num_buckets=rng.choice([4, 6, 8, 9, 16, 32]),
        relative_attention_max_distance=rng.choice([9, 16, 20, 128, 256]),
        layer_norm_epsilon=rng.choice([1e-6, 1e-5]),
        feed_forward_proj=rng.choice(["gated-gelu", "gated-gelu", "relu", "gated-silu", "gelu_new", "gated-relu"]),
        dropout_rate=0.1,
    )
    model = (UMT5EncoderModel(UMT5Config(**config)) if is_umt5 else T5EncoderModel(T5Config(**config))).eval()
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            if "layer_norm" in name:
                parameter.normal_(1.0, 0.2)
            elif "relative_attention_bias" in name or "shared" in name:
                parameter.normal_(0.0, 1.0)
            else:
                parameter.normal_(0.0, parameter.shape[-1] ** -0.5)
    return model, is_umt5


def write_case(folder, rng):
    model, is_umt5 = random_encoder(rng)
    model.save_pretrained(folder / "text_encoder")
    name = type(model).__name__
    (folder / "model_index.json").write_text(json.dumps({"_class_name": "ToyPipeline", "text_encoder": ["transformers", name]}))
    batch, length = rng.randint(1, 3), rng.choice([1, 2, 7, 33, 130, 300])
    ids = torch.randint(0, model.config.vocab_size, (batch, length))
    mask = torch.arange(length)[None] < torch.tensor([[rng.randint(1, length)] for _ in range(batch)])
    tensors = {"ids": ids, "mask": mask}
    with torch.no_grad():
        tensors["hidden"] = model(ids, attention_mask=mask.long()).last_hidden_state
        tensors["hidden_bf16"] = model.to(torch.bfloat16)(ids, attention_mask=mask.long()).last_hidden_state.float()
    save_file({key: value.contiguous() for key, value in tensors.items()}, folder / "cases.safetensors")


def main():
    out, seed, count = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    torch.manual_seed(seed)
    rng = random.Random(seed)
    for i in range(count):
        folder = out / str(i)
        folder.mkdir(parents=True)
        write_case(folder, rng)


if __name__ == "__main__":
    main()
