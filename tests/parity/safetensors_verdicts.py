# SPDX-License-Identifier: Apache-2.0
"""What the reference safetensors library says about many files.

usage: safetensors_verdicts.py CASES OUT

CASES is a sequence of (8 bytes little-endian length, bytes), one per file. OUT gets a JSON list: null where the library refuses the
file, else {name: [dtype, shape, sha256 of the data]}.
"""

import hashlib
import json
import sys
from pathlib import Path

from safetensors import SafetensorError, deserialize


def verdict(data):
    try:
        tensors = deserialize(data)
    except SafetensorError:
        return None
    return {name: [info["dtype"], list(info["shape"]), hashlib.sha256(bytes(info["data"])).hexdigest()] for name, info in tensors}


def main():
    packed, verdicts, at = Path(sys.argv[1]).read_bytes(), [], 0
    while at < len(packed):
        length = int.from_bytes(packed[at : at + 8], "little")
        verdicts.append(verdict(packed[at + 8 : at + 8 + length]))
        at += 8 + length
    Path(sys.argv[2]).write_text(json.dumps(verdicts), encoding="utf-8")


if __name__ == "__main__":
    main()
