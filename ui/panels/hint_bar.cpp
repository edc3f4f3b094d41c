// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/hint_bar.h"

#include "ui/main_window/actions.h"
#include "ui/panels/form.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>

namespace longtake::ui {

HintBar::HintBar(const Actions& actions, const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , actions_(actions)
    , text_(named(new QLabel, "hintLabel", tr("Hint")))
    , place_(caption(QString()))
    , next_(named(new QPushButton(tr("&Next")), "hintNextButton", tr("Next hint"))) {
    setObjectName(QStringLiteral("hintBar"));
    setAttribute(Qt::WA_StyledBackground);
    text_->setWordWrap(true);
    auto* close = named(new QToolButton, "hintCloseButton", tr("No more hints"));
    close->setIcon(theme.icon(QStringLiteral("close")));
    close->setToolTip(tr("No more hints"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(kSpace3, kSpace2, kSpace2, kSpace2);
    row->setSpacing(kSpace3);
    row->addWidget(place_);
    row->addWidget(text_, 1);
    row->addWidget(next_);
    row->addWidget(close);
    connect(next_, &QPushButton::clicked, this, [this] { showHint(shown_ + 1); });
    connect(close, &QToolButton::clicked, this, [this] { showHint(static_cast<int>(hints().size())); });
    hide();
}

QStringList HintBar::hints() const {
    const auto key = [this](const char* id) {
        return actions_.action(QLatin1String(id))->shortcut().toString(QKeySequence::NativeText);
    };
    return {tr("This film is an example. It is being made right now: %1 plays what is there.").arg(key("play.toggle")),
            tr("Click a shot below and change its text. %1 renders what has changed, and only that.")
                .arg(key("render.stale")),
            tr("The sign between two shots says how they join: click it. %1 makes an MP4 of the film.")
                .arg(key("file.export"))};
}

void HintBar::begin() {
    showHint(0);
    show();
}

void HintBar::showHint(int hint) {
    const QStringList all = hints();
    if (hint >= all.size()) {
        hide();
        Q_EMIT dismissed();
        return;
    }
    shown_ = hint;
    place_->setText(tr("%1 of %2").arg(hint + 1).arg(all.size()));
    text_->setText(all[hint]);
    next_->setText(hint + 1 == all.size() ? tr("&Done") : tr("&Next"));
}

} // namespace longtake::ui
