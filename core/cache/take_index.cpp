// SPDX-License-Identifier: Apache-2.0
#include "core/cache/take_index.h"

#include <algorithm>
#include <set>
#include <utility>

namespace longtake {

namespace {

template <typename Key>
std::vector<const Receipt*>
newest_first(const std::multimap<Key, TakeId>& ids, const Key& key, const std::map<TakeId, Receipt>& takes) {
    std::vector<const Receipt*> found;
    const auto [begin, end] = ids.equal_range(key);
    for (auto entry = begin; entry != end; ++entry) {
        found.push_back(&takes.at(entry->second));
    }
    std::ranges::stable_sort(found, std::greater<>(), &Receipt::serial);
    return found;
}

} // namespace

std::string latents_checksum(const Receipt& receipt) {
    const auto file = receipt.files.find(kLatentsFile);
    return file == receipt.files.end() ? std::string() : file->second.sha256;
}

TakeIndex::TakeIndex(std::vector<Receipt> takes,
                     std::vector<QuarantinedTake> quarantined,
                     std::map<ShotId, RenderFailure> failures)
    : quarantined_(std::move(quarantined))
    , failures_(std::move(failures)) {
    for (Receipt& receipt : takes) {
        by_key_.emplace(receipt.key, receipt.take);
        by_shot_.emplace(receipt.shot, receipt.take);
        if (!receipt.continues_from.is_empty()) {
            children_.emplace(receipt.continues_from, receipt.take);
        }
        if (const std::string checksum = latents_checksum(receipt); !checksum.empty()) {
            by_latents_.emplace(checksum, receipt.take);
        }
        const TakeId id = receipt.take;
        takes_.emplace(id, std::move(receipt));
    }
}

const Receipt* TakeIndex::find(const TakeId& take) const {
    const auto found = takes_.find(take);
    return found == takes_.end() ? nullptr : &found->second;
}

std::vector<const Receipt*> TakeIndex::with_key(const std::string& key) const {
    return newest_first(by_key_, key, takes_);
}

std::vector<const Receipt*> TakeIndex::of_shot(const ShotId& shot) const {
    return newest_first(by_shot_, shot, takes_);
}

const Receipt* TakeIndex::parent_of(const Receipt& take) const {
    const Receipt* named = find(take.continues_from);
    if (named != nullptr && latents_checksum(*named) == take.context_sha256) {
        return named;
    }
    const auto same = by_latents_.find(take.context_sha256);
    return take.context_sha256.empty() || same == by_latents_.end() ? nullptr : find(same->second);
}

Result<std::vector<TakeId>> TakeIndex::stream_of(const TakeId& take) const {
    std::vector<TakeId> stream;
    std::set<TakeId> seen;
    std::string spelled = take.value;
    for (const Receipt* at = find(take); at != nullptr; at = parent_of(*at)) {
        if (!seen.insert(at->take).second) {
            return bad_input("takes continue from each other in a circle: " + spelled, "Render the shot again.");
        }
        stream.push_back(at->take);
        if (at->continues_from.is_empty()) {
            return stream;
        }
        spelled += " continues from " + at->continues_from.value;
    }
    return bad_input("a take is not there: " + spelled, "Render the shot again.");
}

std::vector<TakeId> TakeIndex::children_of(const TakeId& take) const {
    std::vector<TakeId> found;
    const auto [begin, end] = children_.equal_range(take);
    for (auto entry = begin; entry != end; ++entry) {
        found.push_back(entry->second);
    }
    return found;
}

int64_t TakeIndex::next_serial() const {
    int64_t largest = 0;
    for (const auto& [id, receipt] : takes_) {
        largest = std::max(largest, receipt.serial);
    }
    return largest + 1;
}

} // namespace longtake
