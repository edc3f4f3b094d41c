// SPDX-License-Identifier: Apache-2.0
// A disk of a few kilobytes, so that writing to a full one can be tried for real. Needs Linux and the right to mount;
// elsewhere is_mounted() says no and the test says so.
#pragma once

#include "tests/support/temporary_folder.h"

#include <cstdint>
#include <string>

#ifdef __linux__
#include <sys/mount.h>
#endif

namespace longtake {

class SmallDisk {
public:
    explicit SmallDisk([[maybe_unused]] int64_t bytes) {
#ifdef __linux__
        const std::string options = "size=" + std::to_string(bytes);
        is_mounted_ = mount("tmpfs", folder_.path().c_str(), "tmpfs", 0, options.c_str()) == 0;
#endif
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;
    ~SmallDisk() {
#ifdef __linux__
        if (is_mounted_) {
            umount2(folder_.path().c_str(), MNT_DETACH);
        }
#endif
    }

    bool is_mounted() const {
        return is_mounted_;
    }
    const std::filesystem::path& path() const {
        return folder_.path();
    }
    size_t entry_count() const {
        return folder_.entry_count();
    }

private:
    TemporaryFolder folder_;
    bool is_mounted_ = false;
};

} // namespace longtake
