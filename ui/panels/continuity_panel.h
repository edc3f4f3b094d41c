// SPDX-License-Identifier: Apache-2.0
// Drift along the film: curves of light, colour and sharpness over its shots, and the seams with the worst first.
#pragma once

#include "ui/bridge/film_measure.h"

#include <QAbstractTableModel>
#include <QWidget>

#include <memory>

class QLabel;
class QPushButton;
class QTableView;

namespace longtake::ui {

class FilmSession;
class ProjectDocument;
class Selection;
class Theme;

class SeamModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Where, Kind, Ratio, Warped, Jump, ColumnCount };

    explicit SeamModel(const ProjectDocument& document, QObject* parent = nullptr);
    /// Continuing seams with the largest jump first, then the others.
    void setSeams(std::vector<SeamFigures> seams);
    const SeamFigures& seamAt(int row) const { return seams_[static_cast<size_t>(row)]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    const ProjectDocument& document_;
    std::vector<SeamFigures> seams_;
};

/// The curves; a click goes to that frame.
class DriftCurves : public QWidget {
    Q_OBJECT
public:
    DriftCurves(const Selection& selection, const Theme& theme, QWidget* parent = nullptr);
    void setFilm(std::shared_ptr<const MeasuredFilm> film);
    QSize sizeHint() const override { return {400, 140}; }

Q_SIGNALS:
    void seekRequested(qint64 frame);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    const Selection& selection_;
    const Theme& theme_;
    std::shared_ptr<const MeasuredFilm> film_;
};

class ContinuityPanel : public QWidget {
    Q_OBJECT
public:
    ContinuityPanel(const ProjectDocument& document,
                    const FilmSession& session,
                    const Selection& selection,
                    const Theme& theme,
                    QWidget* parent = nullptr);

    void measure();

protected:
    /// Measures a film that has changed since it was last looked at.
    void showEvent(QShowEvent* event) override;

Q_SIGNALS:
    void seekRequested(qint64 frame);
    void inspectRequested(qint64 frame);

private:
    void show(const std::shared_ptr<const MeasuredFilm>& film);
    void showEmpty();
    /// Video of every shot; empty when one has none.
    std::vector<std::filesystem::path> segments() const;

    const ProjectDocument& document_;
    const FilmSession& session_;
    FilmMeasure* measure_;
    SeamModel* model_;
    DriftCurves* curves_;
    QTableView* table_;
    QLabel* summary_;
    QPushButton* start_;
    std::vector<std::filesystem::path> measured_; ///< the segments that were measured last
};

} // namespace longtake::ui
