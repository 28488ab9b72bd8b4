// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rooms/secrets.h"

#include <QCoreApplication>
#include <QFile>
#include <cstdio>
#include <termios.h>
#include <unistd.h>

namespace jubao {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("Ctl", text);
}

QString firstLine(QFile &file)
{
    const QByteArray content = file.readAll();
    const qsizetype end = content.indexOf('\n');
    // No password is empty; a descriptor that is not open reads as nothing, and must not count as
    // a failed try.
    if (content.isEmpty() || end == 0)
        throw UsageError(
            words(QT_TRANSLATE_NOOP("Ctl", "No password: use --password-fd or --password-file.")));
    return QString::fromUtf8(end < 0 ? content : content.left(end));
}

} // namespace

QString secretFromFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw UsageError(words(QT_TRANSLATE_NOOP("Ctl", "The file cannot be read: %1")).arg(path));
    return firstLine(file);
}

QString secretFromTerminal(const QString &name)
{
    if (!isatty(STDIN_FILENO))
        throw UsageError(
            words(QT_TRANSLATE_NOOP("Ctl", "No password: use --password-fd or --password-file.")));
    std::fprintf(stderr, "%s: ", qPrintable(name));
    termios before = {};
    tcgetattr(STDIN_FILENO, &before);
    termios silent = before;
    silent.c_lflag &= ~tcflag_t(ECHO);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    QFile input;
    const bool opened = input.open(stdin, QIODevice::ReadOnly);
    const QByteArray line = opened ? input.readLine() : QByteArray();
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
    std::fputc('\n', stderr);
    return QString::fromUtf8(line).chopped(line.endsWith('\n') ? 1 : 0);
}

QString secretFromDescriptor(const QString &number)
{
    bool good = false;
    const int descriptor = number.toInt(&good);
    QFile file;
    if (!good || !file.open(descriptor, QIODevice::ReadOnly))
        throw UsageError(
            words(QT_TRANSLATE_NOOP("Ctl", "File descriptor %1 cannot be read.")).arg(number));
    return firstLine(file);
}

} // namespace jubao
