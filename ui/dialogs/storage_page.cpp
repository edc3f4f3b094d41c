// SPDX-License-Identifier: Apache-2.0
#include "ui/dialogs/storage_page.h"

#include "core/base/program_folders.h"
#include "ui/bridge/qt_convert.h"
#include "ui/document/film_session.h"
#include "ui/panels/form.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>

namespace longtake::ui {

namespace {

constexpr int kMostGigabytes = 100000;

} // namespace

StoragePage::StoragePage(QSettings& settings, FilmSession& session, QWidget* parent)
    : QWidget(parent)
    , settings_(settings)
    , session_(session)
    , limit_(named(new QSpinBox, "takesLimitSpinBox", tr("Most space for the takes of a film")))
    , takes_(named(note(QString()), "takesSizeLabel", QString()))
    , free_(named(new QPushButton(tr("&Free space now")), "freeSpaceButton", tr("Remove takes that nothing needs")))
    , cache_(named(new QLineEdit, "cacheFolderEdit", tr("Folder of the cache"))) {
    limit_->setRange(0, kMostGigabytes);
    limit_->setSpecialValueText(tr("no limit"));
    limit_->setSuffix(tr(" GB"));
    limit_->setValue(settings_.value(QStringLiteral("storage/mostGigabytes"), 0).toInt());
    free_->setToolTip(tr(
        "Removes deleted takes and, above the limit, the oldest. Takes that are shown, rated or continued from stay."));
    cache_->setText(settings_.value(QStringLiteral("storage/cache")).toString());
    cache_->setPlaceholderText(toQt(user_cache_folder()));
    auto* browse = named(new QPushButton(tr("&Browse…")), "cacheBrowseButton", tr("Choose folder"));
    auto* cacheRow = new QWidget;
    auto* line = new QHBoxLayout(cacheRow);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(cache_, 1);
    line->addWidget(browse);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, kSpace4, 0, 0);
    column->setSpacing(kSpace3);
    column->addWidget(field(tr("Keep at most of a film's &takes"), limit_));
    column->addWidget(takes_);
    column->addWidget(free_, 0, Qt::AlignLeft);
    column->addWidget(separator());
    column->addWidget(field(tr("&Cache: what the program measured on this machine"), cacheRow));
    column->addWidget(
        note(tr("May be deleted at any time; it is made again. Another folder is used from the next start on.")));
    column->addStretch(1);
    connect(browse, &QPushButton::clicked, this, [this] {
        const QString folder = QFileDialog::getExistingDirectory(this, tr("Folder of the cache"), cache_->text());
        if (!folder.isEmpty()) {
            cache_->setText(folder);
        }
    });
    connect(free_, &QPushButton::clicked, this, [this] {
        const qint64 freed = session_.freeSpace(qint64{limit_->value()} << 30, true);
        describe();
        takes_->setText(tr("%1 freed. %2").arg(locale().formattedDataSize(freed), takes_->text()));
    });
    connect(limit_, &QSpinBox::valueChanged, this, [this] { describe(); });
    describe();
}

void StoragePage::describe() {
    takes_->setText(tr("This film has %n take(s), %1.", nullptr, static_cast<int>(session_.takes().takes().size()))
                        .arg(locale().formattedDataSize(session_.takeBytes())));
    free_->setEnabled(session_.removableBytes(qint64{limit_->value()} << 30, true) > 0);
}

void StoragePage::save() {
    settings_.setValue(QStringLiteral("storage/mostGigabytes"), limit_->value());
    settings_.setValue(QStringLiteral("storage/cache"), cache_->text().trimmed());
}

} // namespace longtake::ui
