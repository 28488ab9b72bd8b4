// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What others do with the records of a form while somebody fills it in.

#include "operations/office_private.h"

#include <algorithm>

namespace jubao {

namespace {

const QString actionsAfter =
    QStringLiteral("SELECT j.kind, a.display_name, o.id, o.type, o.type_version, o.state, j.seq, "
                   "o.division FROM %1 s JOIN operation o ON o.id = s.operation "
                   "JOIN journal j ON j.operation = o.id "
                   "JOIN operator_account a ON a.id = j.operator "
                   "WHERE %2 AND j.seq > ? AND j.operator <> ? ORDER BY j.seq");

/** The last action of each operation in sight, by operation. */
class Actions {
public:
    Actions(const Reader &reader, const TypeRegistry &registry, qint64 after, qint64 self,
            QStringList sight)
        : m_reader(reader)
        , m_registry(registry)
        , m_after(after)
        , m_self(self)
        , m_sight(std::move(sight))
    {
    }

    void ofSubject(const Subject &subject)
    {
        const QString ofSubjects = QStringLiteral("operation_subject");
        if (subject.person != 0)
            take(actionsAfter.arg(ofSubjects, QStringLiteral("s.person = ?")), {subject.person});
        else if (!subject.idNumber.isEmpty())
            take(actionsAfter.arg(ofSubjects, QStringLiteral("s.id_number = ?")),
                 {subject.idNumber});
    }
    void ofLock(const Lock &lock)
    {
        take(actionsAfter.arg(QStringLiteral("operation_lock"),
                              QStringLiteral("s.subject = ? AND s.aspect = ?")),
             {lock.subject, lock.aspect});
    }
    QList<Meanwhile> list() const
    {
        QList<Meanwhile> all = m_last.values();
        std::sort(all.begin(), all.end(),
                  [](const auto &one, const auto &other) { return one.seq < other.seq; });
        return all;
    }

private:
    void take(const QString &sql, const QVariantList &of)
    {
        Query rows = m_reader.query(sql);
        int position = 0;
        for (const QVariant &value : of)
            rows.bind(++position, value);
        rows.bind(++position, m_after);
        rows.bind(++position, m_self);
        while (rows.next()) {
            const std::optional<ActionKind> kind = actionFromCode(rows.text(0));
            const OperationType *type = m_registry.find(rows.text(3), int(rows.integer(4)));
            if (!kind || !type || !coversDivision(m_sight, rows.text(7)))
                continue;
            m_last.insert(rows.integer(2),
                          {rows.integer(6), *kind, rows.text(1), rows.integer(2), type->title,
                           rows.text(5) == QLatin1String("posted")});
        }
    }

    const Reader &m_reader;
    const TypeRegistry &m_registry;
    qint64 m_after;
    qint64 m_self;
    QStringList m_sight;
    QMap<qint64, Meanwhile> m_last;
};

} // namespace

QList<Meanwhile> Office::meanwhile(const Session &session, const QString &type,
                                   const QJsonObject &payload, qint64 after) const
{
    const OperationType *declared = registry().find(type);
    if (!declared)
        return {};
    const Reader books = reader();
    Actions actions(books, registry(), after, session.operatorId(),
                    divisionsInSight(d->postsNow(session)));
    if (declared->subjects) {
        const QList<Subject> subjects = declared->subjects(payload, books);
        for (const Subject &subject : subjects)
            actions.ofSubject(subject);
    }
    if (declared->locks) {
        const QList<Lock> locks = declared->locks(payload, books);
        for (const Lock &lock : locks)
            actions.ofLock(lock);
    }
    return actions.list();
}

void Office::listen(const std::function<void()> &heard)
{
    if (d->options.county)
        d->options.county->listen(heard ? d->readsAs : QString(), heard);
}

bool Office::listens() const
{
    return d->options.county && d->options.county->listens();
}

} // namespace jubao
