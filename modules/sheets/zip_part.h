// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>
#include <memory>

struct zip;
struct zip_file;

namespace jubao {

/** An .xlsx file as a packed folder: looked over before anything is unpacked. Throws SheetError. */
class ZipFolder {
public:
    explicit ZipFolder(const QString &path);
    ~ZipFolder();
    ZipFolder(const ZipFolder &) = delete;
    ZipFolder &operator=(const ZipFolder &) = delete;

    bool contains(const QString &name) const;
    /** Opens one part for reading; throws SheetError where it is missing. */
    std::unique_ptr<class ZipPart> part(const QString &name) const;

private:
    struct zip *m_zip = nullptr;
};

/**
 * One part, unpacked while it is read. Sizes that a file declares may lie, so what really comes out
 * is counted; a run without any tag longer than a megabyte is a bomb, because the XML reader would
 * gather it whole.
 */
class ZipPart {
public:
    ZipPart(struct zip_file *file, qint64 declared);
    ~ZipPart();
    ZipPart(const ZipPart &) = delete;
    ZipPart &operator=(const ZipPart &) = delete;

    /** The next piece; empty at the end. Throws SheetError. */
    QByteArray read();
    int permille() const;

private:
    struct zip_file *m_file;
    qint64 m_declared;
    qint64 m_taken = 0;
    qint64 m_run = 0;
};

} // namespace jubao
