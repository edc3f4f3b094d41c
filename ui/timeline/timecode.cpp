// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/timecode.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace longtake::ui {

int64_t nominalRate(FrameRate rate) {
    return std::max<int64_t>(1, std::llround(rate.per_second()));
}

QString timecode(int64_t frame, FrameRate rate) {
    const int64_t perSecond = nominalRate(rate);
    const int64_t shown = std::max<int64_t>(0, frame);
    const int64_t seconds = shown / perSecond;
    return QStringLiteral("%1:%2:%3:%4")
        .arg(seconds / 3600, 2, 10, QLatin1Char('0'))
        .arg(seconds / 60 % 60, 2, 10, QLatin1Char('0'))
        .arg(seconds % 60, 2, 10, QLatin1Char('0'))
        .arg(shown % perSecond, 2, 10, QLatin1Char('0'));
}

std::optional<int64_t> frameFromTimecode(const QString& text, FrameRate rate) {
    const QStringList fields = text.trimmed().split(QLatin1Char(':'));
    if (fields.size() > 4) {
        return std::nullopt;
    }
    std::vector<int64_t> numbers;
    for (const QString& field : fields) {
        bool isNumber = false;
        numbers.push_back(field.toLongLong(&isNumber));
        if (!isNumber || numbers.back() < 0) {
            return std::nullopt;
        }
    }
    int64_t seconds = 0;
    for (size_t i = 0; i + 1 < numbers.size(); ++i) {
        seconds = seconds * 60 + numbers[i];
    }
    return seconds * nominalRate(rate) + numbers.back();
}

QString secondsText(int64_t frames, FrameRate rate) {
    const double seconds = static_cast<double>(frames) / rate.per_second();
    return QCoreApplication::translate("Timecode", "%1 s").arg(QLocale().toString(seconds, 'f', 2));
}

QString clockText(double seconds) {
    const int64_t whole = std::max<int64_t>(1, std::llround(seconds));
    const QString tail = QStringLiteral("%1:%2")
                             .arg(whole / 60 % 60, whole >= 3600 ? 2 : 1, 10, QLatin1Char('0'))
                             .arg(whole % 60, 2, 10, QLatin1Char('0'));
    return whole >= 3600 ? QStringLiteral("%1:%2").arg(whole / 3600).arg(tail) : tail;
}

} // namespace longtake::ui
