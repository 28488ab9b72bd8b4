// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/office.h"
#include <QWizard>
#include <functional>

namespace jubao {

/**
 * Founds an office in the window (design §3, Keys): place and divisions, the four signers, the
 * first staff, a password of each signer typed by that signer. What was typed stays until the
 * founding stands. Afterwards it shows what has to be on paper: the certificate with the root's
 * fingerprint and the three recovery sheets, which are never shown again.
 */
class FoundingWizard : public QWizard {
    Q_OBJECT

public:
    /** Draws the recovery sheets; lent by the room that knows them. */
    using SheetMaker =
        std::function<QList<DocumentData>(const QStringList &shares, const Reader &books)>;

    FoundingWizard(Office::Options options, SheetMaker sheets, QWidget *parent = nullptr);

    /** The folder of the founded office; empty until it stands. */
    QString folder() const { return m_folder; }
    QString root() const { return m_root; }
    /** Certificate and recovery sheets, to be printed now. */
    QList<DocumentData> papers() const { return m_papers; }

    /** What the pages say so far, in the form that `jubaoctl init --plan` takes. */
    QJsonObject plan() const;
    /** Founds; on failure gives the words to show and leaves the folder as it was. */
    QString found();

private:
    Office::Options m_options;
    QString m_folder;
    QString m_root;
    SheetMaker m_sheets;
    QList<DocumentData> m_papers;
};

} // namespace jubao
