// SPDX-License-Identifier: Apache-2.0
// Two ends of a conversation in lines between threads: an input that waits for lines, an output whose lines can be
// waited for. What a pipe to a child process is, without the process.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <streambuf>
#include <string>

namespace longtake {

class LineInput : public std::streambuf {
public:
    void say(const std::string& line) {
        const std::lock_guard lock(mutex_);
        lines_.push_back(line + "\n");
        changed_.notify_all();
    }
    /// The end of the input.
    void close() {
        const std::lock_guard lock(mutex_);
        is_closed_ = true;
        changed_.notify_all();
    }

protected:
    int_type underflow() override {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return is_closed_ || !lines_.empty(); });
        if (lines_.empty()) {
            return traits_type::eof();
        }
        current_ = lines_.front();
        lines_.pop_front();
        setg(current_.data(), current_.data(), current_.data() + current_.size());
        return traits_type::to_int_type(*gptr());
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<std::string> lines_;
    std::string current_;
    bool is_closed_ = false;
};

class LineOutput : public std::streambuf {
public:
    /// Blocks until a line after those already given out fulfils `wanted`, and returns it; lines before it are dropped.
    std::string wait_for(const std::function<bool(const std::string&)>& wanted) {
        std::unique_lock lock(mutex_);
        for (;;) {
            while (!lines_.empty()) {
                std::string line = std::move(lines_.front());
                lines_.pop_front();
                if (wanted(line)) {
                    return line;
                }
            }
            changed_.wait(lock);
        }
    }

protected:
    int_type overflow(int_type letter) override {
        if (!traits_type::eq_int_type(letter, traits_type::eof())) {
            const char text = traits_type::to_char_type(letter);
            xsputn(&text, 1);
        }
        return traits_type::not_eof(letter);
    }
    std::streamsize xsputn(const char* text, std::streamsize count) override {
        const std::lock_guard lock(mutex_);
        for (std::streamsize i = 0; i < count; ++i) {
            if (text[i] == '\n') {
                lines_.push_back(std::move(current_));
                current_.clear();
                changed_.notify_all();
            } else {
                current_.push_back(text[i]);
            }
        }
        return count;
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<std::string> lines_;
    std::string current_;
};

} // namespace longtake
