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

Result<std::vector<TakeId>> TakeIndex::stream_of(const TakeId& take) const {
    std::vector<TakeId> stream;
    std::set<TakeId> seen;
    std::string spelled;
    for (TakeId at = take; !at.is_empty(); at = takes_.at(at).continues_from) {
        spelled += (spelled.empty() ? "" : " continues from ") + at.value;
        if (!seen.insert(at).second) {
            return bad_input("takes continue from each other in a circle: " + spelled, "Render the shot again.");
        }
        if (find(at) == nullptr) {
            return bad_input("take " + at.value + " is not there: " + spelled, "Render the shot again.");
        }
        stream.push_back(at);
    }
    return stream;
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
