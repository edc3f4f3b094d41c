// SPDX-License-Identifier: Apache-2.0
#include "core/text/tokenizer.h"

#include "core/base/atomic_file.h"

#include <nlohmann/json.hpp>
#include <sentencepiece_processor.h>

#include <algorithm>

namespace longtake {

namespace {

constexpr uintmax_t kSpieceLimit = uintmax_t{64} << 20; // UMT5's has 4.5 MB
constexpr size_t kJsonLimit = size_t{128} << 20;        // UMT5's has 17 MB

Result<TokenizerModel> read_model(const ModelDirectory& model, const std::string& component) {
    const auto spiece = model.component_file(component, "spiece.model");
    if (spiece) {
        const auto bytes = read_file(*spiece, kSpieceLimit);
        return bytes ? parse_spiece_model(*bytes, spiece->string())
                     : Error{ErrorCode::Model, bytes.error().message, bytes.error().hint};
    }
    const auto path = model.component_file(component, "tokenizer.json");
    if (!path) {
        return spiece.error();
    }
    const auto json = read_json_file(*path, {.bytes = kJsonLimit});
    return json ? parse_tokenizer_json(*json, path->string()) : json.error();
}

} // namespace

struct Tokenizer::Processor {
    sentencepiece::SentencePieceProcessor library;
};

Tokenizer::Tokenizer()
    : processor_(std::make_unique<Processor>()) {}
Tokenizer::Tokenizer(Tokenizer&&) noexcept = default;
Tokenizer& Tokenizer::operator=(Tokenizer&&) noexcept = default;
Tokenizer::~Tokenizer() = default;

Result<Tokenizer> Tokenizer::load(const ModelDirectory& model, const std::string& component) {
    const auto read = read_model(model, component);
    return read ? from_model(*read, (model.folder() / component).string()) : read.error();
}

Result<Tokenizer> Tokenizer::from_model(const TokenizerModel& model, const std::string& origin) {
    Tokenizer tokenizer;
    tokenizer.model_ = model;
    tokenizer.origin_ = origin;
    const auto status = tokenizer.processor_->library.LoadFromSerializedProto(serialize_spiece_model(model));
    if (!status.ok()) {
        return model_error(origin + ": sentencepiece refuses the vocabulary: " + status.ToString(),
                           "Download the tokenizer again.");
    }
    return tokenizer;
}

Tokens Tokenizer::encode(std::string_view text, int64_t max_tokens) const {
    const std::vector<int> pieces = processor_->library.EncodeAsIds(text);
    const auto count = static_cast<int64_t>(pieces.size());
    const int64_t kept = std::clamp<int64_t>(max_tokens - 1, 0, count);
    Tokens tokens{{pieces.begin(), pieces.begin() + kept}, count - kept, {}};
    tokens.ids.push_back(eos_id());
    if (kept < count) {
        const auto whole = processor_->library.EncodeAsImmutableProto(text);
        for (int64_t i = kept; i < count; ++i) {
            tokens.dropped_text += whole.pieces(static_cast<int>(i)).surface();
        }
    }
    return tokens;
}

std::string Tokenizer::piece(int64_t id) const {
    return model_.pieces.at(static_cast<size_t>(id)).text;
}

Result<void> Tokenizer::check_fits(int64_t embedding_rows) const {
    if (vocabulary_size() > embedding_rows) {
        return model_error(origin_ + ": the tokenizer has " + std::to_string(vocabulary_size()) +
                               " pieces, the text encoder only " + std::to_string(embedding_rows) + " rows",
                           "Tokenizer and text encoder do not belong together; download both from one place.");
    }
    return {};
}

} // namespace longtake
