// SPDX-License-Identifier: Apache-2.0
#include "core/text/tokenizer_model.h"

#include "core/base/utf8.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <bit>
#include <cmath>
#include <optional>
#include <set>

namespace longtake {

namespace {

constexpr size_t kPieceLimit = 2'000'000;
constexpr size_t kUnknownId = 2;
constexpr size_t kPieceBytes = 1024;
constexpr size_t kCharsmapLimit = size_t{16} << 20;
constexpr size_t kMatchLimit = 32;             // sentencepiece's room for rules that match at one place
constexpr const char* kSpace = "\xe2\x96\x81"; // U+2581, how sentencepiece writes a space

/// One field of a protobuf message.
struct Field {
    uint64_t number = 0;
    uint64_t value = 0;     // varint, fixed32 or fixed64
    std::string_view bytes; // length-delimited
};

/// Walks the fields of one protobuf message; `is_broken` when the bytes are none.
class FieldReader {
public:
    explicit FieldReader(std::string_view bytes)
        : rest_(bytes) {}

    bool is_broken() const { return is_broken_; }

    std::optional<Field> next() {
        if (rest_.empty() || is_broken_) {
            return std::nullopt;
        }
        const uint64_t key = varint();
        Field field{key >> 3, 0, {}};
        switch (key & 7) {
        case 0: field.value = varint(); break;
        case 1: field.value = fixed(8); break;
        case 2: field.bytes = take(varint()); break;
        case 5: field.value = fixed(4); break;
        default: is_broken_ = true;
        }
        return is_broken_ ? std::nullopt : std::optional(field);
    }

private:
    uint64_t varint() {
        uint64_t value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (rest_.empty()) {
                break;
            }
            const auto byte = static_cast<uint8_t>(rest_.front());
            rest_.remove_prefix(1);
            value |= static_cast<uint64_t>(byte & 0x7f) << shift;
            if (byte < 0x80) {
                return value;
            }
        }
        is_broken_ = true;
        return 0;
    }

    std::string_view take(uint64_t count) {
        if (count > rest_.size()) {
            is_broken_ = true;
            return {};
        }
        const std::string_view taken = rest_.substr(0, count);
        rest_.remove_prefix(count);
        return taken;
    }

    uint64_t fixed(size_t count) {
        const std::string_view taken = take(count);
        uint64_t value = 0;
        for (size_t i = taken.size(); i-- > 0;) {
            value = value << 8 | static_cast<uint8_t>(taken[i]);
        }
        return value;
    }

    std::string_view rest_;
    bool is_broken_ = false;
};

void append_varint(std::string& out, uint64_t value) {
    for (; value >= 0x80; value >>= 7) {
        out += static_cast<char>(value | 0x80);
    }
    out += static_cast<char>(value);
}

void append_number(std::string& out, uint64_t field, uint64_t value) {
    append_varint(out, field << 3);
    append_varint(out, value);
}

void append_bytes(std::string& out, uint64_t field, std::string_view bytes) {
    append_varint(out, field << 3 | 2);
    append_varint(out, bytes.size());
    out += bytes;
}

void append_float(std::string& out, uint64_t field, float value) {
    append_varint(out, field << 3 | 5);
    const auto bits = std::bit_cast<uint32_t>(value);
    for (int shift = 0; shift < 32; shift += 8) {
        out += static_cast<char>(bits >> shift & 0xff);
    }
}

uint32_t unit_at(std::string_view trie, size_t place) {
    uint32_t value = 0;
    for (size_t i = 4; i-- > 0;) {
        value = value << 8 | static_cast<uint8_t>(trie[place * 4 + i]);
    }
    return value;
}

/// The parts of a unit of the double-array trie (darts-clone).
bool is_value_unit(uint32_t unit) {
    return unit >> 31 != 0;
}
size_t unit_label(uint32_t unit) {
    return unit & 0xff;
}
bool ends_rule(uint32_t unit) {
    return (unit >> 8 & 1) != 0;
}
size_t unit_offset(uint32_t unit) {
    return static_cast<size_t>(unit >> 10) << ((unit & (1U << 9)) >> 6);
}

/// Places of the trie grouped by the base they hang from.
std::vector<std::vector<uint32_t>> children_by_base(std::string_view trie) {
    const size_t count = trie.size() / 4;
    std::vector<std::vector<uint32_t>> children(count);
    for (size_t place = 0; place < count; ++place) {
        const uint32_t unit = unit_at(trie, place);
        const size_t base = place ^ unit_label(unit);
        if (!is_value_unit(unit) && base < count && place != 0) {
            children[base].push_back(static_cast<uint32_t>(place));
        }
    }
    return children;
}

/// Whether everything the library's walk can reach lies inside, no path runs in a circle (branches may share their
/// ends), and no text matches more rules than the library has room for.
bool is_sound_trie(std::string_view trie) {
    struct Visit {
        size_t place;
        size_t next_child = 0;
        size_t most_below = 0; // rules that end on the best path through the children
    };
    constexpr size_t kOpen = SIZE_MAX;
    const size_t count = trie.size() / 4;
    const auto children = children_by_base(trie);
    std::vector<size_t> matches(count,
                                0); // rules that end on the best path from a place down, kOpen while it is walked
    std::vector<bool> is_seen(count, false);
    std::vector<Visit> path = {{0}};
    while (!path.empty()) {
        Visit& visit = path.back();
        const uint32_t unit = unit_at(trie, visit.place);
        const size_t base = visit.place ^ unit_offset(unit);
        if ((base | 0xff) >= count) {
            return false;
        }
        is_seen[visit.place] = true;
        matches[visit.place] = kOpen;
        if (visit.next_child == children[base].size()) {
            const size_t total = visit.most_below + (ends_rule(unit) ? 1 : 0);
            if (total > kMatchLimit) {
                return false;
            }
            matches[visit.place] = total;
            path.pop_back();
            if (!path.empty()) {
                path.back().most_below = std::max(path.back().most_below, total);
            }
            continue;
        }
        const size_t child = children[base][visit.next_child++];
        if (!is_seen[child]) {
            path.push_back({child});
        } else if (matches[child] == kOpen) {
            return false;
        } else {
            visit.most_below = std::max(visit.most_below, matches[child]);
        }
    }
    return true;
}

/// Layout: 4 bytes trie size, the trie, then replacement texts that end in NUL. Empty text when sound.
std::string charsmap_problem(std::string_view charsmap) {
    if (charsmap.empty()) {
        return {};
    }
    if (charsmap.size() > kCharsmapLimit || charsmap.size() < 4) {
        return "its normalisation rules have an impossible size";
    }
    const size_t trie_size = unit_at(charsmap, 0);
    if (trie_size >= charsmap.size() - 4 || trie_size < 1024 || trie_size % 1024 != 0 || charsmap.back() != '\0') {
        return "its normalisation rules are damaged";
    }
    return is_sound_trie(charsmap.substr(4, trie_size)) ? "" : "its normalisation rules point outside themselves";
}

bool is_special_text(std::string_view text) {
    if (text.starts_with(kSpace)) {
        text.remove_prefix(3);
    }
    return text == "<pad>" || text == "</s>" || text == "<s>" || text == "<unk>" ||
           (text.starts_with("<extra_id_") && text.ends_with(">"));
}

std::optional<int64_t> id_of(const TokenizerModel& model, const std::string& text) {
    const auto found = std::find_if(model.pieces.begin(), model.pieces.end(),
                                    [&](const VocabularyPiece& piece) { return piece.text == text; });
    return found == model.pieces.end() ? std::nullopt : std::optional<int64_t>(found - model.pieces.begin());
}

/// What must hold for any vocabulary, wherever it came from. Fills the special ids.
Result<TokenizerModel> finished(TokenizerModel model, const std::string& origin) {
    const auto refuse = [&](const std::string& problem) {
        return model_error(origin + ": " + problem,
                           "The tokenizer file is damaged or not one of a T5; download it again.");
    };
    if (model.pieces.size() <= kUnknownId || model.pieces.size() > kPieceLimit) {
        return refuse("it has " + std::to_string(model.pieces.size()) + " pieces");
    }
    std::set<std::string_view> texts;
    for (size_t i = 0; i < model.pieces.size(); ++i) {
        VocabularyPiece& piece = model.pieces[i];
        const bool is_text = !piece.text.empty() && piece.text.size() <= kPieceBytes && !find_invalid_utf8(piece.text);
        if (!is_text || !std::isfinite(piece.score) || !texts.insert(piece.text).second) {
            return refuse("piece " + std::to_string(i) +
                          " is empty, too long, no UTF-8, has no finite score or appears twice");
        }
        if (piece.type == PieceType::Unknown) {
            piece.type = PieceType::Control;
        }
    }
    model.pieces[kUnknownId].type = PieceType::Unknown;
    if (const std::string problem = charsmap_problem(model.charsmap); !problem.empty()) {
        return refuse(problem);
    }
    const auto eos = id_of(model, "</s>");
    if (!eos) {
        return refuse("it has no </s>");
    }
    model.eos_id = *eos;
    model.pad_id = id_of(model, "<pad>").value_or(0);
    return model;
}

bool read_piece(std::string_view bytes, VocabularyPiece& piece) {
    FieldReader reader(bytes);
    while (const auto field = reader.next()) {
        if (field->number == 1) {
            piece.text = field->bytes;
        } else if (field->number == 2) {
            piece.score = std::bit_cast<float>(static_cast<uint32_t>(field->value));
        } else if (field->number == 3) {
            if (field->value < 1 || field->value > 6) {
                return false;
            }
            piece.type = static_cast<PieceType>(field->value);
        }
    }
    return !reader.is_broken();
}

/// trainer_spec. False when broken or not a unigram model.
bool is_unigram_trainer(std::string_view bytes) {
    FieldReader reader(bytes);
    bool is_unigram = true;
    bool has_suffix = false;
    while (const auto field = reader.next()) {
        if (field->number == 3) {
            is_unigram = field->value == 1;
        } else if (field->number == 24) {
            has_suffix = field->value != 0;
        }
    }
    return !reader.is_broken() && is_unigram && !has_suffix;
}

bool read_normalizer(std::string_view bytes, TokenizerModel& model) {
    FieldReader reader(bytes);
    while (const auto field = reader.next()) {
        if (field->number == 2) {
            model.charsmap = field->bytes;
        }
    }
    return !reader.is_broken();
}

std::optional<std::string> decode_base64(const std::string& text) {
    const auto value_of = [](char c) -> int {
        if (c >= 'A' && c <= 'Z') {
            return c - 'A';
        }
        if (c >= 'a' && c <= 'z') {
            return c - 'a' + 26;
        }
        if (c >= '0' && c <= '9') {
            return c - '0' + 52;
        }
        return c == '+' ? 62 : c == '/' ? 63 : -1;
    };
    const size_t length = text.find_last_not_of('=') == std::string::npos ? 0 : text.find_last_not_of('=') + 1;
    std::string bytes;
    uint32_t bits = 0;
    int count = 0;
    for (size_t i = 0; i < length; ++i) {
        const int value = value_of(text[i]);
        if (value < 0) {
            return std::nullopt;
        }
        bits = (bits << 6 | static_cast<uint32_t>(value)) & 0xffffff;
        count += 6;
        if (count >= 8) {
            count -= 8;
            bytes += static_cast<char>(bits >> count & 0xff);
        }
    }
    return bytes;
}

/// The charsmap in a `Precompiled` normaliser, alone or inside a Sequence. Nothing when the normaliser is another kind.
std::optional<std::string> charsmap_of(const Json& normalizer) {
    if (normalizer.is_null()) {
        return "";
    }
    if (!normalizer.is_object()) {
        return std::nullopt;
    }
    const auto charsmap = normalizer.find("precompiled_charsmap");
    if (normalizer.value("type", Json()) == "Precompiled" && charsmap != normalizer.end() && charsmap->is_string()) {
        return decode_base64(charsmap->get<std::string>());
    }
    const auto parts = normalizer.find("normalizers");
    const bool is_sequence = parts != normalizer.end() && parts->is_array() && parts->size() == 1;
    return is_sequence ? charsmap_of((*parts)[0]) : std::nullopt;
}

bool read_scored_piece(const Json& item, VocabularyPiece& piece) {
    if (!item.is_array() || item.size() != 2 || !item[0].is_string() || !item[1].is_number()) {
        return false;
    }
    piece.text = item[0].get<std::string>();
    piece.score = item[1].get<float>();
    return true;
}

/// Added tokens that stand inside the vocabulary: special ones are control pieces, the others whole words of their own.
void apply_added_tokens(const Json& json, TokenizerModel& model) {
    const auto added = json.find("added_tokens");
    if (added == json.end() || !added->is_array()) {
        return;
    }
    for (const Json& token : *added) {
        if (!token.is_object() || !token.contains("id") || !token["id"].is_number_unsigned()) {
            continue;
        }
        const auto id = token["id"].get<uint64_t>();
        if (id < model.pieces.size() && model.pieces[id].type == PieceType::Normal) {
            const bool is_special = token.contains("special") && token["special"] == true;
            model.pieces[id].type = is_special ? PieceType::Control : PieceType::UserDefined;
        }
    }
}

} // namespace

Result<TokenizerModel> parse_spiece_model(std::string_view bytes, const std::string& origin) {
    TokenizerModel model;
    FieldReader reader(bytes);
    bool is_read = true;
    while (const auto field = reader.next()) {
        if (field->number == 1) {
            VocabularyPiece piece;
            is_read = is_read && model.pieces.size() <= kPieceLimit && read_piece(field->bytes, piece);
            model.pieces.push_back(std::move(piece));
        } else if (field->number == 2) {
            is_read = is_read && is_unigram_trainer(field->bytes);
        } else if (field->number == 3) {
            is_read = is_read && read_normalizer(field->bytes, model);
        }
        if (!is_read) {
            break;
        }
    }
    if (!is_read || reader.is_broken()) {
        return model_error(origin + ": it is not a sentencepiece unigram model", "Download the tokenizer again.");
    }
    return finished(std::move(model), origin);
}

Result<TokenizerModel> parse_tokenizer_json(const Json& json, const std::string& origin) {
    const auto refuse = [&](const std::string& problem) {
        return model_error(origin + ": " + problem, "Put the model's spiece.model beside it.");
    };
    const auto core = json.is_object() ? json.find("model") : json.end();
    if (core == json.end() || !core->is_object() || core->value("type", Json()) != "Unigram") {
        return refuse("it is not a unigram tokenizer");
    }
    const auto vocabulary = core->find("vocab");
    if (vocabulary == core->end() || !vocabulary->is_array()) {
        return refuse("it has no vocab");
    }
    TokenizerModel model;
    for (const Json& item : *vocabulary) {
        VocabularyPiece piece;
        if (!read_scored_piece(item, piece)) {
            return refuse("entry " + std::to_string(model.pieces.size()) + " of its vocab is malformed");
        }
        model.pieces.push_back(std::move(piece));
    }
    apply_added_tokens(json, model);
    const auto normalizer = json.find("normalizer");
    auto charsmap = charsmap_of(normalizer == json.end() ? Json() : *normalizer);
    if (!charsmap) {
        return refuse("its normalizer is not sentencepiece's");
    }
    model.charsmap = *std::move(charsmap);
    if (core->value("byte_fallback", Json()) == true) {
        return refuse("it falls back to bytes, which no T5 does");
    }
    return finished(std::move(model), origin);
}

std::string serialize_spiece_model(const TokenizerModel& model) {
    std::string out;
    for (const VocabularyPiece& piece : model.pieces) {
        const bool is_reachable = piece.type == PieceType::Normal || piece.type == PieceType::UserDefined;
        const bool is_hidden = piece.type == PieceType::Byte || (is_reachable && is_special_text(piece.text));
        const PieceType type = is_hidden ? PieceType::Unused : piece.type;
        std::string message;
        append_bytes(message, 1, piece.text);
        append_float(message, 2, piece.score);
        append_number(message, 3, static_cast<uint64_t>(type));
        append_bytes(out, 1, message);
    }
    std::string trainer;
    append_number(trainer, 3, 1);
    append_bytes(out, 2, trainer);
    std::string normalizer;
    append_bytes(normalizer, 2, model.charsmap);
    for (const uint64_t rule : {3, 4, 5}) { // a space before the text, single spaces, spaces written as U+2581
        append_number(normalizer, rule, 1);
    }
    append_bytes(out, 3, normalizer);
    return out;
}

} // namespace longtake
