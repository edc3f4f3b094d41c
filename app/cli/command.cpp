// SPDX-License-Identifier: Apache-2.0
#include "app/cli/command.h"

#include <algorithm>
#include <iomanip>
#include <iostream>

namespace longtake {

namespace {

void print_overview(std::ostream& out, const std::vector<Command>& commands) {
    out << "longtake " LONGTAKE_VERSION ": films told in shots\n\nusage: longtake COMMAND [...]\n\n";
    for (const Command& command : commands) {
        out << "  " << std::left << std::setw(10) << command.name << ' ' << command.summary << '\n';
    }
    out << "\n`longtake COMMAND --help` explains one command.\n";
}

void print_help(std::ostream& out, const Command& command) {
    out << "longtake " << command.name << ": " << command.summary << "\n\nusage: longtake " << command.name << ' '
        << command.usage << '\n';
    if (!command.options.empty()) {
        out << '\n';
    }
    for (const Option& option : command.options) {
        const std::string left = option.name + (option.value_name.empty() ? "" : " " + option.value_name);
        out << "  " << std::left << std::setw(26) << left << ' ' << option.help << '\n';
    }
}

int report(const Error& error) {
    std::cerr << "longtake: " << error.message << '\n';
    if (!error.hint.empty()) {
        std::cerr << "  " << error.hint << '\n';
    }
    return exit_code(error);
}

bool wants_help(const std::vector<std::string>& words) {
    return std::any_of(words.begin(), words.end(),
                       [](const std::string& word) { return word == "--help" || word == "-h"; });
}

} // namespace

int exit_code(const Error& error) {
    switch (error.code) {
    case ErrorCode::BadInput: return 2;
    case ErrorCode::Model: return 3;
    case ErrorCode::Device:
    case ErrorCode::OutOfMemory: return 4;
    case ErrorCode::Cancelled: return 5;
    case ErrorCode::Internal: return 1;
    }
    return 1;
}

int run_command_line(const std::vector<std::string>& words) {
    std::vector<Command> commands = film_commands();
    for (Command& command : engine_commands()) {
        commands.push_back(std::move(command));
    }
    if (words.empty() || words[0] == "--help" || words[0] == "-h" || words[0] == "help") {
        print_overview(words.empty() ? std::cerr : std::cout, commands);
        return words.empty() ? 2 : 0;
    }
    if (words[0] == "--version") {
        std::cout << "longtake " LONGTAKE_VERSION "\n";
        return 0;
    }
    const auto command =
        std::find_if(commands.begin(), commands.end(), [&](const Command& known) { return known.name == words[0]; });
    if (command == commands.end()) {
        return report(bad_input("unknown command '" + words[0] + "'", "`longtake --help` lists the commands."));
    }
    const std::vector<std::string> rest(words.begin() + 1, words.end());
    if (wants_help(rest)) {
        print_help(std::cout, *command);
        return 0;
    }
    const auto arguments =
        Arguments::parse(rest, command->options, command->least_positionals, command->most_positionals);
    if (!arguments) {
        return report(arguments.error());
    }
    const auto done = guard(command->name, ErrorCode::Internal, [&] { return command->run(*arguments); });
    return done ? 0 : report(done.error());
}

} // namespace longtake
