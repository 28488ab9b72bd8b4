// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sheets/zip_part.h"
#include <QHash>
#include <QList>
#include <QXmlStreamReader>

namespace jubao {

/** One XML part of a workbook, token by token. Throws SheetError for broken XML and for a DTD. */
class XmlPart {
public:
    explicit XmlPart(std::unique_ptr<ZipPart> part) : m_part(std::move(part)) { }

    /** The next token; EndDocument at the end. */
    QXmlStreamReader::TokenType next();
    bool atStart(QLatin1String name) const
    {
        return m_xml.isStartElement() && m_xml.name() == name;
    }
    bool atEnd(QLatin1String name) const { return m_xml.isEndElement() && m_xml.name() == name; }
    QStringView text() const { return m_xml.text(); }
    QXmlStreamAttributes attributes() const { return m_xml.attributes(); }
    int permille() const { return m_part->permille(); }

private:
    std::unique_ptr<ZipPart> m_part;
    QXmlStreamReader m_xml;
};

/** Texts that cells share, packed one after another: a million of them are one block of memory. */
class SharedStrings {
public:
    void read(XmlPart part);
    /** Throws SheetError for a number that is none of them. */
    QString at(qsizetype place) const;

private:
    QByteArray m_texts;
    QList<qsizetype> m_ends;
};

/** What the parts beside the sheets say. */
struct Workbook {
    QString sheetPath; ///< of the sheet that was asked for
    QString sharedStringsPath;
    QList<bool> styleIsDate; ///< by cell style
    bool from1904 = false;

    /** Throws SheetError where there is no such sheet or the file is no workbook. */
    static Workbook read(const ZipFolder &folder, const QString &sheet);
};

} // namespace jubao
