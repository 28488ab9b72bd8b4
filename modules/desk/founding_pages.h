// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonArray>
#include <QMap>
#include <QWizardPage>
#include <functional>

class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace jubao {

class EditTable;
class FoundingWizard;

/** A page of the founding: fields above, one line of words below that says what is wrong. */
class FoundingPage : public QWizardPage {
    Q_OBJECT

public:
    FoundingPage(const QString &title, const QString &subtitle);

protected:
    /** Shows the words; true where there are none. */
    bool clean(const QString &words);
    QLabel *m_message;
    QVBoxLayout *m_column;
};

/** Name, county, folder. */
class PlacePage : public FoundingPage {
    Q_OBJECT

public:
    PlacePage();
    bool validatePage() override;
    QString officeName() const;
    QString countyCode() const;
    QString folder() const;
    QJsonObject county() const;

private:
    QLineEdit *m_name;
    QLineEdit *m_code;
    QLineEdit *m_county;
    QLineEdit *m_folder;
};

/** Townships and villages. */
class DivisionsPage : public FoundingPage {
    Q_OBJECT

public:
    explicit DivisionsPage(const PlacePage &place);
    bool validatePage() override;
    QJsonArray divisions() const;

private:
    const PlacePage &m_place;
    EditTable *m_table;
};

/** The three administrators and the director. */
class SignersPage : public FoundingPage {
    Q_OBJECT

public:
    SignersPage();
    bool validatePage() override;
    QJsonArray signers() const;

private:
    struct Line {
        QString post;
        QLineEdit *account;
        QLineEdit *name;
        QLineEdit *person;
    };
    QList<Line> m_lines;
};

/** Everybody else who begins with the office; they make their own keys later. */
class StaffPage : public FoundingPage {
    Q_OBJECT

public:
    StaffPage(const FoundingWizard &wizard, const DivisionsPage &divisions);
    void initializePage() override;
    bool validatePage() override;
    QJsonArray staff() const;

private:
    const FoundingWizard &m_wizard;
    const DivisionsPage &m_divisions;
    EditTable *m_table;
};

/** Each signer types an own password, unseen by the others; the last button founds. */
class PasswordsPage : public FoundingPage {
    Q_OBJECT

public:
    PasswordsPage(FoundingWizard &wizard, const SignersPage &signers);
    void initializePage() override;
    bool validatePage() override;
    QMap<QString, QString> passwords() const;

private:
    struct Line {
        QString account;
        QLineEdit *first;
        QLineEdit *second;
    };
    FoundingWizard &m_wizard;
    const SignersPage &m_signers;
    QWidget *m_lines = nullptr;
    QList<Line> m_fields;
};

/** What must now be put on paper. */
class PapersPage : public FoundingPage {
    Q_OBJECT

public:
    explicit PapersPage(const FoundingWizard &wizard);
    void initializePage() override;

private:
    void showPapers();

    const FoundingWizard &m_wizard;
    QLabel *m_root;
};

/** Post codes with their titles as shipped. */
QList<QPair<QString, QString>> shippedChoices(const QString &resource);

} // namespace jubao
