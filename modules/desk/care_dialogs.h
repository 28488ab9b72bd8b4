// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "desk/sign_form.h"
#include "operations/office.h"

class QCheckBox;
class QPushButton;

namespace jubao {

class NewPassword;

/** Something that two persons do together with their own passwords. */
struct TwoPersonsTask {
    QString title;
    QString words;  ///< who the two are and what will happen
    QString first;  ///< title of the first account
    QString second; ///< title of the second account
    QString button;
    QString reason; ///< title of the line that asks why; empty = nobody is asked
    std::function<void(const Office::Attendance &, const QString &reason)> work;
};

/** Upgrade of books of an older schema: IT or SA, with a second person present. */
TwoPersonsTask upgradeTask(Office &office);
/** The clock is right: two administrators of different persons say so, and why where the newest
 * entries are ahead of it. */
TwoPersonsTask clockTask(Office &office);

class TwoPersonsDialog : public SignDialog {
    Q_OBJECT

public:
    explicit TwoPersonsDialog(TwoPersonsTask task, QWidget *parent = nullptr);

private:
    void confirm();

    TwoPersonsTask m_task;
    QLineEdit *m_firstName;
    QLineEdit *m_firstPassword;
    QLineEdit *m_secondName;
    QLineEdit *m_secondPassword;
    QLineEdit *m_reason = nullptr;
};

/** The auditor has seen that this office is not the one this place saw last (SEC-02). */
class WitnessDialog : public SignDialog {
    Q_OBJECT

public:
    WitnessDialog(Office &office, Session &auditor, QWidget *parent = nullptr);

private:
    void confirm();

    Office &m_office;
    Session &m_auditor;
    QLineEdit *m_reason;
};

/** Puts a backup into a new folder, with two persons; what does not prove whole is refused, unless
 * it is the last that there is. */
class RestoreDialog : public SignDialog {
    Q_OBJECT

public:
    explicit RestoreDialog(Office::Options options, QWidget *parent = nullptr);

    QString folder() const;

private:
    QLineEdit *addPath(const QString &title, const char *name, bool isFolder);
    void confirm();

    Office::Options m_options;
    QLineEdit *m_backup;
    QLineEdit *m_folder;
    QLineEdit *m_firstName;
    QLineEdit *m_firstPassword;
    QLineEdit *m_secondName;
    QLineEdit *m_secondPassword;
    QCheckBox *m_evenIfNotWhole;
};

/**
 * New keys for the administrators with two of the three envelopes, for when nobody can sign in. The
 * three new sheets lie as PDF in a folder of the person's choice before anything changes.
 */
class RecoverDialog : public SignDialog {
    Q_OBJECT

public:
    using SheetMaker =
        std::function<QList<DocumentData>(const QStringList &shares, const Reader &books)>;

    RecoverDialog(Office &office, SheetMaker sheets, QWidget *parent = nullptr);

private:
    struct Administrator {
        QLineEdit *name = nullptr;
        NewPassword *password = nullptr;
    };

    QWidget *buildReason();
    QWidget *buildAdministrators();
    bool isComplete();
    void confirm();
    void keepSheets(const QList<DocumentData> &sheets) const;

    Office &m_office;
    SheetMaker m_sheets;
    QLineEdit *m_shareOne;
    QLineEdit *m_shareTwo;
    QLineEdit *m_reason;
    QLineEdit *m_folder;
    QList<Administrator> m_administrators;
};

} // namespace jubao
