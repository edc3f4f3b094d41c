// SPDX-License-Identifier: Apache-2.0
// Each message lists its fields once, in fields(); reading and writing both walk that list.
#include "core/film/worker_protocol.h"

#include <nlohmann/json.hpp>

#include <array>
#include <utility>

namespace longtake {

namespace {

using Json = nlohmann::json;

constexpr std::array<std::pair<request::JobAction, const char*>, 6> kActions = {{
    {request::JobAction::Pause, "pause"},
    {request::JobAction::Resume, "resume"},
    {request::JobAction::Cancel, "cancel"},
    {request::JobAction::Reseed, "reseed"},
    {request::JobAction::StopAfterShot, "stop_after_shot"},
    {request::JobAction::MoveToFront, "move_to_front"},
}};

constexpr std::array<std::pair<event::JobState, const char*>, 6> kStates = {{
    {event::JobState::Waiting, "waiting"},
    {event::JobState::Running, "running"},
    {event::JobState::Paused, "paused"},
    {event::JobState::Done, "done"},
    {event::JobState::Failed, "failed"},
    {event::JobState::Cancelled, "cancelled"},
}};

constexpr std::array<std::pair<ErrorCode, const char*>, 6> kCodes = {{
    {ErrorCode::BadInput, "bad_input"},
    {ErrorCode::Model, "model"},
    {ErrorCode::Device, "device"},
    {ErrorCode::OutOfMemory, "out_of_memory"},
    {ErrorCode::Cancelled, "cancelled"},
    {ErrorCode::Internal, "internal"},
}};

template <typename Value, size_t N>
const char* name_of(const std::array<std::pair<Value, const char*>, N>& table, Value value) {
    for (const auto& [known, name] : table) {
        if (known == value) {
            return name;
        }
    }
    return table[0].second;
}

template <typename Value, size_t N>
Value value_of(const std::array<std::pair<Value, const char*>, N>& table, const std::string& name) {
    for (const auto& [value, known] : table) {
        if (name == known) {
            return value;
        }
    }
    throw std::invalid_argument("unknown word '" + name + "'");
}

void put(Json& object, const char* key, const request::JobAction& value) {
    object[key] = name_of(kActions, value);
}
void put(Json& object, const char* key, const SafetyLevel& value) {
    object[key] = to_string(value);
}
void put(Json& object, const char* key, const event::JobState& value) {
    object[key] = name_of(kStates, value);
}
void put(Json& object, const char* key, const Error& value) {
    object[key] = {{"code", name_of(kCodes, value.code)}, {"message", value.message}, {"hint", value.hint}};
}
void put(Json& object, const char* key, const ModelFacts& value);
template <typename Tag> void put(Json& object, const char* key, const Id<Tag>& value) {
    object[key] = value.value;
}
template <typename Tag> void put(Json& object, const char* key, const std::vector<Id<Tag>>& values) {
    object[key] = Json::array();
    for (const auto& id : values) {
        object[key].push_back(id.value);
    }
}
template <typename Plain> void put(Json& object, const char* key, const Plain& value) {
    object[key] = value;
}

void take(const Json& value, request::JobAction& out) {
    out = value_of(kActions, value.get<std::string>());
}
void take(const Json& value, SafetyLevel& out) {
    const auto level = safety_level_from(value.get<std::string>());
    if (!level) {
        throw std::invalid_argument("unknown word '" + value.get<std::string>() + "'");
    }
    out = *level;
}
void take(const Json& value, event::JobState& out) {
    out = value_of(kStates, value.get<std::string>());
}
void take(const Json& value, Error& out) {
    out = {value_of(kCodes, value.at("code").get<std::string>()), value.at("message").get<std::string>(),
           value.value("hint", std::string())};
}
void take(const Json& value, ModelFacts& out);
template <typename Tag> void take(const Json& value, Id<Tag>& out) {
    out.value = value.get<std::string>();
}
template <typename Tag> void take(const Json& value, std::vector<Id<Tag>>& out) {
    out.clear();
    for (const Json& id : value) {
        out.push_back({id.get<std::string>()});
    }
}
void take(const Json& value, int64_t& out) {
    if (!value.is_number_integer()) {
        throw std::invalid_argument("expected a whole number");
    }
    out = value.get<int64_t>();
}
template <typename Plain> void take(const Json& value, Plain& out) {
    out = value.get<Plain>();
}

struct Writer {
    Json object;
    template <typename Value> void operator()(const char* key, const Value& value) { put(object, key, value); }
};

/// Absent keys keep their default; check() refuses what must not be absent.
struct Reader {
    const Json& object;
    template <typename Value> void operator()(const char* key, Value& value) {
        const auto found = object.find(key);
        if (found == object.end()) {
            return;
        }
        try {
            take(*found, value);
        } catch (const std::exception& failure) {
            throw std::invalid_argument(std::string("field '") + key + "': " + failure.what());
        }
    }
};

template <typename Visitor, typename Facts> void fact_fields(Visitor& visit, Facts& f) {
    visit("name", f.name), visit("weights_hash", f.weights_hash), visit("sampler", f.sampler);
    visit("latent_channels", f.latent_channels), visit("spatial_compression", f.spatial_compression);
    visit("temporal_compression", f.temporal_compression), visit("width_multiple", f.size_multiple.width),
        visit("height_multiple", f.size_multiple.height);
    visit("window_latents", f.window_latents), visit("context_latents", f.context_latents),
        visit("blend_latents", f.blend_latents);
    visit("history_latents", f.history_latents), visit("uses_frame_rate", f.uses_frame_rate);
    visit("has_first_keyframe", f.has_first_keyframe), visit("has_any_keyframe", f.has_any_keyframe);
    visit("begins_with_still", f.begins_with_still);
    visit("default_width", f.default_size.width), visit("default_height", f.default_size.height);
    visit("default_rate_numerator", f.default_frame_rate.numerator);
    visit("default_rate_denominator", f.default_frame_rate.denominator);
    visit("default_steps", f.default_steps), visit("default_guidance", f.default_guidance);
    visit("parameter_count", f.parameter_count), visit("hidden_size", f.hidden_size);
    visit("weight_bytes", f.weight_bytes);
}

void put(Json& object, const char* key, const ModelFacts& value) {
    Writer nested;
    fact_fields(nested, value);
    object[key] = std::move(nested.object);
}

void take(const Json& value, ModelFacts& out) {
    Reader nested{value};
    fact_fields(nested, out);
}

template <typename Visitor, typename Message> void fields(Visitor& visit, Message& m) {
    using Plain = std::remove_const_t<Message>;
    if constexpr (std::is_same_v<Plain, request::Load>) {
        visit("model", m.model), visit("device", m.device), visit("dtype", m.dtype), visit("threads", m.threads);
    } else if constexpr (std::is_same_v<Plain, request::Render>) {
        visit("job", m.job), visit("project_path", m.project_path), visit("film", m.film), visit("shots", m.shots);
        visit("takes", m.takes), visit("force", m.is_forced), visit("front", m.is_front);
        visit("checkpoint_s", m.checkpoint_s), visit("checkpoint_steps", m.checkpoint_steps);
        visit("safety", m.safety);
    } else if constexpr (std::is_same_v<Plain, request::Preview>) {
        visit("on", m.is_on), visit("memory_name", m.memory_name);
    } else if constexpr (std::is_same_v<Plain, request::Control>) {
        visit("job", m.job), visit("action", m.action);
    } else if constexpr (std::is_same_v<Plain, request::CountTokens>) {
        visit("serial", m.serial), visit("model", m.model), visit("text", m.text);
    } else if constexpr (std::is_same_v<Plain, event::Ready>) {
        visit("version", m.version), visit("process_id", m.process_id);
    } else if constexpr (std::is_same_v<Plain, event::Loaded>) {
        visit("model", m.model), visit("device", m.device), visit("dtype", m.dtype), visit("threads", m.threads);
        visit("load_s", m.load_s), visit("resident_bytes", m.resident_bytes), visit("facts", m.facts);
    } else if constexpr (std::is_same_v<Plain, event::Queued>) {
        visit("job", m.job), visit("position", m.position), visit("shots", m.shots), visit("cost_s", m.cost_s);
    } else if constexpr (std::is_same_v<Plain, event::ShotStarted>) {
        visit("job", m.job), visit("shot", m.shot), visit("windows", m.windows), visit("steps", m.steps);
        visit("frames", m.frames), visit("resumed", m.is_resumed);
    } else if constexpr (std::is_same_v<Plain, event::Step>) {
        visit("job", m.job), visit("shot", m.shot), visit("window", m.window), visit("windows", m.windows);
        visit("step", m.step), visit("steps", m.steps), visit("sigma", m.sigma), visit("step_s", m.step_s);
        visit("shot_eta_s", m.shot_eta_s), visit("job_eta_s", m.job_eta_s);
    } else if constexpr (std::is_same_v<Plain, event::PreviewReady>) {
        visit("job", m.job), visit("shot", m.shot), visit("serial", m.serial), visit("first_frame", m.first_frame);
    } else if constexpr (std::is_same_v<Plain, event::FramesDecoded>) {
        visit("job", m.job), visit("shot", m.shot), visit("done", m.done), visit("total", m.total);
    } else if constexpr (std::is_same_v<Plain, event::TakeDone>) {
        visit("job", m.job), visit("shot", m.shot), visit("take", m.take), visit("seconds", m.seconds);
    } else if constexpr (std::is_same_v<Plain, event::ShotFailed>) {
        visit("job", m.job), visit("shot", m.shot), visit("error", m.error);
    } else if constexpr (std::is_same_v<Plain, event::JobChanged>) {
        visit("job", m.job), visit("state", m.state), visit("takes_made", m.takes_made);
        visit("shots_failed", m.shots_failed), visit("reason", m.reason);
    } else if constexpr (std::is_same_v<Plain, event::StatusReport>) {
        visit("model", m.model), visit("jobs", m.jobs), visit("resident_bytes", m.resident_bytes);
    } else if constexpr (std::is_same_v<Plain, event::TokensCounted>) {
        visit("serial", m.serial), visit("tokens", m.tokens), visit("limit", m.limit), visit("dropped", m.dropped);
        visit("failure", m.failure);
    } else if constexpr (std::is_same_v<Plain, event::Warning>) {
        visit("job", m.job), visit("message", m.message);
    } else if constexpr (std::is_same_v<Plain, event::Failed>) {
        visit("job", m.job), visit("error", m.error);
    }
}

// In the order of the variants.
constexpr std::array<const char*, 7> kRequestTypes = {"load",   "render",       "preview", "control",
                                                      "status", "count_tokens", "quit"};
constexpr std::array<const char*, 14> kEventTypes = {"ready",   "loaded",         "queued",  "shot_started", "step",
                                                     "preview", "frames_decoded", "take",    "shot_failed",  "job",
                                                     "status",  "tokens_counted", "warning", "failed"};
static_assert(std::variant_size_v<WorkerRequest> == kRequestTypes.size());
static_assert(std::variant_size_v<WorkerEvent> == kEventTypes.size());

template <typename Message> std::string write(const Message& message, const char* type) {
    Writer writer{Json{{"v", kWorkerProtocolVersion}, {"type", type}}};
    std::visit([&](const auto& known) { fields(writer, known); }, message);
    return writer.object.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// Refuses what the fields' types cannot: identities that are missing, counts out of range.
Result<void> check(const WorkerRequest& message) {
    if (const auto* render = std::get_if<request::Render>(&message)) {
        if (render->job.is_empty() || render->project_path.empty()) {
            return bad_input("render needs the fields 'job' and 'project_path'");
        }
        if (render->takes < 1 || render->takes > 64) {
            return bad_input("render: 'takes' must be from 1 to 64");
        }
    }
    if (const auto* control = std::get_if<request::Control>(&message); control != nullptr && control->job.is_empty()) {
        return bad_input("control needs the field 'job'");
    }
    if (const auto* load = std::get_if<request::Load>(&message); load != nullptr && load->model.empty()) {
        return bad_input("load needs the field 'model'");
    }
    if (const auto* count = std::get_if<request::CountTokens>(&message); count != nullptr && count->model.empty()) {
        return bad_input("count_tokens needs the field 'model'");
    }
    return {};
}

Result<void> check(const WorkerEvent& /*event*/) {
    return {};
}

template <typename Message, size_t Index = 0> Message make(size_t index) {
    if constexpr (Index + 1 < std::variant_size_v<Message>) {
        if (index != Index) {
            return make<Message, Index + 1>(index);
        }
    }
    return Message(std::in_place_index<Index>);
}

template <typename Message, size_t N>
Result<Message> parse(std::string_view line, const std::array<const char*, N>& types) {
    if (line.size() > kLongestWorkerLine) {
        return bad_input("a line of " + std::to_string(line.size()) + " bytes is too long");
    }
    // A depth limit by hand: nlohmann parses recursively and a hostile line could otherwise exhaust the stack.
    int64_t depth = 0;
    const auto limit_depth = [&](int /*depth*/, Json::parse_event_t event, Json& /*value*/) {
        depth += event == Json::parse_event_t::object_start || event == Json::parse_event_t::array_start ? 1 : 0;
        depth -= event == Json::parse_event_t::object_end || event == Json::parse_event_t::array_end ? 1 : 0;
        if (depth > 8) {
            throw std::invalid_argument("nested too deeply");
        }
        return true;
    };
    return guard("reading a line", ErrorCode::BadInput, [&]() -> Result<Message> {
        const Json object = Json::parse(line, limit_depth);
        if (!object.is_object()) {
            return bad_input("expected a JSON object on a line");
        }
        if (object.value("v", int64_t{0}) != kWorkerProtocolVersion) {
            return bad_input("this worker speaks protocol version " + std::to_string(kWorkerProtocolVersion),
                             "Update the older of the two programs.");
        }
        const std::string type = object.value("type", std::string());
        for (size_t i = 0; i < types.size(); ++i) {
            if (type != types[i]) {
                continue;
            }
            Message message = make<Message>(i);
            Reader reader{object};
            std::visit([&](auto& known) { fields(reader, known); }, message);
            if (auto checked = check(message); !checked) {
                return checked.error();
            }
            return message;
        }
        return bad_input("unknown message type '" + type + "'");
    });
}

} // namespace

std::string to_line(const WorkerRequest& request) {
    return write(request, kRequestTypes[request.index()]);
}

std::string to_line(const WorkerEvent& event) {
    return write(event, kEventTypes[event.index()]);
}

Result<WorkerRequest> parse_request(std::string_view line) {
    return parse<WorkerRequest>(line, kRequestTypes);
}

Result<WorkerEvent> parse_event(std::string_view line) {
    return parse<WorkerEvent>(line, kEventTypes);
}

} // namespace longtake
