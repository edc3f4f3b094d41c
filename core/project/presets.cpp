// SPDX-License-Identifier: Apache-2.0
#include "core/project/presets.h"

#include "core/base/ascii.h"
#include "core/project/limits.h"
#include "core/project/project_path.h"
#include "core/project/text_input.h"
#include "core/project/yaml_fields.h"

#include <algorithm>
#include <array>
#include <set>
#include <system_error>
#include <utility>
#include <variant>

namespace longtake {

namespace {

constexpr uintmax_t kLargestPresetFile = 1 << 20;

void read_size_text(Reading& reading, const YamlNode& node, SizePreset& preset) {
    const auto size = parse_size(node.text());
    if (!size) {
        reading.problem(node, size.error().message, size.error().hint);
        return;
    }
    preset.size = *size;
}

void read_aliases(Reading& reading, const YamlNode& node, CameraPreset& preset) {
    for (size_t i = 0; expect_list(reading, node) && i < node.size(); ++i) {
        read_value(reading, node.item(i), preset.aliases.emplace_back());
    }
}

constexpr std::array kSizeFields{
    plain_field<&SizePreset::id>("id", {}, {}),
    plain_field<&SizePreset::name>("name", {}, {}),
    Field<SizePreset>{"size", {}, {}, read_size_text, nullptr},
    plain_field<&SizePreset::note>("note", {}, {}),
};

constexpr std::array kQualityFields{
    plain_field<&QualityPreset::id>("id", {}, {}),       plain_field<&QualityPreset::name>("name", {}, {}),
    plain_field<&QualityPreset::steps>("steps", {}, {}), plain_field<&QualityPreset::guidance>("guidance", {}, {}),
    plain_field<&QualityPreset::scale>("scale", {}, {}), plain_field<&QualityPreset::note>("note", {}, {}),
};

constexpr std::array kLookFields{
    plain_field<&LookPreset::id>("id", {}, {}),
    plain_field<&LookPreset::name>("name", {}, {}),
    plain_field<&LookPreset::style>("style", {}, {}),
    plain_field<&LookPreset::negative>("negative", {}, {}),
};

constexpr std::array kCameraFields{
    plain_field<&CameraPreset::id>("id", {}, {}),     plain_field<&CameraPreset::name>("name", {}, {}),
    plain_field<&CameraPreset::move>("move", {}, {}), plain_field<&CameraPreset::text>("text", {}, {}),
    plain_field<&CameraPreset::note>("note", {}, {}), Field<CameraPreset>{"aliases", {}, {}, read_aliases, nullptr},
};

void check(Reading& reading, const YamlNode& node, const SizePreset& preset) {
    const bool is_allowed = kSides.contains(preset.size.width) && kSides.contains(preset.size.height) &&
                            preset.size.width % kSideStep == 0 && preset.size.height % kSideStep == 0;
    if (!is_allowed) {
        reading.problem(node, "size " + to_string(preset.size) + " is no picture size of a film");
    }
}

void check(Reading& reading, const YamlNode& node, const QualityPreset& preset) {
    if (preset.steps != 0 && !kSteps.contains(preset.steps)) {
        reading.problem(node, "steps " + std::to_string(preset.steps) + " are not from 1 to 1000");
    }
    if (preset.guidance != -1 && !kGuidances.contains(preset.guidance)) {
        reading.problem(node, "guidance " + number_text(preset.guidance) + " is not from 0 to 100");
    }
    if (!(preset.scale > 0.0 && preset.scale <= 1.0)) {
        reading.problem(node, "scale " + number_text(preset.scale) + " is not above 0 and at most 1");
    }
}

void check(Reading& reading, const YamlNode& node, const LookPreset& preset) {
    if (preset.style.empty() && preset.negative.empty()) {
        reading.problem(node, "the look adds nothing");
    }
}

void check(Reading& reading, const YamlNode& node, const CameraPreset& preset) {
    if (preset.text.empty() || preset.move.empty()) {
        reading.problem(node, "a camera preset needs a move and a text");
    }
}

/// What all presets need: an id of their own, a name, no key that nobody reads.
template <typename Preset>
void check_common(Reading& reading,
                  const YamlNode& node,
                  const Preset& preset,
                  const UnknownKeys& unknown,
                  std::set<std::string>& ids) {
    if (preset.id.empty() || preset.name.empty()) {
        reading.problem(node, "a preset needs an id and a name");
    }
    if (!ids.insert(preset.id).second) {
        reading.problem(node, "the id " + yaml_quoted(preset.id) + " is there twice");
    }
    if (!unknown.empty()) {
        reading.problem(node, "the key " + yaml_quoted(unknown.begin()->first) + " is not known here");
    }
}

template <typename Preset>
void read_presets(Reading& reading,
                  const YamlNode& root,
                  std::span<const Field<Preset>> fields,
                  std::vector<Preset>& presets) {
    std::set<std::string> ids;
    for (size_t i = 0; expect_list(reading, root) && i < root.size(); ++i) {
        const Reading::Scope scope(reading, "[" + std::to_string(i) + "]");
        UnknownKeys unknown;
        Preset& preset = presets.emplace_back();
        read_fields(reading, root.item(i), fields, preset, unknown);
        check_common(reading, root.item(i), preset, unknown, ids);
        check(reading, root.item(i), preset);
    }
}

/// Reads one file into `presets`; a file that is not there is no error.
template <typename Preset>
Result<void>
load_file(const std::filesystem::path& path, std::span<const Field<Preset>> fields, std::vector<Preset>& presets) {
    std::error_code failure;
    if (!std::filesystem::exists(path, failure)) {
        return {};
    }
    auto text = read_text(path, kLargestPresetFile);
    if (!text) {
        return text.error();
    }
    const std::string file = utf8_from_path(path);
    const auto tree = YamlTree::parse(*std::move(text), file);
    if (const auto* problem = std::get_if<Problem>(&tree)) {
        return to_error(*problem);
    }
    Reading reading(file, false);
    read_presets(reading, std::get<YamlTree>(tree).root(), fields, presets);
    return has_error(reading.problems) ? Result<void>(to_error(reading.problems)) : Result<void>();
}

template <typename Preset> void merge_into(std::vector<Preset>& shipped, const std::vector<Preset>& own) {
    for (const Preset& preset : own) {
        const auto same =
            std::find_if(shipped.begin(), shipped.end(), [&](const Preset& one) { return one.id == preset.id; });
        if (same == shipped.end()) {
            shipped.push_back(preset);
        } else {
            *same = preset;
        }
    }
}

/// Lower case, with single spaces for runs of spaces, hyphens and underscores.
std::string plain_words(std::string_view text) {
    std::string words;
    for (const char letter : text) {
        const bool is_space = letter == ' ' || letter == '-' || letter == '_' || letter == '\t';
        if (!is_space) {
            words += lower_ascii(letter);
        } else if (!words.empty() && words.back() != ' ') {
            words += ' ';
        }
    }
    while (words.ends_with(' ')) {
        words.pop_back();
    }
    return words;
}

} // namespace

Result<Presets> load_presets(const std::filesystem::path& folder) {
    return guard("reading presets", ErrorCode::BadInput, [&]() -> Result<Presets> {
        Presets presets;
        for (const auto& loaded : {load_file<SizePreset>(folder / "sizes.yaml", kSizeFields, presets.sizes),
                                   load_file<QualityPreset>(folder / "quality.yaml", kQualityFields, presets.qualities),
                                   load_file<LookPreset>(folder / "looks.yaml", kLookFields, presets.looks),
                                   load_file<CameraPreset>(folder / "cameras.yaml", kCameraFields, presets.cameras)}) {
            if (!loaded) {
                return loaded.error();
            }
        }
        return presets;
    });
}

Presets merge_presets(Presets shipped, const Presets& own) {
    merge_into(shipped.sizes, own.sizes);
    merge_into(shipped.qualities, own.qualities);
    merge_into(shipped.looks, own.looks);
    merge_into(shipped.cameras, own.cameras);
    return shipped;
}

const CameraPreset* find_camera(const Presets& presets, std::string_view camera) {
    const std::string wanted = plain_words(camera);
    const auto is_called = [&](const CameraPreset& preset) {
        const auto is_it = [&](const std::string& word) { return plain_words(word) == wanted; };
        return is_it(preset.id) || is_it(preset.name) ||
               std::any_of(preset.aliases.begin(), preset.aliases.end(), is_it);
    };
    const auto found = std::find_if(presets.cameras.begin(), presets.cameras.end(), is_called);
    return found == presets.cameras.end() || wanted.empty() ? nullptr : &*found;
}

std::string camera_text(const Presets& presets, std::string_view camera) {
    const CameraPreset* preset = find_camera(presets, camera);
    return preset == nullptr ? std::string(camera) : preset->text;
}

} // namespace longtake
