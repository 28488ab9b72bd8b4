// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/office.h"
#include <QFrame>
#include <QJsonObject>

class QCheckBox;
class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace jubao {

/**
 * The papers of one operation: each kind is marked as seen or has its scans attached (CTL-11).
 * Enter marks a paper and goes to the next; files may be dropped on their kind.
 */
class EvidenceCard : public QFrame {
    Q_OBJECT

public:
    explicit EvidenceCard(const QStringList &kinds, QWidget *parent = nullptr);

    /** What a return asked for beside the type's own papers: a row for each until the next call. */
    void ask(const QStringList &kinds);
    QList<Evidence> evidence() const;
    void clear();
    /** For a draft: the marks, and the attached files with their content. */
    QJsonObject marks() const;
    QJsonObject files() const;
    void restore(const QJsonObject &marks, const QJsonObject &files);
    /** The first paper without a mark; false where there is none. */
    bool focusFirstMissing();
    /** Attaches a file to a kind; a file that is not taken is told in words below. */
    void attach(const QString &kind, const QString &path);

signals:
    void changed();
    void filesChanged();
    /** Enter at the last paper. */
    void completed();

protected:
    bool eventFilter(QObject *object, QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    struct Row {
        QString kind;
        QWidget *whole = nullptr;
        QCheckBox *seen = nullptr;
        QHBoxLayout *pictures = nullptr;
        QList<Evidence> files;
    };

    void addRow(const QString &kind);
    void showWhetherAsked();
    void choose(Row &row);
    void showFiles(Row &row);
    Row *rowOf(const QString &kind);

    QList<Row> m_rows;
    qsizetype m_own = 0;             ///< how many of them are the type's
    QVBoxLayout *m_column = nullptr; ///< the rows stand in it above the message
    QLabel *m_message;
    QLabel *m_none = nullptr;
};

} // namespace jubao
