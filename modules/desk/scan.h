// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QString>

namespace jubao {

/** The largest scan that is taken: 5 MiB. */
constexpr qint64 largestScanBytes = 5 * 1024 * 1024;

/** A scanned paper: the file as it is, and a small picture of it. */
struct Scan {
    QString fileName; ///< without its folder
    QByteArray content;
    QImage picture;  ///< of the first page, small
    QString refused; ///< words why it is not taken; empty where it is
};

/** Reads PNG, JPEG or PDF and judges by the content, not by the name. */
Scan readScan(const QString &path);
/** The same for content that is there already (a draft, an attached paper). */
Scan scanFromContent(const QString &fileName, const QByteArray &content);

} // namespace jubao
