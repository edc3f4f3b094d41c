// SPDX-License-Identifier: Apache-2.0
// Errors as values. A function that can fail because of the outside world returns Result<T>; a bug is an assert.
// Written by hand (not std::expected, which GCC 12 lacks in C++20) because the engine-only build has three
// dependencies.
#pragma once

#include <exception>
#include <new>
#include <string>
#include <utility>
#include <variant>

namespace longtake {

/// What kind of failure; the command line maps it to its exit code.
enum class ErrorCode { BadInput, Model, Device, OutOfMemory, Cancelled, Internal };

/// What failed, on which file or shape, and what the user can do about it.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string message;
    std::string hint;

    bool operator==(const Error&) const = default;
};

/// Either a T or an Error. Check with `if (!r)`, then use `*r` or `r.error()`.
template <typename T> class [[nodiscard]] Result {
public:
    Result(T value)
        : state_(std::in_place_index<0>, std::move(value)) {}
    Result(Error error)
        : state_(std::in_place_index<1>, std::move(error)) {}

    explicit operator bool() const { return state_.index() == 0; }
    T& operator*() & { return std::get<0>(state_); }
    const T& operator*() const& { return std::get<0>(state_); }
    T&& operator*() && { return std::get<0>(std::move(state_)); }
    T* operator->() { return &std::get<0>(state_); }
    const T* operator->() const { return &std::get<0>(state_); }
    const Error& error() const { return std::get<1>(state_); }

private:
    std::variant<T, Error> state_;
};

/// Success without a value, or an Error.
template <> class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error)
        : error_(std::move(error))
        , has_value_(false) {}

    explicit operator bool() const { return has_value_; }
    const Error& error() const { return error_; }

private:
    Error error_;
    bool has_value_ = true;
};

inline Error bad_input(std::string message, std::string hint = {}) {
    return {ErrorCode::BadInput, std::move(message), std::move(hint)};
}

inline Error model_error(std::string message, std::string hint = {}) {
    return {ErrorCode::Model, std::move(message), std::move(hint)};
}

/// Runs `body` and turns what it throws into an Error: the place where exceptions of libraries stop.
/// `doing` names the work in the message ("loading the VAE"); `code` is used for plain exceptions.
template <typename Body> auto guard(const std::string& doing, ErrorCode code, Body&& body) -> decltype(body()) {
    try {
        return body();
    } catch (const std::bad_alloc&) {
        return Error{ErrorCode::OutOfMemory, doing + ": out of memory", "Choose a smaller size or a smaller model."};
    } catch (const std::exception& failure) {
        return Error{code, doing + ": " + failure.what(), {}};
    }
}

} // namespace longtake
