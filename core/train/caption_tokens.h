// SPDX-License-Identifier: Apache-2.0
// The starter's tokenizer: a sentencepiece unigram model learnt from captions, with T5's conventions (pad 0, end 1,
// unknown 2, no begin), in the files transformers' T5TokenizerFast loads.
#pragma once

#include "core/base/result.h"

#include <torch/types.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace sentencepiece {
class SentencePieceProcessor;
}

namespace longtake {

class CaptionTokens {
public:
    /// Reads `spiece.model`.
    static Result<CaptionTokens> open(const std::filesystem::path& model);

    /// Token ids of one caption, the end token included, at most `longest`.
    std::vector<int64_t> encode(const std::string& caption, int64_t longest = 64) const;
    int64_t size() const;

private:
    std::shared_ptr<const sentencepiece::SentencePieceProcessor> processor_;
};

/// A batch for the text encoder: ids [B, L] padded with 0, mask [B, L] true for real tokens, and the lengths.
struct TokenBatch {
    torch::Tensor ids, mask;
    std::vector<int64_t> lengths;
};
TokenBatch tokenise(const CaptionTokens& tokens, const std::vector<std::string>& captions, torch::Device device);

/// Learns a vocabulary of `size` pieces from `captions` and writes spiece.model and tokenizer_config.json into `folder`.
/// The same captions give the same files.
Result<void> train_tokenizer(const std::vector<std::string>& captions, int64_t size, const std::filesystem::path& folder);

} // namespace longtake
