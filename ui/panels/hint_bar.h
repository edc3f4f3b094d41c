// SPDX-License-Identifier: Apache-2.0
// Three short hints for the first minutes, one at a time over the picture; dismissed for ever by closing them.
#pragma once

#include <QStringList>
#include <QWidget>

class QLabel;
class QPushButton;

namespace longtake::ui {

class Actions;
class Theme;

class HintBar : public QWidget {
    Q_OBJECT
public:
    HintBar(const Actions& actions, const Theme& theme, QWidget* parent = nullptr);

    /// Begins with the first hint.
    void begin();
    int shownHint() const { return shown_; }

Q_SIGNALS:
    /// The person has seen them all, or wants no more.
    void dismissed();

private:
    void showHint(int hint);
    QStringList hints() const;

    const Actions& actions_;
    int shown_ = 0;
    QLabel* text_;
    QLabel* place_;
    QPushButton* next_;
};

} // namespace longtake::ui
