// SPDX-License-Identifier: Apache-2.0
// Text to token ids with T5's conventions: no bos, at most max - 1 pieces, then </s>. The one user of the sentencepiece
// library. Differs from transformers' T5Tokenizer on purpose where a prompt spells a special token ("</s>", "<pad>",
// "<extra_id_0>"): transformers maps it to that token, here it is letters, so that user text cannot end a prompt early.
#pragma once

#include "core/base/result.h"
#include "core/text/tokenizer_model.h"
#include "core/weights/model_dir.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace longtake {

struct Tokens {
    std::vector<int64_t> ids;   ///< ends with </s>; never padded
    int64_t dropped_pieces = 0; ///< pieces that did not fit
    std::string dropped_text;   ///< what they stand for, as it stood in the text
};

/// Immutable after loading; encode() may be called from several threads.
class Tokenizer {
public:
    /// Reads `component`/spiece.model, or tokenizer.json where transformers wrote that instead.
    static Result<Tokenizer> load(const ModelDirectory& model, const std::string& component = "tokenizer");
    static Result<Tokenizer> from_model(const TokenizerModel& model, const std::string& origin);

    Tokenizer(Tokenizer&&) noexcept;
    Tokenizer& operator=(Tokenizer&&) noexcept;
    ~Tokenizer();

    /// Text as it is (cleaning is the family's choice: clean_wan_prompt). Invalid UTF-8 becomes U+FFFD. `max_tokens`
    /// >= 1.
    Tokens encode(std::string_view text, int64_t max_tokens) const;
    /// What an id stands for; `id` in [0, vocabulary_size()).
    std::string piece(int64_t id) const;

    int64_t vocabulary_size() const { return static_cast<int64_t>(model_.pieces.size()); }
    int64_t pad_id() const { return model_.pad_id; }
    int64_t eos_id() const { return model_.eos_id; }
    /// An encoder's table may have more rows than the vocabulary, never fewer.
    Result<void> check_fits(int64_t embedding_rows) const;

private:
    struct Processor;
    Tokenizer();

    TokenizerModel model_;
    std::string origin_;
    std::unique_ptr<Processor> processor_;
};

} // namespace longtake
