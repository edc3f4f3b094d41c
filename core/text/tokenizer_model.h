// SPDX-License-Identifier: Apache-2.0
// A unigram vocabulary as values, read from either file that models come with: spiece.model (a sentencepiece protobuf)
// or tokenizer.json (what transformers 5 writes instead). Both are taken apart, checked and put together again before
// the sentencepiece library sees them, because that library trusts what it loads: its normaliser follows offsets
// unchecked.
#pragma once

#include "core/base/result.h"
#include "core/weights/json.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace longtake {

/// Numbers as in sentencepiece_model.proto.
enum class PieceType : int { Normal = 1, Unknown = 2, Control = 3, UserDefined = 4, Unused = 5, Byte = 6 };

struct VocabularyPiece {
    std::string text;
    float score = 0.0F;
    PieceType type = PieceType::Normal;

    bool operator==(const VocabularyPiece&) const = default;
};

struct TokenizerModel {
    std::vector<VocabularyPiece> pieces; ///< a piece's place is its id
    std::string charsmap;                ///< sentencepiece's compiled normalisation rules; empty for none
    int64_t pad_id = 0;
    int64_t eos_id = 1;

    bool operator==(const TokenizerModel&) const = default;
};

/// Errors (ErrorCode::Model) name `origin` and what is malformed. Reads at most what `bytes` holds; no number in it is
/// trusted. As transformers' T5Tokenizer does whatever the file says: a character without a piece is piece 2 (in UMT5's
/// vocabulary, whose own <unk> is piece 3, that is <s>), and a text begins with a space.
Result<TokenizerModel> parse_spiece_model(std::string_view bytes, const std::string& origin);
Result<TokenizerModel> parse_tokenizer_json(const Json& json, const std::string& origin);

/// A spiece.model with these contents in which every special token that user text could spell ("</s>", "<extra_id_7>")
/// is out of its reach. Byte pieces are too: mT5's and UMT5's models ask for falling back to them, but the tokenizers
/// of transformers, which the video models were trained with, make <unk> of a character without a piece. Byte for byte
/// the same for equal models.
std::string serialize_spiece_model(const TokenizerModel& model);

} // namespace longtake
