// SPDX-License-Identifier: Apache-2.0
// Which process of which machine: enough to tell a running program from one that has died and whose number another has
// now.
#pragma once

#include <optional>
#include <string>

namespace longtake {

struct ProcessIdentity {
    int pid = 0;
    std::string host;
    /// When the process began, in the system's own words (boot and clock ticks on Linux); empty where it will not say.
    std::string start_token;

    bool operator==(const ProcessIdentity&) const = default;
};

ProcessIdentity this_process();

/// The process of this machine that has the number now, if any.
std::optional<ProcessIdentity> find_process(int pid);

enum class ProcessState {
    Running,
    Dead,
    Unknown, ///< of another machine
};

/// Whether the very process `identity` names still runs on this machine.
ProcessState state_of(const ProcessIdentity& identity);

} // namespace longtake
