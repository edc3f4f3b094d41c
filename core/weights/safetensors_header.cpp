// SPDX-License-Identifier: Apache-2.0
#include "core/weights/safetensors_header.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <tuple>
#include <unordered_set>

namespace longtake {

namespace {

using Json = nlohmann::json;

constexpr uint64_t kHeaderLimit = 100'000'000;
constexpr size_t kTensorLimit = 200'000;
constexpr size_t kMetadataLimit = 100'000;
constexpr size_t kNameLimit = 512;
constexpr size_t kRankLimit = 8;
constexpr size_t kFieldLimit = 16;
constexpr size_t kDepthLimit = 4;
constexpr const char* kDamagedHint =
    "The file is damaged or was not written by a safetensors library; download or convert it again.";

struct DtypeName {
    torch::ScalarType dtype;
    const char* name;
};

constexpr std::array kDtypeNames = {
    DtypeName{torch::kFloat64, "F64"},
    DtypeName{torch::kInt64, "I64"},
    DtypeName{torch::kUInt64, "U64"},
    DtypeName{torch::kComplexFloat, "C64"},
    DtypeName{torch::kFloat32, "F32"},
    DtypeName{torch::kInt32, "I32"},
    DtypeName{torch::kUInt32, "U32"},
    DtypeName{torch::kBFloat16, "BF16"},
    DtypeName{torch::kFloat16, "F16"},
    DtypeName{torch::kInt16, "I16"},
    DtypeName{torch::kUInt16, "U16"},
    DtypeName{torch::kFloat8_e4m3fn, "F8_E4M3"},
    DtypeName{torch::kFloat8_e5m2, "F8_E5M2"},
    DtypeName{torch::kInt8, "I8"},
    DtypeName{torch::kUInt8, "U8"},
    DtypeName{torch::kBool, "BOOL"},
};

std::string in_quotes(const std::string& name) {
    constexpr size_t kShown = 80;
    return "\"" + (name.size() <= kShown ? name : name.substr(0, kShown) + "...") + "\"";
}

/// Takes the header's JSON apart while it is parsed. Nesting: 1 the header, 2 a tensor or the metadata, 3 a shape or
/// the offsets.
class HeaderReader : public nlohmann::json_sax<Json> {
public:
    const std::string& problem() const { return problem_; }
    SafetensorsHeader take() { return std::move(header_); }

    bool null() override { return scalar(Kind::Other, 0, nullptr); }
    bool boolean(bool /*value*/) override { return scalar(Kind::Other, 0, nullptr); }
    bool number_integer(number_integer_t /*value*/) override { return scalar(Kind::Other, 0, nullptr); }
    bool number_float(number_float_t /*value*/, const string_t& /*text*/) override {
        return scalar(Kind::Other, 0, nullptr);
    }
    bool binary(binary_t& /*value*/) override { return scalar(Kind::Other, 0, nullptr); }
    bool number_unsigned(number_unsigned_t value) override { return scalar(Kind::Whole, value, nullptr); }
    bool string(string_t& value) override { return scalar(Kind::Text, 0, &value); }

    bool start_object(size_t /*elements*/) override {
        if (!open()) {
            return false;
        }
        if (depth_ == 2) {
            entry_ = {};
            entry_.name = name_;
            offsets_.clear();
            has_dtype_ = has_shape_ = has_offsets_ = false;
        }
        return depth_ < 3 || field_ == Field::Unknown || fail_field();
    }

    bool start_array(size_t /*elements*/) override {
        if (!open()) {
            return false;
        }
        if (depth_ == 1) {
            return fail("its header is not a JSON object");
        }
        if (depth_ == 2) {
            return fail(in_quotes(name_) + " is not described by an object");
        }
        const bool is_list_field = depth_ == 3 && !is_metadata_ && (field_ == Field::Shape || field_ == Field::Offsets);
        return is_list_field || field_ == Field::Unknown || fail_field();
    }

    bool end_array() override {
        --depth_;
        return true;
    }

    bool end_object() override {
        --depth_;
        return depth_ != 1 || is_metadata_ || finish_tensor();
    }

    bool key(string_t& name) override {
        if (name.find('\0') != std::string::npos) {
            return fail("a name contains a NUL byte");
        }
        if (!keys_[depth_ - 1].insert(name).second) {
            return fail("the key " + in_quotes(name) + " appears twice");
        }
        if (depth_ == 1) {
            return begin_named(name);
        }
        if (depth_ == 2 && is_metadata_) {
            metadata_key_ = name;
            return keys_[1].size() <= kMetadataLimit ||
                   fail("it has more than " + std::to_string(kMetadataLimit) + " metadata entries");
        }
        if (keys_[depth_ - 1].size() > kFieldLimit) {
            return fail("tensor " + in_quotes(name_) + " has more than " + std::to_string(kFieldLimit) + " fields");
        }
        if (depth_ == 2) {
            field_ = name == "dtype"          ? Field::Dtype
                     : name == "shape"        ? Field::Shape
                     : name == "data_offsets" ? Field::Offsets
                                              : Field::Unknown;
            has_dtype_ |= field_ == Field::Dtype;
            has_shape_ |= field_ == Field::Shape;
            has_offsets_ |= field_ == Field::Offsets;
        }
        return true;
    }

    bool parse_error(size_t position,
                     const std::string& /*token*/,
                     const nlohmann::detail::exception& /*failure*/) override {
        return fail("its header is not valid JSON at byte " + std::to_string(position));
    }

private:
    enum class Field { Dtype, Shape, Offsets, Unknown };
    enum class Kind { Whole, Text, Other };

    bool fail(std::string problem) {
        problem_ = std::move(problem);
        return false;
    }

    bool fail_field() {
        if (is_metadata_) {
            return fail("metadata " + in_quotes(metadata_key_) + " is not a text");
        }
        const char* field = field_ == Field::Dtype ? "dtype" : field_ == Field::Shape ? "shape" : "data_offsets";
        return fail("tensor " + in_quotes(name_) + " has a malformed " + field);
    }

    bool open() {
        if (++depth_ > kDepthLimit) {
            return fail("its header is nested deeper than " + std::to_string(kDepthLimit) + " levels");
        }
        keys_[depth_ - 1].clear();
        return true;
    }

    bool begin_named(const std::string& name) {
        is_metadata_ = name == "__metadata__";
        name_ = name;
        field_ = is_metadata_ ? Field::Dtype : Field::Unknown;
        if (name.size() > kNameLimit) {
            return fail("the name " + in_quotes(name) + " is longer than " + std::to_string(kNameLimit) + " bytes");
        }
        return keys_[0].size() <= kTensorLimit ||
               fail("it holds more than " + std::to_string(kTensorLimit) + " tensors");
    }

    bool scalar(Kind kind, uint64_t whole, std::string* text) {
        if (depth_ == 0) {
            return fail("its header is not a JSON object");
        }
        if (depth_ == 1) {
            return fail(in_quotes(name_) + " is not described by an object");
        }
        if (is_metadata_) {
            if (kind != Kind::Text) {
                return fail_field();
            }
            header_.metadata[metadata_key_] = std::move(*text);
            return true;
        }
        if (field_ == Field::Unknown) {
            return true;
        }
        if (depth_ == 2) {
            return field_ == Field::Dtype && kind == Kind::Text ? set_dtype(*text) : fail_field();
        }
        return kind == Kind::Whole ? add_whole(whole) : fail_field();
    }

    bool set_dtype(const std::string& name) {
        const auto dtype = dtype_from_safetensors_name(name);
        if (!dtype) {
            return fail("tensor " + in_quotes(name_) + " has the unknown dtype " + in_quotes(name));
        }
        entry_.dtype = *dtype;
        return true;
    }

    bool add_whole(uint64_t value) {
        if (field_ == Field::Offsets) {
            offsets_.push_back(value);
            return offsets_.size() <= 2 || fail_field();
        }
        if (value > static_cast<uint64_t>(INT64_MAX)) {
            return fail("the size of tensor " + in_quotes(name_) + " overflows");
        }
        entry_.shape.push_back(static_cast<int64_t>(value));
        return entry_.shape.size() <= kRankLimit ||
               fail("tensor " + in_quotes(name_) + " has more than " + std::to_string(kRankLimit) + " dimensions");
    }

    bool finish_tensor() {
        if (!has_dtype_ || !has_shape_ || !has_offsets_ || offsets_.size() != 2) {
            return fail("tensor " + in_quotes(name_) + " lacks dtype, shape or two data_offsets");
        }
        entry_.begin = offsets_[0];
        entry_.end = offsets_[1];
        header_.tensors.push_back(std::move(entry_));
        return true;
    }

    SafetensorsHeader header_;
    std::string problem_;
    size_t depth_ = 0;
    std::array<std::unordered_set<std::string>, kDepthLimit> keys_;
    std::string name_;         // the tensor being read
    std::string metadata_key_; // the metadata entry being read
    bool is_metadata_ = false;
    Field field_ = Field::Unknown;
    bool has_dtype_ = false;
    bool has_shape_ = false;
    bool has_offsets_ = false;
    std::vector<uint64_t> offsets_;
    TensorEntry entry_;
};

/// Bytes of a tensor, or nothing when they do not fit 63 bits. Zero sides count as one, so that strides fit as well.
std::optional<uint64_t> byte_count(const TensorEntry& entry) {
    auto total = static_cast<uint64_t>(c10::elementSize(entry.dtype));
    bool is_empty = false;
    for (const int64_t side : entry.shape) {
        is_empty |= side == 0;
        const auto factor = static_cast<uint64_t>(std::max<int64_t>(side, 1));
        if (total > static_cast<uint64_t>(INT64_MAX) / factor) {
            return std::nullopt;
        }
        total *= factor;
    }
    return is_empty ? 0 : total;
}

/// Rules 3 to 5: the tensors cover the data area exactly, each with the bytes its shape needs. Empty text when they do.
std::string layout_problem(std::vector<TensorEntry>& tensors, uint64_t data_size) {
    std::sort(tensors.begin(), tensors.end(), [](const TensorEntry& a, const TensorEntry& b) {
        return std::tie(a.begin, a.end, a.name) < std::tie(b.begin, b.end, b.name);
    });
    uint64_t covered = 0;
    for (const TensorEntry& entry : tensors) {
        if (entry.begin != covered || entry.end < entry.begin) {
            return "the bytes of tensor " + in_quotes(entry.name) + " [" + std::to_string(entry.begin) + ", " +
                   std::to_string(entry.end) + ") leave a hole or overlap others: expected them to begin at " +
                   std::to_string(covered);
        }
        const auto needed = byte_count(entry);
        if (!needed) {
            return "the size of tensor " + in_quotes(entry.name) + " overflows";
        }
        if (*needed != entry.end - entry.begin) {
            return "tensor " + in_quotes(entry.name) + " needs " + std::to_string(*needed) + " bytes for its shape " +
                   shape_text(entry.shape) + ", but has " + std::to_string(entry.end - entry.begin);
        }
        covered = entry.end;
    }
    if (covered > data_size) {
        return "it is truncated: its tensors need " + std::to_string(covered) + " bytes, it has " +
               std::to_string(data_size);
    }
    if (covered < data_size) {
        return "it has " + std::to_string(data_size - covered) + " bytes after its last tensor";
    }
    return {};
}

bool looks_like_pickle(std::string_view bytes) {
    return bytes.starts_with("PK\x03\x04") ||
           (bytes.size() >= 2 && bytes[0] == '\x80' && bytes[1] >= 2 && bytes[1] <= 5);
}

uint64_t little_endian(std::string_view eight) {
    uint64_t value = 0;
    for (size_t i = 8; i-- > 0;) {
        value = value << 8 | static_cast<uint8_t>(eight[i]);
    }
    return value;
}

} // namespace

Result<SafetensorsHeader> parse_safetensors_header(std::span<const std::byte> file, const std::string& origin) {
    const auto refuse = [&](const std::string& problem) { return model_error(origin + ": " + problem, kDamagedHint); };
    const std::string_view bytes(reinterpret_cast<const char*>(file.data()), file.size());
    if (bytes.size() < 8) {
        return refuse("it has " + std::to_string(bytes.size()) + " bytes and is no safetensors file");
    }
    const uint64_t length = little_endian(bytes);
    if (length > kHeaderLimit && looks_like_pickle(bytes)) {
        return model_error(origin + ": it is a PyTorch pickle with the name of a safetensors file",
                           "Pickles can run programs and are never opened; convert it with the safetensors library on "
                           "a machine you can lose.");
    }
    if (length > kHeaderLimit) {
        return refuse("it claims a header of " + std::to_string(length) + " bytes; the limit is " +
                      std::to_string(kHeaderLimit));
    }
    if (length > bytes.size() - 8) {
        return refuse("it is truncated: its header needs " + std::to_string(length + 8) + " bytes, it has " +
                      std::to_string(bytes.size()));
    }
    const std::string_view text = bytes.substr(8, length);
    if (!text.starts_with('{')) {
        return refuse("its header does not begin with {");
    }
    // The JSON library takes a NUL byte for the end of the text and would not see what follows it.
    if (text.find('\0') != std::string_view::npos) {
        return refuse("its header contains a NUL byte");
    }
    HeaderReader reader;
    if (!Json::sax_parse(text.begin(), text.end(), &reader)) {
        return refuse(reader.problem());
    }
    SafetensorsHeader header = reader.take();
    header.data_start = length + 8;
    if (const std::string problem = layout_problem(header.tensors, bytes.size() - header.data_start);
        !problem.empty()) {
        return refuse(problem);
    }
    return header;
}

std::string format_safetensors_header(const std::vector<TensorEntry>& tensors,
                                      const std::map<std::string, std::string>& metadata) {
    // Keys in the order of the bytes, as the reference writer has them; the metadata comes first.
    std::string text = "{";
    const auto append = [&](const std::string& key, const Json& value) {
        text += (text.size() == 1 ? "" : ",") + Json(key).dump(-1, ' ', false, Json::error_handler_t::replace) + ":" +
                value.dump(-1, ' ', false, Json::error_handler_t::replace);
    };
    if (!metadata.empty()) {
        append("__metadata__", metadata);
    }
    for (const TensorEntry& entry : tensors) {
        append(entry.name, {{"dtype", safetensors_dtype_name(entry.dtype)},
                            {"shape", entry.shape},
                            {"data_offsets", {entry.begin, entry.end}}});
    }
    text += "}";
    text.append((8 - text.size() % 8) % 8, ' ');
    std::string bytes(8, '\0');
    for (size_t i = 0; i < 8; ++i) {
        bytes[i] = static_cast<char>(static_cast<uint64_t>(text.size()) >> (8 * i));
    }
    return bytes + text;
}

std::string safetensors_dtype_name(torch::ScalarType dtype) {
    const auto found = std::find_if(kDtypeNames.begin(), kDtypeNames.end(),
                                    [&](const DtypeName& known) { return known.dtype == dtype; });
    return found == kDtypeNames.end() ? "" : found->name;
}

std::optional<torch::ScalarType> dtype_from_safetensors_name(std::string_view name) {
    const auto found = std::find_if(kDtypeNames.begin(), kDtypeNames.end(),
                                    [&](const DtypeName& known) { return name == known.name; });
    return found == kDtypeNames.end() ? std::nullopt : std::optional(found->dtype);
}

std::string shape_text(const std::vector<int64_t>& shape) {
    std::string text;
    for (const int64_t side : shape) {
        text += (text.empty() ? "" : ", ") + std::to_string(side);
    }
    return "[" + text + "]";
}

} // namespace longtake
