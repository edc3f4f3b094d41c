// SPDX-License-Identifier: Apache-2.0
#include "core/weights/checksums.h"

#include "core/base/ascii.h"
#include "core/base/atomic_file.h"
#include "core/base/hash.h"
#include "core/base/lfs_pointer.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string_view>

namespace longtake {

namespace {

namespace fs = std::filesystem;

constexpr size_t kDigits = 64;
constexpr uintmax_t kLargestList = uintmax_t{4} << 20;
constexpr size_t kPiece = size_t{1} << 20; // bytes read at once
const fs::path kDownloadNotes = fs::path(".cache") / "huggingface" / "download";

bool is_sha256(std::string_view text) {
    return text.size() == kDigits && text.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
}

/// A path from a list: relative, and it stays inside.
bool stays_inside(const fs::path& path) {
    return !path.empty() && path.is_relative() &&
           std::none_of(path.begin(), path.end(), [](const fs::path& part) { return part == ".."; });
}

/// "HEX  name", "HEX *name" or "SHA256 (name) = HEX"; in a file named for one other file also "HEX" alone.
void read_line(const std::string& line, const fs::path& list, std::vector<PublishedChecksum>& found) {
    std::string digits;
    std::string name;
    if (line.starts_with("SHA256 (")) {
        const size_t end = line.rfind(") = ");
        if (end == std::string::npos) {
            return;
        }
        name = line.substr(8, end - 8);
        digits = line.substr(end + 4);
    } else {
        digits = line.substr(0, kDigits);
        const size_t begin = line.find_first_not_of(" \t*", kDigits);
        name = line.size() > kDigits && begin != std::string::npos ? line.substr(begin) : "";
        if (line.size() > kDigits && line[kDigits] != ' ' && line[kDigits] != '\t') {
            return;
        }
    }
    if (name.empty() && list.extension() == ".sha256") {
        name = list.stem().string();
    }
    const fs::path relative = fs::path(name).lexically_normal();
    if (is_sha256(digits) && stays_inside(relative)) {
        found.push_back({list.parent_path() / relative, lower_ascii(digits), list.filename().string()});
    }
}

void read_list(const fs::path& list, std::vector<PublishedChecksum>& found) {
    const auto text = read_file(list, kLargestList);
    if (!text) {
        return; // no list of checksums is that large
    }
    std::istringstream lines(*text);
    for (std::string line; std::getline(lines, line);) {
        if (line.ends_with('\r')) {
            line.pop_back();
        }
        read_line(line, list, found);
    }
}

/// Three lines: commit, etag, time. For files kept by LFS the etag is the SHA-256, for others a Git hash.
void read_download_note(const fs::path& folder, const fs::path& note, std::vector<PublishedChecksum>& found) {
    const auto text = read_file(note, kLargestList);
    if (!text) {
        return;
    }
    std::istringstream lines(*text);
    std::string commit;
    std::string etag;
    std::getline(lines, commit);
    std::getline(lines, etag);
    if (is_sha256(etag)) {
        const fs::path name = note.lexically_relative(folder / kDownloadNotes).replace_extension();
        found.push_back({folder / name, lower_ascii(etag), "Hugging Face"});
    }
}

/// In a Hugging Face cache files are links to blobs that are named by their hash.
void read_link(const fs::path& link, std::vector<PublishedChecksum>& found) {
    std::error_code failure;
    const fs::path target = fs::read_symlink(link, failure);
    const std::string name = target.filename().string();
    if (!failure && target.parent_path().filename() == "blobs" && is_sha256(name)) {
        found.push_back({link, lower_ascii(name), "Hugging Face"});
    }
}

bool is_list(const fs::path& file) {
    const std::string name = lower_ascii(file.filename().string());
    return name == "sha256sums" || name == "sha256sums.txt" || name == "sha256sum.txt" || file.extension() == ".sha256";
}

/// Calls `visit` for everything below `folder` that is no folder; what Git keeps for itself is left out.
template <typename Visit> std::error_code visit_files(const fs::path& folder, Visit&& visit) {
    std::error_code failure;
    for (fs::recursive_directory_iterator entry(folder, failure), end; !failure && entry != end;
         entry.increment(failure)) {
        std::error_code ignored;
        if (entry->is_directory(ignored)) {
            if (entry->path().filename() == ".git") {
                entry.disable_recursion_pending();
            }
        } else {
            visit(*entry);
        }
    }
    return failure;
}

std::string name_in(const fs::path& folder, const fs::path& file) {
    return file.lexically_relative(folder).generic_string();
}

class Verification {
public:
    Verification(const fs::path& folder,
                 const std::function<void(int64_t, int64_t)>& progress,
                 const std::stop_token& stop)
        : folder_(folder)
        , progress_(progress)
        , stop_(stop) {}

    void plan(const std::vector<PublishedChecksum>& checksums) {
        for (const PublishedChecksum& checksum : checksums) {
            std::error_code failure;
            const uintmax_t size = fs::file_size(checksum.file, failure);
            total_ += failure ? 0 : static_cast<int64_t>(size);
        }
    }

    /// False when it was stopped.
    bool compare(const PublishedChecksum& checksum) {
        const std::string name = name_in(folder_, checksum.file);
        ++report_.files;
        std::error_code failure;
        if (!fs::exists(checksum.file, failure)) {
            report_.faults.push_back(name + " is missing; " + checksum.origin + " lists it");
            return true;
        }
        if (is_lfs_pointer(checksum.file)) {
            report_.faults.push_back(name + " is only a Git LFS pointer: the file itself was not fetched");
            return true;
        }
        std::ifstream file(checksum.file, std::ios::binary);
        Sha256 hash;
        std::vector<char> piece(kPiece);
        while (file.read(piece.data(), static_cast<std::streamsize>(piece.size())) || file.gcount() > 0) {
            if (stop_.stop_requested()) {
                return false;
            }
            hash.update(std::string_view(piece.data(), static_cast<size_t>(file.gcount())));
            report_.bytes += file.gcount();
            progress_(report_.bytes, std::max(total_, report_.bytes));
        }
        if (!file.eof()) { // an end sets eofbit; all else is a failed read
            report_.faults.push_back(name + " cannot be read");
        } else if (hash.hex() != checksum.sha256) {
            report_.faults.push_back(name + " is damaged: its SHA-256 is not the one that " + checksum.origin +
                                     " gives");
        }
        return true;
    }

    ChecksumReport take_report() { return std::move(report_); }

private:
    const fs::path& folder_;
    const std::function<void(int64_t, int64_t)>& progress_;
    const std::stop_token& stop_;
    int64_t total_ = 0;
    ChecksumReport report_;
};

} // namespace

Result<std::vector<PublishedChecksum>> find_checksums(const fs::path& folder) {
    std::vector<PublishedChecksum> found;
    const fs::path notes = folder / kDownloadNotes;
    const std::error_code failure = visit_files(folder, [&](const fs::directory_entry& entry) {
        std::error_code ignored;
        const bool is_note = entry.path().native().starts_with(notes.native());
        if (is_note && entry.path().extension() == ".metadata") {
            read_download_note(folder, entry.path(), found);
        } else if (entry.is_symlink(ignored)) {
            read_link(entry.path(), found);
        } else if (is_list(entry.path())) {
            read_list(entry.path(), found);
        }
    });
    if (failure) {
        return bad_input(folder.string() + " cannot be read: " + failure.message());
    }
    std::ranges::sort(found, {}, [](const PublishedChecksum& one) { return std::tie(one.file, one.sha256); });
    const auto same = [](const PublishedChecksum& a, const PublishedChecksum& b) {
        return a.file == b.file && a.sha256 == b.sha256;
    };
    found.erase(std::unique(found.begin(), found.end(), same), found.end());
    return found;
}

Result<ChecksumReport> verify_checksums(const fs::path& folder,
                                        const std::vector<PublishedChecksum>& checksums,
                                        const std::function<void(int64_t done, int64_t total)>& progress,
                                        const std::stop_token& stop) {
    Verification verification(folder, progress, stop);
    verification.plan(checksums);
    for (const PublishedChecksum& checksum : checksums) {
        if (!verification.compare(checksum)) {
            return Error{ErrorCode::Cancelled, "the check was stopped", {}};
        }
    }
    return verification.take_report();
}

std::vector<fs::path> unfetched_files(const fs::path& folder) {
    std::vector<fs::path> found;
    (void)visit_files(folder, [&](const fs::directory_entry& entry) { // what cannot be read is told by whoever needs it
        if (is_lfs_pointer(entry.path())) {
            found.push_back(entry.path().lexically_relative(folder));
        }
    });
    std::ranges::sort(found);
    return found;
}

} // namespace longtake
