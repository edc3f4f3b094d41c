// SPDX-License-Identifier: Apache-2.0
#include "ui/document/model_card.h"

#include "core/base/lfs_pointer.h"
#include "core/project/taught_words.h"
#include "ui/bridge/qt_convert.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace longtake::ui {

namespace {

constexpr qint64 kLargestJson = qint64{64} << 20;

QJsonObject readObject(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > kLargestJson) {
        return {};
    }
    return QJsonDocument::fromJson(file.readAll()).object();
}

/// Weight files a component needs: its index's shards, or the one file.
QStringList weightFiles(const QDir& component) {
    const QStringList indexes = component.entryList({QStringLiteral("*.safetensors.index.json")}, QDir::Files);
    if (indexes.isEmpty()) {
        return component.entryList({QStringLiteral("*.safetensors")}, QDir::Files);
    }
    QStringList files;
    const QJsonObject map =
        readObject(component.filePath(indexes.front())).value(QLatin1String("weight_map")).toObject();
    for (const QJsonValue& file : map) {
        files.append(file.toString());
    }
    files.removeDuplicates();
    return files;
}

void readComponent(const QDir& root, const QString& name, ModelCard& facts) {
    const QDir component(root.filePath(name));
    if (!component.exists()) {
        facts.missing.append(name + QLatin1Char('/'));
        return;
    }
    for (const QFileInfo& file : component.entryInfoList(QDir::Files)) {
        if (is_lfs_pointer(toPath(file.absoluteFilePath()))) {
            facts.missing.append(QCoreApplication::translate("ModelCard", "%1/%2 (not fetched: git lfs pull)")
                                     .arg(name, file.fileName()));
        }
    }
    const bool hasWeights = name != QLatin1String("tokenizer") && name != QLatin1String("scheduler");
    const QStringList files = hasWeights ? weightFiles(component) : QStringList();
    if (hasWeights && files.isEmpty()) {
        facts.missing.append(name + QLatin1String("/*.safetensors"));
    }
    for (const QString& file : files) {
        const QFileInfo info(component.filePath(file));
        facts.weightBytes += info.size();
        if (!info.exists()) {
            facts.missing.append(name + QLatin1Char('/') + file);
        }
    }
}

/// A damaged vocabulary.yaml is no reason to refuse the model: its prompts are only not checked.
void readVocabulary(const QDir& root, ModelCard& facts) {
    const auto words = read_taught_words(toPath(root.absolutePath()));
    if (!words) {
        qWarning("%s", words.error().message.c_str());
        return;
    }
    for (const std::string& word : *words) {
        facts.vocabulary.append(toQt(word));
    }
}

} // namespace

Result<ModelCard> readModelCard(const QString& folder) {
    const QDir root(folder);
    const QJsonObject index = readObject(root.filePath(QStringLiteral("model_index.json")));
    if (index.isEmpty()) {
        return model_error(toCore(folder) + " is no model folder: it has no readable model_index.json",
                           "Choose the folder that holds model_index.json (a diffusers model directory).");
    }
    ModelCard facts;
    facts.folder = root.absolutePath();
    facts.name = root.dirName();
    facts.pipeline = index.value(QLatin1String("_class_name")).toString();
    for (const QString& key : index.keys()) {
        const QJsonArray component = index.value(key).toArray();
        if (component.size() == 2 && !component.at(0).isNull()) {
            readComponent(root, key, facts);
        }
    }
    const QJsonObject vae = readObject(root.filePath(QStringLiteral("vae/config.json")));
    const auto number = [&vae](const char* key, qint64 fallback) {
        return vae.value(QLatin1String(key)).toInteger(fallback);
    };
    facts.grid.step = std::max<int64_t>(1, number("scale_factor_temporal", number("temporal_compression_ratio", 4)));
    const int64_t spatial =
        std::max<int64_t>(1, number("scale_factor_spatial", number("spatial_compression_ratio", 8)));
    facts.sizeMultiple = spatial * 2;
    readVocabulary(root, facts);
    facts.source = index.value(QLatin1String("_name_or_path")).toString();
    return facts;
}

QStringList unknownWords(const QString& text, const QStringList& vocabulary) {
    static const QRegularExpression word(QStringLiteral("@?[\\p{L}][\\p{L}'-]*"));
    QStringList known;
    for (const QString& phrase : vocabulary) {
        for (auto match = word.globalMatch(phrase.toLower()); match.hasNext();) {
            known.append(match.next().captured());
        }
    }
    known.sort();
    QStringList unknown;
    for (auto match = word.globalMatch(text); match.hasNext();) {
        const QString found = match.next().captured();
        if (!found.startsWith(QLatin1Char('@')) && !std::binary_search(known.begin(), known.end(), found.toLower())) {
            unknown.append(found);
        }
    }
    unknown.removeDuplicates();
    return unknown;
}

} // namespace longtake::ui
