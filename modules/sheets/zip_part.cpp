// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sheets/zip_part.h"

#include "sheets/sheet_reader.h"
#include <QCoreApplication>
#include <QFile>
#include <algorithm>
#include <zip.h>

namespace jubao {

namespace {

SheetError damaged()
{
    return SheetError(QCoreApplication::translate(
        "Sheets", "The workbook is damaged or cut short. Open it and save it again."));
}

SheetError bomb()
{
    return SheetError(QCoreApplication::translate(
        "Sheets", "The workbook unpacks to more than a sheet of this office can be."));
}

void lookOver(struct zip *folder)
{
    constexpr zip_int64_t manyParts = 5000;
    constexpr zip_uint64_t smallPart = 1024 * 1024;
    const zip_int64_t count = zip_get_num_entries(folder, 0);
    if (count > manyParts)
        throw bomb();
    zip_uint64_t total = 0;
    for (zip_int64_t i = 0; i < count; ++i) {
        zip_stat_t stat;
        zip_stat_init(&stat);
        if (zip_stat_index(folder, zip_uint64_t(i), 0, &stat) != 0)
            throw damaged();
        if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) && stat.encryption_method != ZIP_EM_NONE)
            throw SheetError(QCoreApplication::translate(
                "Sheets", "The file has a password. Save it without one."));
        total += stat.size;
        const bool dense = stat.size > smallPart
            && stat.size / std::max<zip_uint64_t>(1, stat.comp_size)
                > zip_uint64_t(SheetLimits::packingRatio);
        if (total > zip_uint64_t(SheetLimits::unpackedBytes) || dense)
            throw bomb();
    }
}

} // namespace

ZipFolder::ZipFolder(const QString &path)
{
    int code = 0;
    m_zip = zip_open(QFile::encodeName(path).constData(), ZIP_RDONLY | ZIP_CHECKCONS, &code);
    if (!m_zip)
        throw damaged();
    try {
        lookOver(m_zip);
    } catch (...) {
        zip_discard(m_zip);
        throw;
    }
}

ZipFolder::~ZipFolder()
{
    zip_discard(m_zip);
}

bool ZipFolder::contains(const QString &name) const
{
    return zip_name_locate(m_zip, name.toUtf8().constData(), 0) >= 0;
}

std::unique_ptr<ZipPart> ZipFolder::part(const QString &name) const
{
    const zip_int64_t place = zip_name_locate(m_zip, name.toUtf8().constData(), 0);
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (place < 0 || zip_stat_index(m_zip, zip_uint64_t(place), 0, &stat) != 0)
        throw damaged();
    zip_file_t *file = zip_fopen_index(m_zip, zip_uint64_t(place), 0);
    if (!file)
        throw damaged();
    return std::make_unique<ZipPart>(file, qint64(stat.size));
}

ZipPart::ZipPart(struct zip_file *file, qint64 declaredSize)
    : m_file(file)
    , m_declared(declaredSize)
{
}

ZipPart::~ZipPart()
{
    zip_fclose(m_file);
}

QByteArray ZipPart::read()
{
    constexpr qint64 longestRun = 1024 * 1024;
    QByteArray piece(64 * 1024, Qt::Uninitialized);
    const zip_int64_t got = zip_fread(m_file, piece.data(), zip_uint64_t(piece.size()));
    if (got < 0)
        throw damaged();
    piece.truncate(got);
    m_taken += got;
    const qsizetype tag = piece.lastIndexOf('<');
    m_run = tag >= 0 ? got - tag : m_run + got;
    if (m_run > longestRun || m_taken > SheetLimits::unpackedBytes)
        throw bomb();
    return piece;
}

int ZipPart::permille() const
{
    return m_declared > 0 ? int(std::min<qint64>(1000, m_taken * 1000 / m_declared)) : 0;
}

} // namespace jubao
