// SPDX-License-Identifier: Apache-2.0
#include "core/safety/provenance.h"

#include <nlohmann/json.hpp>

namespace longtake {

namespace {

using Json = nlohmann::ordered_json;

constexpr int64_t kVersion = 1;

Json shot_to_json(const ShotProvenance& shot) {
    Json json{{"id", shot.id},
              {"start_frame", shot.start_frame},
              {"frames", shot.frames},
              {"seam", shot.seam},
              {"take", shot.take},
              {"key", shot.key},
              {"prompt", shot.prompt},
              {"negative", shot.negative},
              {"seed", shot.seed},
              {"steps", shot.steps},
              {"guidance", shot.guidance},
              {"sampler", shot.sampler}};
    if (!shot.memory_savings.empty()) {
        json["memory_savings"] = shot.memory_savings;
    }
    return json;
}

ShotProvenance shot_from_json(const Json& json) {
    ShotProvenance shot;
    json.at("id").get_to(shot.id);
    json.at("start_frame").get_to(shot.start_frame);
    json.at("frames").get_to(shot.frames);
    json.at("seam").get_to(shot.seam);
    json.at("take").get_to(shot.take);
    json.at("key").get_to(shot.key);
    json.at("prompt").get_to(shot.prompt);
    json.at("negative").get_to(shot.negative);
    json.at("seed").get_to(shot.seed);
    json.at("steps").get_to(shot.steps);
    json.at("guidance").get_to(shot.guidance);
    json.at("sampler").get_to(shot.sampler);
    shot.memory_savings = json.value("memory_savings", std::vector<std::string>());
    return shot;
}

std::string escaped(const std::string& text) {
    std::string result;
    for (const char letter : text) {
        switch (letter) {
        case '&': result += "&amp;"; break;
        case '<': result += "&lt;"; break;
        case '>': result += "&gt;"; break;
        case '"': result += "&quot;"; break;
        default: result += letter;
        }
    }
    return result;
}

std::string to_xmp(const Provenance& provenance) {
    return "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
           "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
           " <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
           "  <rdf:Description rdf:about=\"\"\n"
           "    xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"\n"
           "    xmlns:Iptc4xmpExt=\"http://iptc.org/std/Iptc4xmpExt/2008-02-29/\"\n"
           "    xmp:CreatorTool=\"" +
           escaped(provenance.program) + "\"\n    Iptc4xmpExt:DigitalSourceType=\"" + escaped(provenance.source_type) +
           "\"/>\n </rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>";
}

std::string to_comment(const Provenance& provenance) {
    Json json = {{"longtake_provenance", kVersion}, {"program", provenance.program}};
    if (!provenance.source_type.empty()) {
        json["ai_generated"] = true;
        json["digital_source_type"] = provenance.source_type;
    }
    if (!provenance.title.empty()) {
        json["title"] = provenance.title;
    }
    json["model"] = provenance.model;
    json["model_hash"] = provenance.model_hash;
    if (!provenance.shots.empty()) {
        json["shots"] = Json::array();
        for (const ShotProvenance& shot : provenance.shots) {
            json["shots"].push_back(shot_to_json(shot));
        }
    }
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Error not_ours(const FileMarks& marks) {
    if (marks.comment.empty() && marks.xmp.empty()) {
        return bad_input("the file carries no provenance", "Its marks were removed, or another program made it.");
    }
    const bool is_marked = (marks.comment + marks.xmp).find("rainedAlgorithmicMedia") != std::string::npos;
    return bad_input(is_marked ? "the file is marked as made by a model, but not by Longtake"
                               : "the file carries marks, but not Longtake's",
                     "Only files exported by Longtake hold a recipe it can read.");
}

} // namespace

FileMarks to_marks(const Provenance& provenance) {
    return {to_comment(provenance), provenance.source_type.empty() ? std::string() : to_xmp(provenance)};
}

void add_provenance(EncoderSettings& settings, const Provenance& provenance) {
    const FileMarks marks = to_marks(provenance);
    settings.metadata["comment"] = marks.comment;
    if (!provenance.title.empty()) {
        settings.metadata["title"] = provenance.title;
    }
    if (!provenance.source_type.empty()) {
        settings.metadata["digital_source_type"] = provenance.source_type;
    }
    settings.xmp = marks.xmp;
}

Result<Provenance> read_provenance(const std::filesystem::path& file) {
    const auto marks = read_marks(file);
    if (!marks) {
        return marks.error();
    }
    auto provenance = parse_provenance(*marks);
    if (!provenance) {
        return bad_input(file.string() + ": " + provenance.error().message, provenance.error().hint);
    }
    return provenance;
}

Result<Provenance> parse_provenance(const FileMarks& marks) {
    const Json json = Json::parse(marks.comment, nullptr, false);
    if (!json.is_object() || !json.contains("longtake_provenance")) {
        return not_ours(marks);
    }
    return guard("reading the provenance", ErrorCode::BadInput, [&]() -> Result<Provenance> {
        Provenance provenance;
        json.at("program").get_to(provenance.program);
        provenance.title = json.value("title", std::string());
        json.at("model").get_to(provenance.model);
        json.at("model_hash").get_to(provenance.model_hash);
        provenance.source_type = json.value("digital_source_type", std::string());
        for (const Json& shot : json.value("shots", Json::array())) {
            provenance.shots.push_back(shot_from_json(shot));
        }
        return provenance;
    });
}

} // namespace longtake
