// SPDX-License-Identifier: Apache-2.0
// All takes of a film as values, read once from disk, and the questions the plan asks about them. Takes form a tree:
// each knows which take it continues.
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/cache/receipt.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace longtake {

/// Why and where a take was set aside.
struct QuarantinedTake {
    TakeId take;
    std::string reason;
    std::filesystem::path folder; ///< where it lies now; empty when it could not be moved (a read-only disk)
    bool operator==(const QuarantinedTake&) const = default;
};

/// A shot's last failed attempt.
struct RenderFailure {
    std::string key; ///< of what was being rendered
    std::string message;
    bool operator==(const RenderFailure&) const = default;
};

/// SHA-256 of a take's latents file; empty when the receipt has none.
std::string latents_checksum(const Receipt& receipt);

class TakeIndex {
public:
    TakeIndex() = default;
    TakeIndex(std::vector<Receipt> takes,
              std::vector<QuarantinedTake> quarantined,
              std::map<ShotId, RenderFailure> failures);

    const std::map<TakeId, Receipt>& takes() const { return takes_; }
    /// Set aside while this index was read.
    const std::vector<QuarantinedTake>& quarantined() const { return quarantined_; }
    const std::map<ShotId, RenderFailure>& failures() const { return failures_; }

    /// Null when there is no such take.
    const Receipt* find(const TakeId& take) const;
    /// Takes with this key, the newest first.
    std::vector<const Receipt*> with_key(const std::string& key) const;
    /// Takes made for this shot, the newest first.
    std::vector<const Receipt*> of_shot(const ShotId& shot) const;
    /// The take that `take` continues from: the one it names, or another with the very latents it was made from (one
    /// that was rendered again). Null when there is none.
    const Receipt* parent_of(const Receipt& take) const;
    /// The take, the one it continues from, and so on to the start of its stream. An Error when a take of the chain is
    /// not there, or when the chain runs in a circle (spelled out).
    Result<std::vector<TakeId>> stream_of(const TakeId& take) const;
    /// Takes that continue from `take`.
    std::vector<TakeId> children_of(const TakeId& take) const;
    /// One above the largest serial.
    int64_t next_serial() const;

private:
    std::map<TakeId, Receipt> takes_;
    std::vector<QuarantinedTake> quarantined_;
    std::map<ShotId, RenderFailure> failures_;
    std::multimap<std::string, TakeId> by_key_;
    std::multimap<ShotId, TakeId> by_shot_;
    std::multimap<std::string, TakeId> by_latents_; // checksum of the latents file
    std::multimap<TakeId, TakeId> children_;
};

} // namespace longtake
