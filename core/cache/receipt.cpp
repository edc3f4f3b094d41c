// SPDX-License-Identifier: Apache-2.0
#include "core/cache/receipt.h"

#include "core/base/hash.h"

#include <nlohmann/json.hpp>

namespace longtake {

namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kChecksum = "receipt_sha256";
constexpr const char* kHint = "The take is set aside; render the shot again.";

Json adapters_to_json(const std::vector<AdapterUse>& adapters) {
    Json list = Json::array();
    for (const AdapterUse& adapter : adapters) {
        list.push_back({{"name", adapter.name}, {"hash", adapter.hash}, {"strength", adapter.strength}});
    }
    return list;
}

std::vector<AdapterUse> adapters_from_json(const Json& list) {
    std::vector<AdapterUse> adapters;
    for (const Json& entry : list) {
        adapters.push_back({entry.at("name").get<std::string>(), entry.at("hash").get<std::string>(),
                            entry.at("strength").get<double>()});
    }
    return adapters;
}

Json keyframes_to_json(const std::vector<KeyframeUse>& keyframes) {
    Json list = Json::array();
    for (const KeyframeUse& keyframe : keyframes) {
        list.push_back({{"frame", keyframe.frame}, {"image_sha256", keyframe.image_hash}});
    }
    return list;
}

std::vector<KeyframeUse> keyframes_from_json(const Json& list) {
    std::vector<KeyframeUse> keyframes;
    for (const Json& entry : list) {
        keyframes.push_back({entry.at("frame").get<int64_t>(), entry.at("image_sha256").get<std::string>()});
    }
    return keyframes;
}

Json upstream_to_json(const UpstreamUse& upstream) {
    return {{"key", upstream.key},
            {"context_latents", upstream.context_latents},
            {"blend_latents", upstream.blend_latents},
            {"blend_from", upstream.blend_from},
            {"drift_anchor", upstream.drift_anchor}};
}

UpstreamUse upstream_from_json(const Json& json) {
    return {json.at("key").get<std::string>(), json.at("context_latents").get<int64_t>(),
            json.at("blend_latents").get<int64_t>(), json.at("blend_from").get<std::string>(),
            json.at("drift_anchor").get<std::string>()};
}

Json recipe_to_json(const ShotRecipe& recipe) {
    Json json = {{"render_version", recipe.render_version},
                 {"model", recipe.model},
                 {"model_hash", recipe.model_hash},
                 {"adapters", adapters_to_json(recipe.adapters)},
                 {"prompt", recipe.prompt},
                 {"negative", recipe.negative},
                 {"sampler", recipe.sampler},
                 {"seed", recipe.seed},
                 {"variation", recipe.variation},
                 {"steps", recipe.steps},
                 {"guidance", recipe.guidance},
                 {"width", recipe.size.width},
                 {"height", recipe.size.height},
                 {"frames", recipe.frames.value},
                 {"drift_help", recipe.drift_help},
                 {"loop", recipe.is_loop},
                 {"keyframes", keyframes_to_json(recipe.keyframes)}};
    if (recipe.frame_rate) {
        json["frame_rate"] = to_string(*recipe.frame_rate);
    }
    if (recipe.upstream) {
        json["upstream"] = upstream_to_json(*recipe.upstream);
    }
    return json;
}

ShotRecipe recipe_from_json(const Json& json) {
    ShotRecipe recipe;
    json.at("render_version").get_to(recipe.render_version);
    json.at("model").get_to(recipe.model);
    json.at("model_hash").get_to(recipe.model_hash);
    recipe.adapters = adapters_from_json(json.at("adapters"));
    json.at("prompt").get_to(recipe.prompt);
    json.at("negative").get_to(recipe.negative);
    json.at("sampler").get_to(recipe.sampler);
    json.at("seed").get_to(recipe.seed);
    json.at("variation").get_to(recipe.variation);
    json.at("steps").get_to(recipe.steps);
    json.at("guidance").get_to(recipe.guidance);
    recipe.size = {json.at("width").get<int64_t>(), json.at("height").get<int64_t>()};
    recipe.frames = {json.at("frames").get<int64_t>()};
    json.at("drift_help").get_to(recipe.drift_help);
    json.at("loop").get_to(recipe.is_loop);
    recipe.keyframes = keyframes_from_json(json.at("keyframes"));
    if (json.contains("frame_rate")) {
        const auto rate = parse_frame_rate(json.at("frame_rate").get<std::string>());
        recipe.frame_rate = rate ? *rate : FrameRate{0, 1};
    }
    if (json.contains("upstream")) {
        recipe.upstream = upstream_from_json(json.at("upstream"));
    }
    return recipe;
}

Json files_to_json(const std::map<std::string, FileChecksum>& files) {
    Json json = Json::object();
    for (const auto& [name, file] : files) {
        json[name] = {{"bytes", file.bytes}, {"sha256", file.sha256}};
    }
    return json;
}

Json made_with_to_json(const MadeWith& made_with) {
    return {{"program", made_with.program},     {"device", made_with.device},
            {"dtype", made_with.dtype},         {"threads", made_with.threads},
            {"libraries", made_with.libraries}, {"memory_savings", made_with.memory_savings}};
}

Json to_object(const Receipt& receipt) {
    return {{"longtake_receipt", kReceiptVersion},
            {"take", receipt.take.value},
            {"shot", receipt.shot.value},
            {"serial", receipt.serial},
            {"created_at", receipt.created_at},
            {"key", receipt.key},
            {"recipe", recipe_to_json(receipt.recipe)},
            {"continues_from", receipt.continues_from.value},
            {"context_sha256", receipt.context_sha256},
            {"prompt_tokens", receipt.prompt_tokens},
            {"negative_tokens", receipt.negative_tokens},
            {"made_with", made_with_to_json(receipt.made_with)},
            {"safety", receipt.safety},
            {"render_s", receipt.render_s},
            {"latents_sha256", receipt.latents_sha256},
            {"files", files_to_json(receipt.files)}};
}

/// Texts that are not UTF-8 cannot stand in JSON; they never come from a checked project.
std::string dump(const Json& json) {
    return json.dump(1, ' ', false, Json::error_handler_t::replace);
}

Receipt from_object(const Json& json) {
    Receipt receipt;
    json.at("take").get_to(receipt.take.value);
    json.at("shot").get_to(receipt.shot.value);
    json.at("serial").get_to(receipt.serial);
    json.at("created_at").get_to(receipt.created_at);
    json.at("key").get_to(receipt.key);
    receipt.recipe = recipe_from_json(json.at("recipe"));
    json.at("continues_from").get_to(receipt.continues_from.value);
    json.at("context_sha256").get_to(receipt.context_sha256);
    json.at("prompt_tokens").get_to(receipt.prompt_tokens);
    json.at("negative_tokens").get_to(receipt.negative_tokens);
    const Json& made_with = json.at("made_with");
    made_with.at("program").get_to(receipt.made_with.program);
    made_with.at("device").get_to(receipt.made_with.device);
    made_with.at("dtype").get_to(receipt.made_with.dtype);
    made_with.at("threads").get_to(receipt.made_with.threads);
    made_with.at("libraries").get_to(receipt.made_with.libraries);
    receipt.made_with.memory_savings = made_with.value("memory_savings", std::vector<std::string>());
    receipt.safety = json.value("safety", std::string());
    json.at("render_s").get_to(receipt.render_s);
    json.at("latents_sha256").get_to(receipt.latents_sha256);
    for (const auto& [name, file] : json.at("files").items()) {
        receipt.files[name] = {file.at("bytes").get<int64_t>(), file.at("sha256").get<std::string>()};
    }
    return receipt;
}

} // namespace

std::string to_json(const Receipt& receipt) {
    Json json = to_object(receipt);
    json[kChecksum] = sha256_hex(dump(json));
    return dump(json) + "\n";
}

Result<Receipt> parse_receipt(std::string_view text) {
    return guard("reading the receipt", ErrorCode::BadInput, [&]() -> Result<Receipt> {
        Json json = Json::parse(text);
        const int64_t version = json.at("longtake_receipt").get<int64_t>();
        if (version != kReceiptVersion) {
            return bad_input("the receipt has version " + std::to_string(version) + ", this program reads " +
                                 std::to_string(kReceiptVersion),
                             kHint);
        }
        const auto checksum = json.at(kChecksum).get<std::string>();
        json.erase(kChecksum);
        if (sha256_hex(dump(json)) != checksum) {
            return bad_input("the receipt was changed or is damaged", kHint);
        }
        Receipt receipt = from_object(json);
        if (shot_key(receipt.recipe) != receipt.key) {
            return bad_input("the receipt's key is not that of its recipe", kHint);
        }
        return receipt;
    });
}

} // namespace longtake
