// SPDX-License-Identifier: Apache-2.0
// Takes on disk, in `<film>.t2vdata/takes/<take id>/`. A take is there whole or not at all; one whose files are not
// what its receipt says is moved to `quarantine/` the moment that is seen, and never given out.
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/cache/receipt.h"
#include "core/cache/take_index.h"
#include "core/project/project_path.h"

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace longtake {

inline constexpr const char* kReceiptFile = "receipt.json";

/// A take being made: a folder to write its files into. Without commit() it is gone again.
class NewTake {
public:
    NewTake(NewTake&& other) noexcept;
    NewTake& operator=(NewTake&& other) noexcept;
    NewTake(const NewTake&) = delete;
    NewTake& operator=(const NewTake&) = delete;
    ~NewTake();

    const TakeId& id() const { return id_; }
    const std::filesystem::path& folder() const { return folder_; }
    std::filesystem::path file(const char* name) const { return folder_ / name; }

private:
    friend class TakeStore;
    NewTake(TakeId id, std::filesystem::path folder);

    TakeId id_;
    std::filesystem::path folder_;
};

/// Not thread-safe; two processes may use one folder (each take is written under its own name and then renamed).
class TakeStore {
public:
    explicit TakeStore(std::filesystem::path data_folder);

    const std::filesystem::path& folder() const { return folder_; }
    std::filesystem::path take_folder(const TakeId& take) const;

    /// Reads all receipts and checks that their files are there in the right size; sets aside those that are not.
    /// Contents are checked by verify(). A folder that does not exist is an empty store.
    Result<TakeIndex> load() const;

    /// A folder for a take with this key. The id is made from the key, so it needs neither clock nor luck.
    Result<NewTake> begin(const std::string& key);
    /// Fills in id, key, and the checksums of all files in the folder, writes the receipt, flushes all and renames.
    /// Refuses a take without latents or frames. Returns the receipt as stored.
    Result<Receipt> commit(NewTake take, Receipt receipt);

    /// Reads every byte of the take and compares; sets it aside when it is not what the receipt says. A take that
    /// passed is not read again by this object.
    Result<Receipt> verify(const TakeId& take);
    /// The same for one file of the take alone; where it lies.
    Result<std::filesystem::path> verified_file(const Receipt& receipt, const char* name);

    /// Moves the take to `quarantine/` with the reason in words beside it.
    QuarantinedTake quarantine(const TakeId& take, const std::string& reason) const;
    /// Deletes takes for good; each is renamed away first, so that a kill in between leaves no half take.
    Result<void> remove(const std::vector<TakeId>& takes);

    /// Removes what killed programs left: folders of takes begun or being deleted by processes that are gone.
    void remove_leftovers() const;

private:
    std::filesystem::path takes_folder() const { return folder_ / "takes"; }

    std::filesystem::path folder_;
    std::map<TakeId, Receipt> verified_;
    std::set<std::filesystem::path> verified_files_;
};

} // namespace longtake
