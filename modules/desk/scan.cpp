// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/scan.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QImageReader>
#include <QPdfDocument>

namespace jubao {

namespace {

constexpr int pictureSide = 240;

QString words(const char *text)
{
    return QCoreApplication::translate("Scan", text);
}

QImage pictureOfPdf(QBuffer &buffer)
{
    QPdfDocument document;
    document.load(&buffer);
    if (document.status() != QPdfDocument::Status::Ready || document.pageCount() == 0)
        return {};
    const QSizeF page = document.pagePointSize(0);
    return document.render(0, page.scaled(pictureSide, pictureSide, Qt::KeepAspectRatio).toSize());
}

QImage pictureOfImage(QBuffer &buffer)
{
    QImageReader reader(&buffer);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    const QByteArray format = reader.format();
    if (format != "png" && format != "jpeg")
        return {};
    // Decoded whole: a file that breaks off in the middle is found here, not by the checker.
    const QImage image = reader.read();
    return image.isNull()
        ? image
        : image.scaled(pictureSide, pictureSide, Qt::KeepAspectRatio, Qt::SmoothTransformation);
}

} // namespace

Scan scanFromContent(const QString &fileName, const QByteArray &content)
{
    Scan scan{fileName, content, {}, {}};
    QBuffer buffer(&scan.content);
    buffer.open(QIODevice::ReadOnly);
    const bool isPdf = content.startsWith("%PDF-");
    scan.picture = isPdf ? pictureOfPdf(buffer) : pictureOfImage(buffer);
    if (scan.picture.isNull())
        scan.refused =
            words(QT_TRANSLATE_NOOP(
                      "Scan", "“%1” is no readable PNG, JPEG or PDF file. Scan the paper again."))
                .arg(fileName);
    return scan;
}

Scan readScan(const QString &path)
{
    Scan scan;
    scan.fileName = QFileInfo(path).fileName();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        scan.refused = words(QT_TRANSLATE_NOOP("Scan", "“%1” cannot be read: %2"))
                           .arg(scan.fileName, file.errorString());
        return scan;
    }
    if (file.size() > largestScanBytes) {
        scan.refused =
            words(QT_TRANSLATE_NOOP(
                      "Scan", "“%1” has %2 MB; at most %3 MB are taken. Scan it with 200 dpi."))
                .arg(scan.fileName)
                .arg(file.size() / 1048576)
                .arg(largestScanBytes / 1048576);
        return scan;
    }
    return scanFromContent(scan.fileName, file.readAll());
}

} // namespace jubao
