// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/style_sheet.h"

#include <QColor>

namespace longtake::ui {

namespace {

const char kTemplate[] = R"(
QMainWindow, QDialog { background: @ground; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QMainWindow::separator { background: @ground; width: 4px; height: 4px; }
QMainWindow::separator:hover { background: @line; }
QDockWidget { color: @muted; font-weight: 600; }
QDockWidget::title { background: @panel; padding: 6px 8px; border-bottom: 1px solid @line; text-align: @begin; }
QAbstractScrollArea { background: @panel; border: none; }
QMenuBar { background: @panel; border-bottom: 1px solid @line; padding: 2px 4px; }
QMenuBar::item { background: transparent; padding: 4px 8px; border-radius: 4px; }
QMenuBar::item:selected { background: @raised; }
QMenu { background: @panel; border: 1px solid @line; padding: 4px; }
QMenu::item { padding: 5px; padding-@end: 24px; padding-@begin: 12px; border-radius: 4px; }
QMenu::item:selected { background: @raised; color: @text; }
QMenu::item:disabled { color: @muted; }
QMenu::separator { height: 1px; background: @line; margin: 4px 8px; }
QMenu::icon { padding-@begin: 8px; }
QToolBar { background: @panel; border: none; border-bottom: 1px solid @line; spacing: 4px; padding: 4px 8px; }
QToolBar::separator { background: @line; width: 1px; margin: 6px 4px; }
QToolButton { border: none; border-radius: 6px; padding: 5px 7px; background: transparent; color: @text; }
QToolButton:hover { background: @raised; }
QToolButton:pressed, QToolButton:checked { background: @raised; color: @accent; }
QToolButton:disabled { color: @muted; }
QToolButton:focus { border: 1px solid @accent; }
QToolButton[popupMode="1"] { padding-@end: 18px; }
QToolButton::menu-button { border: none; width: 16px; }
QToolButton::menu-indicator { image: none; }
QPushButton { background: @raised; border: 1px solid @line; border-radius: 6px; padding: 5px 14px; color: @text; min-height: 18px; }
QPushButton:hover { border-color: @muted; }
QPushButton:pressed { background: @line; }
QPushButton:disabled { color: @muted; background: @panel; }
QPushButton:focus { border-color: @accent; }
QPushButton[primary="true"], QToolButton[primary="true"] { background: @accent; border: 1px solid @accent; color: @onAccent; font-weight: 600; }
QPushButton[primary="true"]:disabled, QToolButton[primary="true"]:disabled { background: @raised; border-color: @line; color: @muted; font-weight: 400; }
QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox, QComboBox, QKeySequenceEdit > QLineEdit {
  background: @raised; border: 1px solid @line; border-radius: 6px; padding: 4px 6px; color: @text;
  selection-background-color: @accent; selection-color: @onAccent; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus { border-color: @accent; }
QLineEdit:disabled, QPlainTextEdit:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled, QComboBox:disabled { color: @muted; background: @panel; }
QSpinBox::up-button, QDoubleSpinBox::up-button { border: none; width: 16px; subcontrol-position: top right; }
QSpinBox::down-button, QDoubleSpinBox::down-button { border: none; width: 16px; subcontrol-position: bottom right; }
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow { image: url(:/icons/@theme/arrow-up.svg); width: 8px; height: 8px; }
QSpinBox::down-arrow, QDoubleSpinBox::down-arrow, QComboBox::down-arrow { image: url(:/icons/@theme/arrow-down.svg); width: 8px; height: 8px; }
QComboBox { padding-@end: 20px; }
QComboBox::drop-down { border: none; width: 20px; }
QComboBox QAbstractItemView { background: @panel; border: 1px solid @line; selection-background-color: @raised; selection-color: @text; outline: none; }
QCheckBox, QRadioButton { spacing: 8px; }
QCheckBox::indicator, QRadioButton::indicator { width: 14px; height: 14px; background: @raised; border: 1px solid @muted; border-radius: 4px; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:checked { background: @accent; border-color: @accent; image: url(:/icons/@theme/check.svg); }
QRadioButton::indicator:checked { width: 6px; height: 6px; background: @onAccent; border: 5px solid @accent; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border-color: @accent; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: @line; background: @panel; }
QCheckBox:disabled, QRadioButton:disabled { color: @muted; }
QTreeView, QListView, QTableView { background: @panel; border: none; outline: none; selection-background-color: @raised;
  selection-color: @text; gridline-color: @line; alternate-background-color: @panel; }
QTreeView::item, QListView::item, QTableView::item { padding: 3px; border: 1px solid transparent; }
QTreeView::item:selected, QListView::item:selected, QTableView::item:selected { background: @raised; color: @text; }
QTreeView::item:focus, QListView::item:focus, QTableView::item:focus { border: 1px solid @muted; border-radius: 4px; }
QHeaderView::section { background: @panel; color: @muted; border: none; border-bottom: 1px solid @line; padding: 4px 8px; }
QTabBar { qproperty-drawBase: 0; background: @panel; }
QDialog QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: @muted; padding: 6px 12px; border: none; border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: @text; border-bottom: 2px solid @accent; }
QTabBar::tab:hover { color: @text; }
QTabWidget::pane { border: none; border-top: 1px solid @line; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: @line; border-radius: 4px; min-height: 24px; min-width: 24px; margin: 1px; }
QScrollBar::handle:hover { background: @muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: @raised; border: none; border-radius: 3px; height: 6px; text-align: center; color: transparent; }
QProgressBar::chunk { background: @busy; border-radius: 3px; }
QSlider::groove:horizontal { background: @line; height: 4px; border-radius: 2px; }
QSlider::handle:horizontal { background: @text; width: 12px; height: 12px; margin: -4px 0; border-radius: 6px; }
QSlider::sub-page:horizontal { background: @muted; border-radius: 2px; }
QStatusBar { background: @panel; border-top: 1px solid @line; color: @muted; }
QStatusBar::item { border: none; }
QToolTip { background: @raised; color: @text; border: 1px solid @line; padding: 4px 6px; }
QGroupBox { border: none; margin-top: 20px; font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; @begin: 0; color: @muted; }
QLabel[muted="true"] { color: @muted; }
QLabel[warning="true"] { color: @stale; }
QLabel[heading="true"] { font-size: 15px; font-weight: 600; }
QLabel[figure="true"] { font-family: "Inter", "Noto Sans", sans-serif; }
QFrame[separator="true"] { background: @line; max-height: 1px; min-height: 1px; border: none; }
#noticeBar, #hintBar { background: @raised; border-bottom: 1px solid @line; }
QFrame[card="true"] { background: @raised; border-radius: 6px; }
)";

} // namespace

QString styleSheet(const Palette& palette, Qt::LayoutDirection direction) {
    QString sheet = QString::fromLatin1(kTemplate);
    const bool isReversed = direction == Qt::RightToLeft;
    const QString left = QStringLiteral("left");
    const QString right = QStringLiteral("right");
    const std::pair<const char*, QString> values[] = {
        {"@begin", isReversed ? right : left},
        {"@end", isReversed ? left : right},
        {"@onAccent", palette.onAccent.name()},
        {"@ground", palette.ground.name()},
        {"@panel", palette.panel.name()},
        {"@raised", palette.raised.name()},
        {"@line", palette.line.name()},
        {"@text", palette.text.name()},
        {"@muted", palette.muted.name()},
        {"@accent", palette.accent.name()},
        {"@busy", palette.busy.name()},
        {"@stale", palette.stale.name()},
        {"@theme", palette.isDark ? QStringLiteral("dark") : QStringLiteral("light")},
    };
    for (const auto& [name, value] : values) {
        sheet.replace(QLatin1String(name), value);
    }
    return sheet;
}

} // namespace longtake::ui
