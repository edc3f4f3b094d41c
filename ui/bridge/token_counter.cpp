// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/token_counter.h"

#include "ui/bridge/qt_convert.h"
#include "ui/bridge/worker_client.h"

namespace longtake::ui {

namespace {

constexpr int kPauseMilliseconds = 150; ///< of typing
constexpr qsizetype kMostKnown = 256;

} // namespace

TokenCounter::TokenCounter(WorkerClient& worker, QObject* parent)
    : QObject(parent)
    , worker_(worker) {
    pause_.setSingleShot(true);
    pause_.setInterval(kPauseMilliseconds);
    connect(&pause_, &QTimer::timeout, this, [this] { askForUnknown(); });
    connect(&worker_, &WorkerClient::stateChanged, this, [this](WorkerState state) {
        if (state == WorkerState::Ready) {
            asked_.clear(); // what was asked of the one before is not answered any more
            askForUnknown();
        }
    });
    connect(&worker_, &WorkerClient::eventReceived, this, [this](const WorkerEvent& event) {
        if (const auto* answer = std::get_if<event::TokensCounted>(&event)) {
            take(*answer);
        }
    });
}

void TokenCounter::setModel(const QString& model) {
    if (model != model_) {
        model_ = model;
        forget();
        pause_.start();
    }
}

void TokenCounter::forget() {
    known_.clear();
    asked_.clear();
}

void TokenCounter::want(const QStringList& texts) {
    if (texts != wanted_) {
        wanted_ = texts;
        pause_.start();
    }
}

std::optional<TokenReading> TokenCounter::reading(const QString& text) const {
    const auto found = known_.constFind(text);
    return found == known_.cend() ? std::nullopt : std::optional(*found);
}

void TokenCounter::askForUnknown() {
    if (model_.isEmpty() || worker_.state() != WorkerState::Ready) {
        return;
    }
    if (known_.size() > kMostKnown) {
        forget();
    }
    for (const QString& text : std::as_const(wanted_)) {
        if (known_.contains(text) || asked_.values().contains(text)) {
            continue;
        }
        asked_.insert(++serial_, text);
        worker_.send(request::CountTokens{serial_, toCore(model_), toCore(text)});
    }
}

void TokenCounter::take(const event::TokensCounted& answer) {
    const auto asked = asked_.find(answer.serial);
    if (asked == asked_.end()) {
        return; // about another model
    }
    known_.insert(*asked, {answer.tokens, answer.limit, toQt(answer.dropped).trimmed(), toQt(answer.failure)});
    asked_.erase(asked);
    Q_EMIT changed();
}

} // namespace longtake::ui
