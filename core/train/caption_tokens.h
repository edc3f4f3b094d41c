// SPDX-License-Identifier: Apache-2.0
// The starter's tokenizer, learnt from captions: a sentencepiece unigram model with T5's conventions (pad 0, end 1,
// unknown 2, no begin), in the files transformers' T5TokenizerFast loads; and captions as the batches the text encoder
// is taught with.
#pragma once

#include "core/base/result.h"
#include "core/text/tokenizer.h"

#include <torch/types.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace longtake {

/// Reads a `spiece.model` that stands alone.
Result<Tokenizer> open_caption_tokenizer(const std::filesystem::path& model);

/// A batch for the text encoder: ids [B, L] padded with 0, mask [B, L] true for real tokens, and the lengths.
struct TokenBatch {
    torch::Tensor ids, mask;
    std::vector<int64_t> lengths;
};
/// Captions are cleaned as prompts are and cut at 64 tokens, the end token included.
TokenBatch tokenise(const Tokenizer& tokenizer, const std::vector<std::string>& captions, torch::Device device);

/// Learns a vocabulary of `size` pieces from `captions` and writes spiece.model and tokenizer_config.json into
/// `folder`. The same captions give the same files.
Result<void>
train_tokenizer(const std::vector<std::string>& captions, int64_t size, const std::filesystem::path& folder);

} // namespace longtake
