// SPDX-License-Identifier: Apache-2.0
#include "core/project/story_alignment.h"

#include "core/base/ascii.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace longtake {

namespace {

/// Below this two passages are different ones.
constexpr double kAlike = 0.4;
/// How many old passages of the same gap a new one is compared with.
constexpr size_t kWindow = 50;

std::vector<std::string> words_of(const std::string& text) {
    std::vector<std::string> words;
    std::string word;
    for (const char letter : text + " ") {
        const bool is_word = static_cast<unsigned char>(letter) >= 0x80 || (letter >= 'a' && letter <= 'z') ||
                             (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9');
        if (is_word) {
            word += lower_ascii(letter);
        } else if (!word.empty()) {
            words.push_back(std::move(word));
            word.clear();
        }
    }
    std::sort(words.begin(), words.end());
    return words;
}

/// The k-th old passage of some words belongs to the k-th new one of the same words.
std::vector<PassageMatch> match_equal(const std::vector<std::string>& old_passages,
                                      const std::vector<std::string>& new_passages) {
    std::unordered_map<std::string_view, std::vector<size_t>> places;
    for (size_t index = old_passages.size(); index-- > 0;) {
        places[old_passages[index]].push_back(index);
    }
    std::vector<PassageMatch> matches(new_passages.size());
    for (size_t index = 0; index < new_passages.size(); ++index) {
        const auto found = places.find(new_passages[index]);
        if (found != places.end() && !found->second.empty()) {
            matches[index] = {found->second.back(), true, false};
            found->second.pop_back();
        }
    }
    return matches;
}

/// Marks all equal passages that are not on the longest run that keeps its order.
void mark_moved(std::vector<PassageMatch>& matches) {
    std::vector<size_t> tails; // new index that ends the best run of each length
    std::vector<std::optional<size_t>> before(matches.size());
    for (size_t index = 0; index < matches.size(); ++index) {
        if (!matches[index].old_index) {
            continue;
        }
        const auto place =
            std::lower_bound(tails.begin(), tails.end(), *matches[index].old_index,
                             [&](size_t tail, size_t old_index) { return *matches[tail].old_index < old_index; });
        if (place != tails.begin()) {
            before[index] = *std::prev(place);
        }
        matches[index].is_moved = true;
        if (place == tails.end()) {
            tails.push_back(index);
        } else {
            *place = index;
        }
    }
    for (auto index = tails.empty() ? std::nullopt : std::optional<size_t>(tails.back()); index;
         index = before[*index]) {
        matches[*index].is_moved = false;
    }
}

/// Pairs what is left between two passages that kept their place, by likeness and in order.
class GapMatcher {
public:
    GapMatcher(const std::vector<std::string>& old_passages,
               const std::vector<std::string>& new_passages,
               std::vector<PassageMatch>& matches)
        : old_passages_(old_passages)
        , new_passages_(new_passages)
        , matches_(matches)
        , is_taken_(old_passages.size(), false) {
        for (const PassageMatch& match : matches) {
            if (match.old_index) {
                is_taken_[*match.old_index] = true;
            }
        }
    }

    void match_all() {
        size_t old_begin = 0;
        size_t new_begin = 0;
        for (size_t index = 0; index < matches_.size(); ++index) {
            if (matches_[index].is_equal && !matches_[index].is_moved) {
                match_gap(old_begin, *matches_[index].old_index, new_begin, index);
                old_begin = *matches_[index].old_index + 1;
                new_begin = index + 1;
            }
        }
        match_gap(old_begin, old_passages_.size(), new_begin, matches_.size());
    }

private:
    void match_gap(size_t old_begin, size_t old_end, size_t new_begin, size_t new_end) {
        for (size_t index = new_begin; index < new_end; ++index) {
            if (matches_[index].old_index) {
                continue;
            }
            if (const auto best = most_alike(old_begin, old_end, new_passages_[index])) {
                matches_[index].old_index = *best;
                is_taken_[*best] = true;
                old_begin = *best + 1;
            }
        }
    }

    std::optional<size_t> most_alike(size_t old_begin, size_t old_end, const std::string& passage) const {
        std::optional<size_t> best;
        double most = kAlike;
        size_t seen = 0;
        for (size_t index = old_begin; index < old_end && seen < kWindow; ++index) {
            if (is_taken_[index]) {
                continue;
            }
            ++seen;
            const double alike = similarity(old_passages_[index], passage);
            if (alike > most || (!best && alike >= most)) {
                best = index;
                most = alike;
            }
        }
        return best;
    }

    const std::vector<std::string>& old_passages_;
    const std::vector<std::string>& new_passages_;
    std::vector<PassageMatch>& matches_;
    std::vector<bool> is_taken_;
};

} // namespace

std::vector<PassageMatch> align_passages(const std::vector<std::string>& old_passages,
                                         const std::vector<std::string>& new_passages) {
    std::vector<PassageMatch> matches = match_equal(old_passages, new_passages);
    mark_moved(matches);
    GapMatcher(old_passages, new_passages, matches).match_all();
    return matches;
}

double similarity(const std::string& a, const std::string& b) {
    const auto words_a = words_of(a);
    const auto words_b = words_of(b);
    std::vector<std::string> shared;
    std::set_intersection(words_a.begin(), words_a.end(), words_b.begin(), words_b.end(), std::back_inserter(shared));
    const size_t all = words_a.size() + words_b.size();
    return all == 0 ? 1.0 : 2.0 * static_cast<double>(shared.size()) / static_cast<double>(all);
}

} // namespace longtake
