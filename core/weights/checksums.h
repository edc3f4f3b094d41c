// SPDX-License-Identifier: Apache-2.0
// Checksums that a model directory brings along, compared with its files. Read are sha256sum lists (SHA256SUMS,
// *.sha256), what a Hugging Face download notes beside its files, and the names of blobs in a Hugging Face cache. Also
// finds files that Git LFS has not fetched: a clone holds a few lines of text in their place.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

namespace longtake {

/// What a file's bytes should be, and who says so.
struct PublishedChecksum {
    std::filesystem::path file;
    std::string sha256; ///< 64 lower-case hex digits
    std::string origin; ///< "SHA256SUMS", "Hugging Face"
    bool operator==(const PublishedChecksum&) const = default;
};

/// In the order of their paths; a file named twice with different checksums stands twice. Lines that are no checksum
/// are passed over, and so are names that leave the folder. Errors: the folder cannot be read.
Result<std::vector<PublishedChecksum>> find_checksums(const std::filesystem::path& folder);

struct ChecksumReport {
    int64_t files = 0; ///< compared, right or wrong
    int64_t bytes = 0;
    std::vector<std::string> faults; ///< "vae/model.safetensors is damaged: …", one a file
};

/// Reads every file once. `progress` gets bytes done and of all, after every piece. Cancelled when stopped. A file that
/// is missing or cannot be read is a fault, not an error.
Result<ChecksumReport> verify_checksums(const std::filesystem::path& folder,
                                        const std::vector<PublishedChecksum>& checksums,
                                        const std::function<void(int64_t done, int64_t total)>& progress,
                                        const std::stop_token& stop);

/// Files under `folder` that are Git LFS pointers, relative to it, in order.
std::vector<std::filesystem::path> unfetched_files(const std::filesystem::path& folder);

} // namespace longtake
