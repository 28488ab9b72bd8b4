// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "desk/list_host.h"
#include <QDialog>
#include <QHash>

class QLabel;

namespace jubao {

class ListPage;
struct ListQuery;
struct ListRow;
struct ListSpec;

/**
 * The rows behind a batch, for whoever decides it (CTL-11, ENR-11): they are its evidence, and
 * looking at them leaves the line that looking at a scan leaves. Sealed fields are masked until
 * they are revealed by power, with a line of its own (SEC-16). While the batch is open, a row that
 * the rules speak of is marked and says why.
 */
class BatchRowsDialog : public QDialog, private ListHost {
    Q_OBJECT

public:
    /** \a view must be of a batch type. Leaves the line in the access trail. */
    BatchRowsDialog(Office &office, Session &session, const OperationView &view,
                    QWidget *parent = nullptr);

    ListPage &list() const { return *m_list; }

private:
    Office &office() override { return m_office; }
    Session &session() override { return m_session; }
    void tell(const QString &text) override;

    ListSpec spec();
    /** Counts and sums of the whole batch, as its signers vouch for them. */
    QString totals() const;
    QList<ListRow> read(const Reader &reader, const ListQuery &query, int limit);
    QStringList cells(const QJsonObject &row, const Reader &reader);
    QString text(const Field &field, const QJsonValue &value, const Reader &reader);
    /** Nothing where the filter leaves it out. */
    std::optional<ListRow> lineOf(const SeenRow &row, const Reader &reader,
                                  const QString &filter);
    bool mayReveal() const;
    void reveal();

    Office &m_office;
    Session &m_session;
    OperationView m_view;
    const OperationType *m_type;
    bool m_judged; ///< open: what the rules say now concerns the decision
    bool m_revealed = false;
    QHash<QString, QString> m_names; ///< of divisions and persons, by field and stored value
    ListPage *m_list = nullptr;
    QLabel *m_message = nullptr;
};

} // namespace jubao
