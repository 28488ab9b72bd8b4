// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sheets/workbook.h"

#include "sheets/cell_text.h"
#include "sheets/sheet_reader.h"
#include <QCoreApplication>
#include <QDir>

namespace jubao {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("Sheets", text);
}

SheetError broken()
{
    return SheetError(words(QT_TRANSLATE_NOOP(
        "Sheets", "The workbook's content is damaged. Open it and save it again.")));
}

QString attribute(const XmlPart &part, const char *name)
{
    return part.attributes().value(QLatin1String(name)).toString();
}

struct SheetName {
    QString name;
    QString relation;
    bool hidden = false;
};

QList<SheetName> sheetNames(const ZipFolder &folder, bool &from1904)
{
    QList<SheetName> names;
    XmlPart part(folder.part(QStringLiteral("xl/workbook.xml")));
    while (part.next() != QXmlStreamReader::EndDocument) {
        if (part.atStart(QLatin1String("workbookPr"))) {
            const QString value = attribute(part, "date1904");
            from1904 = value == QLatin1String("1") || value == QLatin1String("true");
        } else if (part.atStart(QLatin1String("sheet"))) {
            names.append({attribute(part, "name"), attribute(part, "r:id"),
                          attribute(part, "state").startsWith(QLatin1String("hidden"))
                              || attribute(part, "state") == QLatin1String("veryHidden")});
            if (names.size() > SheetLimits::sheets)
                throw broken();
        }
    }
    return names;
}

QString pathOf(const QString &target)
{
    return target.startsWith(u'/') ? target.mid(1)
                                   : QDir::cleanPath(QStringLiteral("xl/") + target);
}

QList<bool> dateStyles(const ZipFolder &folder)
{
    QList<bool> dates;
    const QString path = QStringLiteral("xl/styles.xml");
    if (!folder.contains(path))
        return dates;
    QHash<int, QString> codes;
    bool inCellStyles = false;
    XmlPart part(folder.part(path));
    while (part.next() != QXmlStreamReader::EndDocument) {
        if (part.atStart(QLatin1String("numFmt")))
            codes.insert(attribute(part, "numFmtId").toInt(), attribute(part, "formatCode"));
        else if (part.atStart(QLatin1String("cellXfs")))
            inCellStyles = true;
        else if (part.atEnd(QLatin1String("cellXfs")))
            inCellStyles = false;
        else if (inCellStyles && part.atStart(QLatin1String("xf"))) {
            const int format = attribute(part, "numFmtId").toInt();
            dates.append(isDateFormat(format, codes.value(format)));
        }
    }
    return dates;
}

const SheetName &chosen(const QList<SheetName> &names, const QString &wanted)
{
    for (const SheetName &each : names) {
        if (wanted.isEmpty() ? !each.hidden : each.name == wanted)
            return each;
    }
    throw SheetError(
        wanted.isEmpty()
            ? words(QT_TRANSLATE_NOOP("Sheets", "The workbook has no sheet."))
            : words(QT_TRANSLATE_NOOP("Sheets", "The workbook has no sheet “%1”.")).arg(wanted));
}

} // namespace

QXmlStreamReader::TokenType XmlPart::next()
{
    for (;;) {
        const QXmlStreamReader::TokenType token = m_xml.readNext();
        if (token == QXmlStreamReader::DTD)
            throw broken();
        if (token != QXmlStreamReader::Invalid)
            return token;
        if (m_xml.error() != QXmlStreamReader::PrematureEndOfDocumentError)
            throw broken();
        const QByteArray piece = m_part->read();
        if (piece.isEmpty())
            throw broken();
        m_xml.addData(piece);
    }
}

void SharedStrings::read(XmlPart part)
{
    int phonetic = 0;
    bool inText = false;
    while (part.next() != QXmlStreamReader::EndDocument) {
        if (part.atStart(QLatin1String("rPh")))
            ++phonetic;
        else if (part.atEnd(QLatin1String("rPh")))
            --phonetic;
        else if (part.atStart(QLatin1String("t")))
            inText = phonetic == 0;
        else if (part.atEnd(QLatin1String("t")))
            inText = false;
        else if (part.atEnd(QLatin1String("si")))
            m_ends.append(m_texts.size());
        else if (inText)
            m_texts += part.text().toUtf8();
    }
}

QString SharedStrings::at(qsizetype place) const
{
    if (place < 0 || place >= m_ends.size())
        throw broken();
    const qsizetype start = place == 0 ? 0 : m_ends.at(place - 1);
    return QString::fromUtf8(m_texts.constData() + start, m_ends.at(place) - start);
}

Workbook Workbook::read(const ZipFolder &folder, const QString &sheet)
{
    if (!folder.contains(QStringLiteral("xl/workbook.xml")))
        throw SheetError(words(QT_TRANSLATE_NOOP(
            "Sheets", "This is no .xlsx workbook. Open it and save it as .xlsx.")));
    Workbook workbook;
    const QList<SheetName> names = sheetNames(folder, workbook.from1904);
    const SheetName &wanted = chosen(names, sheet);
    XmlPart part(folder.part(QStringLiteral("xl/_rels/workbook.xml.rels")));
    while (part.next() != QXmlStreamReader::EndDocument) {
        if (!part.atStart(QLatin1String("Relationship")))
            continue;
        if (attribute(part, "Id") == wanted.relation)
            workbook.sheetPath = pathOf(attribute(part, "Target"));
        if (attribute(part, "Type").endsWith(QLatin1String("/sharedStrings")))
            workbook.sharedStringsPath = pathOf(attribute(part, "Target"));
    }
    if (!folder.contains(workbook.sheetPath))
        throw broken();
    workbook.styleIsDate = dateStyles(folder);
    return workbook;
}

} // namespace jubao
