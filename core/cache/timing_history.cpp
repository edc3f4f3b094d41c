// SPDX-License-Identifier: Apache-2.0
#include "core/cache/timing_history.h"

#include "core/base/atomic_file.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

namespace longtake {

namespace {

using Json = nlohmann::ordered_json;

constexpr int64_t kMemory = 64; ///< later measurements weigh at least 1/64, so that the mean follows the machine
constexpr uintmax_t kLargestFile = uintmax_t{16} << 20;
constexpr size_t kMostTimings = 4096;

/// Least squares of seconds = a * tokens + b * tokens^2 with a, b >= 0, each measurement relative to its own size so
/// that short windows count as much as long ones.
double fitted(const std::vector<Timing>& measured, double tokens) {
    double s11 = 0;
    double s12 = 0;
    double s22 = 0;
    double t1 = 0;
    double t2 = 0;
    for (const Timing& timing : measured) {
        // Divided by the measured seconds: relative errors.
        const double x1 = static_cast<double>(timing.tokens) / timing.seconds;
        const double x2 = x1 * static_cast<double>(timing.tokens);
        s11 += x1 * x1;
        s12 += x1 * x2;
        s22 += x2 * x2;
        t1 += x1;
        t2 += x2;
    }
    const double determinant = s11 * s22 - s12 * s12;
    double a = t1 / s11;
    double b = 0;
    if (determinant > 1e-9 * s11 * s22) {
        a = (t1 * s22 - t2 * s12) / determinant;
        b = (t2 * s11 - t1 * s12) / determinant;
    }
    if (b < 0) {
        a = t1 / s11;
        b = 0;
    } else if (a < 0) {
        a = 0;
        b = t2 / s22;
    }
    return a * tokens + b * tokens * tokens;
}

size_t count_window_lengths(const std::vector<Timing>& measured) {
    std::set<int64_t> lengths;
    for (const Timing& timing : measured) {
        lengths.insert(timing.tokens);
    }
    return lengths.size();
}

double pixels(Size size) {
    return static_cast<double>(size.width) * static_cast<double>(size.height);
}

Timing timing_from_json(const Json& json) {
    return {json.at("model").get<std::string>(),
            json.at("device").get<std::string>(),
            {json.at("width").get<int64_t>(), json.at("height").get<int64_t>()},
            json.at("tokens").get<int64_t>(),
            json.at("seconds").get<double>(),
            json.at("count").get<int64_t>()};
}

bool is_sound(const Timing& timing) {
    return std::isfinite(timing.seconds) && timing.seconds > 0 && timing.count > 0 && timing.tokens >= 0 &&
           timing.size.width > 0 && timing.size.height > 0;
}

} // namespace

TimingHistory TimingHistory::load(const std::filesystem::path& file) {
    const auto read = guard("reading " + file.string(), ErrorCode::BadInput, [&]() -> Result<TimingHistory> {
        const auto text = read_file(file, kLargestFile);
        if (!text) {
            return text.error();
        }
        const Json json = Json::parse(*text);
        TimingHistory history;
        for (const Json& entry : json.at("timings")) {
            const Timing timing = timing_from_json(entry);
            if (is_sound(timing) && history.timings_.size() < kMostTimings) {
                history.timings_.push_back(timing);
            }
        }
        return history;
    });
    return read ? *read : TimingHistory();
}

Result<void> TimingHistory::save(const std::filesystem::path& file) const {
    Json list = Json::array();
    for (const Timing& timing : timings_) {
        list.push_back({{"model", timing.model_hash},
                        {"device", timing.device},
                        {"width", timing.size.width},
                        {"height", timing.size.height},
                        {"tokens", timing.tokens},
                        {"seconds", timing.seconds},
                        {"count", timing.count}});
    }
    std::error_code ignored;
    std::filesystem::create_directories(file.parent_path(), ignored);
    Json json;
    json["timings"] = std::move(list);
    return write_file_atomically(file, json.dump(1, ' ', false, Json::error_handler_t::replace));
}

void TimingHistory::add(Timing timing) {
    if (!is_sound(timing)) {
        return;
    }
    const auto known = std::ranges::find_if(timings_, [&](const Timing& other) {
        return other.model_hash == timing.model_hash && other.device == timing.device && other.size == timing.size &&
               other.tokens == timing.tokens;
    });
    if (known == timings_.end()) {
        timings_.push_back(std::move(timing));
        return;
    }
    known->count += timing.count;
    const double share = static_cast<double>(timing.count) / static_cast<double>(std::min(known->count, kMemory));
    known->seconds += (timing.seconds - known->seconds) * std::min(1.0, share);
}

void TimingHistory::add_step(const std::string& model_hash,
                             const std::string& device,
                             Size size,
                             int64_t tokens,
                             int64_t passes,
                             double seconds) {
    if (tokens > 0 && passes > 0) {
        add({model_hash, device, size, tokens, seconds / static_cast<double>(passes), 1});
    }
}

void TimingHistory::add_decoding(
    const std::string& model_hash, const std::string& device, Size size, int64_t frames, double seconds) {
    if (frames > 0) {
        add({model_hash, device, size, 0, seconds / static_cast<double>(frames), frames});
    }
}

std::optional<double>
TimingHistory::pass_s(const std::string& model_hash, const std::string& device, Size size, int64_t tokens) const {
    std::vector<Timing> here;
    std::vector<Timing> anywhere;
    for (const Timing& timing : timings_) {
        if (timing.model_hash != model_hash || timing.device != device || timing.tokens == 0) {
            continue;
        }
        anywhere.push_back(timing);
        if (timing.size != size) {
            continue;
        }
        if (timing.tokens == tokens) {
            return timing.seconds;
        }
        here.push_back(timing);
    }
    if (anywhere.empty()) {
        return std::nullopt;
    }
    return fitted(count_window_lengths(here) >= 2 ? here : anywhere, static_cast<double>(tokens));
}

std::optional<double>
TimingHistory::frame_s(const std::string& model_hash, const std::string& device, Size size) const {
    const Timing* nearest = nullptr;
    const auto distance = [&](const Timing& timing) { return std::abs(std::log(pixels(timing.size) / pixels(size))); };
    for (const Timing& timing : timings_) {
        if (timing.model_hash == model_hash && timing.device == device && timing.tokens == 0 &&
            (nearest == nullptr || distance(timing) < distance(*nearest))) {
            nearest = &timing;
        }
    }
    if (nearest == nullptr) {
        return std::nullopt;
    }
    return nearest->seconds * pixels(size) / pixels(nearest->size);
}

std::string TimingHistory::usual_device(const std::string& model_hash) const {
    std::map<std::string, int64_t> counts;
    for (const Timing& timing : timings_) {
        counts[timing.device] += timing.model_hash == model_hash ? timing.count : 0;
    }
    const auto most = std::ranges::max_element(counts, {}, &std::pair<const std::string, int64_t>::second);
    return most == counts.end() || most->second == 0 ? std::string() : most->first;
}

} // namespace longtake
