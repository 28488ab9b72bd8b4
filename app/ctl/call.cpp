// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "command.h"
#include "hub/county_office.h"
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QHostInfo>
#include <QJsonDocument>
#include <QSet>
#include <cstdio>

namespace jubao::ctl {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("Ctl", text);
}

/** Behind the closing quote of the string that begins at `from`. */
qsizetype endOfString(const QByteArray &json, qsizetype from)
{
    qsizetype at = from + 1;
    while (at < json.size() && json.at(at) != '"')
        at += json.at(at) == '\\' ? 2 : 1;
    return at + 1;
}

/** The first key that an object of well-formed JSON has twice: Qt keeps the last and says nothing.
 */
QString keyTwice(const QByteArray &json)
{
    QList<QSet<QString>> levels;
    for (qsizetype at = 0; at < json.size(); ++at) {
        const char sign = json.at(at);
        if (sign == '{' || sign == '[')
            levels.append(QSet<QString>());
        else if (sign == '}' || sign == ']')
            levels.removeLast();
        if (sign != '"')
            continue;
        const qsizetype end = endOfString(json, at);
        const QByteArray text = json.mid(at, end - at);
        at = end - 1;
        qsizetype next = end;
        while (next < json.size() && QByteArrayView(" \t\r\n").contains(json.at(next)))
            ++next;
        if (next >= json.size() || json.at(next) != ':')
            continue;
        const QString key = QJsonDocument::fromJson('[' + text + ']')[0].toString();
        if (levels.last().contains(key))
            return key;
        levels.last().insert(key);
    }
    return {};
}

} // namespace

QByteArray readWhole(const QString &path)
{
    QFile file(path);
    const bool opened = path == QLatin1String("-")
        ? file.open(stdin, QIODevice::ReadOnly)
        : (file.setFileName(path), file.open(QIODevice::ReadOnly));
    if (!opened)
        throw UsageError(words(QT_TRANSLATE_NOOP("Ctl", "The file cannot be read: %1")).arg(path));
    return file.readAll();
}

QJsonObject objectIn(const QString &path)
{
    QJsonParseError error;
    const QByteArray content = readWhole(path);
    const QJsonDocument document = QJsonDocument::fromJson(content, &error);
    if (document.isObject()) {
        if (const QString key = keyTwice(content); !key.isNull())
            throw UsageError(words(QT_TRANSLATE_NOOP("Ctl", "%1 says “%2” twice.")).arg(path, key));
        return document.object();
    }
    // Well-formed, and yet another thing: the parser has nothing to say about it.
    const QString why = error.error == QJsonParseError::NoError
        ? words(QT_TRANSLATE_NOOP("Ctl", "it begins with “[”, not with “{”"))
        : QStringLiteral("%1 (%2)").arg(error.errorString()).arg(error.offset);
    throw UsageError(words(QT_TRANSLATE_NOOP("Ctl", "%1 is no JSON object: %2")).arg(path, why));
}

void requireNewFile(const QString &path)
{
    if (QFileInfo(path).isDir())
        throw RefusedError({refusal(QStringLiteral("FILE_IS_FOLDER"), path)});
    if (QFileInfo::exists(path))
        throw RefusedError({refusal(QStringLiteral("FILE_EXISTS"), path)});
}

Call::Call(const QCommandLineParser &parser, std::shared_ptr<const TypeRegistry> registry)
    : m_parser(parser)
    , m_registry(std::move(registry))
{
}

QString Call::argument(int place, const char *what) const
{
    const QStringList positional = m_parser.positionalArguments();
    if (place + 1 >= positional.size())
        throw UsageError(
            words(QT_TRANSLATE_NOOP("Ctl", "Missing: %1")).arg(QString::fromLatin1(what)));
    return positional.at(place + 1);
}

Office::Options Call::officeOptions() const
{
    Office::Options options{
        m_registry, std::make_shared<SystemClock>(), QHostInfo::localHostName(), {}};
    if (has("key-folder"))
        options.keyPlaces = [folders = this->options("key-folder")] { return folders; };
    return options;
}

Office &Call::office()
{
    if (!m_office) {
        if (!has("office"))
            throw UsageError(words(QT_TRANSLATE_NOOP("Ctl", "Which office? Use --office DIR.")));
        const QString folder = option("office");
        m_office = Office::open(folder, reachingBooks(folder, officeOptions()));
    }
    return *m_office;
}

QString Call::operatorName(int place) const
{
    const QStringList names = options("as");
    if (place >= names.size())
        throw UsageError(words(QT_TRANSLATE_NOOP("Ctl", "Who acts? Use --as OPERATOR.")));
    return names.at(place);
}

QString Call::password(int place) const
{
    // A descriptor is read once, and nobody types the same twice.
    if (!m_passwords.contains(place))
        m_passwords.insert(place, givenPassword(place));
    return m_passwords.value(place);
}

QString Call::givenPassword(int place) const
{
    const QStringList descriptors = options("password-fd");
    const QStringList files = options("password-file");
    if (!descriptors.isEmpty() && !files.isEmpty() && options("as").size() > 1)
        throw UsageError(
            words(QT_TRANSLATE_NOOP("Ctl", "Give all passwords by descriptor or all by file.")));
    if (place < descriptors.size())
        return secretFromDescriptor(descriptors.at(place));
    if (place < files.size())
        return secretFromFile(files.at(place));
    return secretFromTerminal(operatorName(place));
}

void Call::allowArguments(int most) const
{
    const QStringList given = arguments();
    if (given.size() > most)
        throw UsageError(words(QT_TRANSLATE_NOOP("Ctl", "There is an argument too many: %1"))
                             .arg(given.mid(most).join(u' ')));
}

qint64 Call::number(const char *name, qint64 without, qint64 most) const
{
    if (!has(name))
        return without;
    bool good = false;
    const qint64 value = option(name).toLongLong(&good);
    if (!good || value <= 0)
        throw UsageError(words(QT_TRANSLATE_NOOP("Ctl", "--%1 takes a number above 0."))
                             .arg(QString::fromLatin1(name)));
    if (value > most)
        throw UsageError(words(QT_TRANSLATE_NOOP("Ctl", "--%1 takes a number up to %2."))
                             .arg(QString::fromLatin1(name), QString::number(most)));
    return value;
}

QString Call::newPassword(int place) const
{
    if (place < options("new-password-fd").size())
        return secretFromDescriptor(options("new-password-fd").at(place));
    if (place < options("new-password-file").size())
        return secretFromFile(options("new-password-file").at(place));
    throw UsageError(words(QT_TRANSLATE_NOOP("Ctl", "Missing: %1"))
                         .arg(QStringLiteral("--new-password-fd, --new-password-file")));
}

QString Call::share(int place) const
{
    // A sheet has several lines; typed off as it stands, they are one code.
    QFile file;
    bool opened = false;
    if (place < options("share-fd").size())
        opened = file.open(options("share-fd").at(place).toInt(), QIODevice::ReadOnly);
    else if (place < options("share-file").size()) {
        file.setFileName(options("share-file").at(place));
        opened = file.open(QIODevice::ReadOnly);
    } else
        throw UsageError(words(QT_TRANSLATE_NOOP("Ctl", "Missing: %1"))
                             .arg(QStringLiteral("--share-fd, --share-file")));
    if (!opened)
        throw UsageError(
            words(QT_TRANSLATE_NOOP("Ctl", "The code of the envelope cannot be read.")));
    return QString::fromUtf8(file.readAll().simplified());
}

Session &Call::session(int place)
{
    if (!m_sessions.contains(place))
        m_sessions.insert(place, office().signIn(operatorName(place), password(place)));
    return *m_sessions.value(place);
}

} // namespace jubao::ctl
