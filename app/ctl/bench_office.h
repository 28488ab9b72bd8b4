// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "bench_figures.h"
#include "demo_people.h"
#include "operations/office.h"
#include <QTemporaryDir>

namespace jubao::ctl {

/** A demo office in a folder that goes away, and copies of it to work on. */
class BenchOffice {
public:
    BenchOffice(std::shared_ptr<const TypeRegistry> registry, int persons);

    /** Opens a fresh copy; the one opened before is closed and removed. */
    Office &openCopy();
    Office &office() { return *m_office; }
    /** Closes the copy and opens the same again, wherever its books are by then. */
    void close();
    void open();
    QString folder() const { return m_copy; }
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString passwordOf(const QString &name) const { return m_passwords.value(name); }
    Session &as(const QString &name);

    qint64 make(const QString &name, const MakeRequest &request);
    /** Looks and decides, as a person does. */
    void decide(const QString &name, ActionKind kind, qint64 operation);
    /** The same at any place where he has signed in. Throws where the operation does not go on. */
    static void decide(Office &office, Session &session, ActionKind kind, qint64 operation);
    /** People of the system before, as CSV: N rows that all pass. */
    QString openingFile(int persons) const;
    /** Somebody who is in no books and brings no warning. */
    QJsonObject newcomer(const QString &township);
    /** The import with parse, check and staging; then every step of its route. */
    void takeOver(const QString &file);
    Office::Options options() const;

private:
    std::shared_ptr<const TypeRegistry> m_registry;
    QTemporaryDir m_folder;
    QString m_copy;
    int m_copies = 0;
    std::unique_ptr<Office> m_office;
    DemoPeople m_newcomers;
    int m_households = 0;
    QMap<QString, QString> m_passwords;
    QMap<QString, std::shared_ptr<Session>> m_sessions;
};

/** How long the person search takes for texts of each kind, against the time between two keys. */
QList<Figure> searchFigures(const Reader &reader, const QMap<QString, QStringList> &texts,
                            const QString &prefix);

} // namespace jubao::ctl
