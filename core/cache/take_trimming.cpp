// SPDX-License-Identifier: Apache-2.0
#include "core/cache/take_trimming.h"

#include <algorithm>

namespace longtake {

namespace {

int64_t bytes_of(const Receipt& receipt) {
    int64_t bytes = 0;
    for (const auto& [name, file] : receipt.files) {
        bytes += file.bytes;
    }
    return bytes;
}

bool is_rated(const TakeRating& rating) {
    return rating.stars > 0 || !rating.note.empty();
}

/// `take` and everything it continues from, as far as it is there.
void protect_stream(const TakeIndex& index, const TakeId& take, std::set<TakeId>& kept) {
    for (const Receipt* at = index.find(take); at != nullptr && kept.insert(at->take).second;
         at = index.parent_of(*at)) {
    }
}

/// Goes through the candidates again and again, because a take may go only after all that continue from it.
class Trimmer {
public:
    Trimmer(const Project& project, const TakeIndex& index, const TrimRules& rules)
        : project_(project)
        , index_(index)
        , rules_(rules)
        , kept_(protected_takes(project, index)) {
        for (const auto& [id, receipt] : index.takes()) {
            plan_.kept_bytes += bytes_of(receipt);
            if (!kept_.contains(id)) {
                candidates_.push_back(&receipt);
            }
            if (const Receipt* parent = index.parent_of(receipt)) {
                ++child_counts_[parent->take];
            }
        }
        std::ranges::sort(candidates_, {}, [](const Receipt* receipt) { return receipt->serial; });
    }

    TrimPlan run() {
        remove_while([&](const Receipt& take) {
            const bool is_deleted = rules_.removes_deleted && project_.deleted_takes.contains(take.take);
            const bool is_old = rules_.oldest_allowed && take.created_at < *rules_.oldest_allowed;
            return is_deleted || is_old;
        });
        remove_while([&](const Receipt&) { return rules_.most_bytes && plan_.kept_bytes > *rules_.most_bytes; });
        return std::move(plan_);
    }

private:
    template <typename Wish> void remove_while(Wish is_wanted) {
        for (bool is_changed = true; is_changed;) {
            is_changed = false;
            for (auto entry = candidates_.begin(); entry != candidates_.end(); ++entry) {
                if (child_counts_[(*entry)->take] == 0 && is_wanted(**entry)) {
                    remove(**entry);
                    candidates_.erase(entry);
                    is_changed = true;
                    break;
                }
            }
        }
    }

    void remove(const Receipt& take) {
        plan_.takes.push_back(take.take);
        plan_.freed_bytes += bytes_of(take);
        plan_.kept_bytes -= bytes_of(take);
        if (const Receipt* parent = index_.parent_of(take)) {
            --child_counts_[parent->take];
        }
    }

    const Project& project_;
    const TakeIndex& index_;
    const TrimRules& rules_;
    std::set<TakeId> kept_;
    std::vector<const Receipt*> candidates_; ///< the oldest first
    std::map<TakeId, int64_t> child_counts_;
    TrimPlan plan_;
};

} // namespace

std::set<TakeId> protected_takes(const Project& project, const TakeIndex& index) {
    std::set<TakeId> kept;
    for (const Shot& shot : project.shots) {
        protect_stream(index, shot.chosen_take, kept);
    }
    for (const auto& [take, rating] : project.ratings) {
        if (is_rated(rating)) {
            protect_stream(index, take, kept);
        }
    }
    return kept;
}

TrimPlan plan_trimming(const Project& project, const TakeIndex& index, const TrimRules& rules) {
    return Trimmer(project, index, rules).run();
}

} // namespace longtake
