// SPDX-License-Identifier: Apache-2.0
// The models a person added by name (`longtake model add`), asked of the command line program (`longtake model list`):
// the window has no second reader of that list, and sees what a film's model name means to the renderer.
#pragma once

#include <QObject>
#include <QProcess>
#include <QString>

#include <vector>

namespace longtake::ui {

struct AddedModel {
    QString name; ///< what films call it
    QString folder;

    bool operator==(const AddedModel&) const = default;
};

class ModelList : public QObject {
    Q_OBJECT
public:
    /// `program` empty: nothing is ever asked.
    explicit ModelList(QString program, QObject* parent = nullptr);
    ~ModelList() override;

    /// Reads the list beside the window; one that is being read counts.
    void ask();

Q_SIGNALS:
    /// Without the models that ship with the program.
    void listed(const std::vector<longtake::ui::AddedModel>& models);
    /// The list cannot be read, in the program's words.
    void failed(const QString& message);

private:
    void take(int exitCode);

    QString program_;
    QProcess process_;
};

} // namespace longtake::ui
