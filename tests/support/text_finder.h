// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayMatcher>
#include <QList>
#include <QSet>
#include <QStringList>

namespace jubao::test {

/** A text in every form in which it could lie on a disk or in a cell. */
QList<QByteArray> formsOf(const QString &text);

/** Says which of some texts lie in a heap of bytes, in any form. */
class Finder {
public:
    explicit Finder(const QStringList &texts)
    {
        for (const QString &text : texts) {
            const QList<QByteArray> forms = formsOf(text);
            for (const QByteArray &form : forms)
                m_forms.append({text, QByteArrayMatcher(form)});
        }
    }
    void look(const QByteArray &heap)
    {
        for (const auto &[text, form] : m_forms) {
            if (form.indexIn(heap) >= 0)
                m_found.insert(text);
        }
    }
    QStringList found() const
    {
        QStringList list(m_found.begin(), m_found.end());
        list.sort();
        return list;
    }

private:
    QList<std::pair<QString, QByteArrayMatcher>> m_forms;
    QSet<QString> m_found;
};

} // namespace jubao::test
