// SPDX-License-Identifier: Apache-2.0
// Everything about the selected shots in one panel: text first, then length, seam, seed, camera, keyframes, and the
// field's own terms in a fold. Several shots at once: a field shows what they share, and a change goes to all of them.
#pragma once

#include "core/project/project.h"
#include "ui/document/film_session.h"
#include "ui/document/model_card.h"

#include <QScrollArea>

#include <functional>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QListWidget;
class QPlainTextEdit;
class QSpinBox;
class QToolButton;

namespace longtake::ui {

class FilmEditor;
class ProjectDocument;
class PromptEdit;
class Selection;
class ShotStates;
class Theme;
class TokenCounter;

class ShotInspector : public QScrollArea {
    Q_OBJECT
public:
    ShotInspector(const ProjectDocument& document,
                  FilmEditor& editor,
                  const Selection& selection,
                  const ShotStates& states,
                  const Theme& theme,
                  QWidget* parent = nullptr);

    void setCameras(const std::vector<CameraChoice>& cameras);
    void setModel(const ModelCard& facts);
    /// Who counts the tokens of the shown texts; it must outlive the panel's next event.
    void setTokenCounter(TokenCounter& counter);
    /// Puts the cursor into the prompt.
    void focusPrompt();
    void focusNarration();

Q_SIGNALS:
    void backToTimeline();
    void imageChoiceRequested(const longtake::ShotId& id);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

Q_SIGNALS:
    void imageDropped(const longtake::ShotId& id, const QString& path);

private:
    void build();
    QWidget* buildText();
    QWidget* buildTiming();
    QWidget* buildSeed();
    QWidget* buildPictures();
    QWidget* buildAdvanced();
    void connectFields();
    void refresh();
    void showState();
    void refreshText(const std::vector<const Shot*>& shots);
    void showTokens();
    void refreshTiming(const std::vector<const Shot*>& shots);
    void refreshAdvanced(const std::vector<const Shot*>& shots);
    void refreshKeyframes(const Shot& shot);
    std::vector<const Shot*> shownShots() const;
    void change(const char* field, const QString& text, const std::function<void(Shot&)>& change);
    QString cameraText(const Shot& shot) const;

    const ProjectDocument& document_;
    FilmEditor& editor_;
    const Selection& selection_;
    const ShotStates& states_;
    const Theme& theme_;
    std::vector<CameraChoice> cameras_;
    ModelCard facts_;
    TokenCounter* tokenCounter_ = nullptr;
    QString sampledText_; ///< what the first shown shot is sampled with
    QString sampledNegative_;
    bool isRefreshing_ = false;

    QWidget* body_ = nullptr;
    QLabel* empty_ = nullptr;
    QLabel* title_ = nullptr;
    QLabel* state_ = nullptr;
    PromptEdit* prompt_ = nullptr;
    QLabel* words_ = nullptr;
    QLabel* exactText_ = nullptr;
    QLabel* tokens_ = nullptr;
    QDoubleSpinBox* seconds_ = nullptr;
    QSpinBox* frames_ = nullptr;
    QLabel* legal_ = nullptr;
    QComboBox* seam_ = nullptr;
    QDoubleSpinBox* dissolve_ = nullptr;
    QSpinBox* blend_ = nullptr;
    QLabel* seamCaption_ = nullptr;
    QSpinBox* seed_ = nullptr;
    QToolButton* seedLock_ = nullptr;
    QToolButton* seedDice_ = nullptr;
    QComboBox* camera_ = nullptr;
    QListWidget* keyframes_ = nullptr;
    QToolButton* addKeyframe_ = nullptr;
    QToolButton* removeKeyframe_ = nullptr;
    QPlainTextEdit* narration_ = nullptr;
    QPlainTextEdit* notes_ = nullptr;
    QToolButton* fold_ = nullptr;
    QWidget* advanced_ = nullptr;
    QPlainTextEdit* negative_ = nullptr;
    QSpinBox* steps_ = nullptr;
    QDoubleSpinBox* guidance_ = nullptr;
    QSpinBox* context_ = nullptr;
    QCheckBox* loop_ = nullptr;
    QCheckBox* pinned_ = nullptr;
};

} // namespace longtake::ui
