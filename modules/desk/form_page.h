// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "desk/drafts.h"
#include "desk/services.h"
#include "operations/office.h"
#include <QTimer>
#include <QWidget>

class QFrame;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace jubao {

class EvidenceCard;
class FormFoot;
class InstructionCard;
class MeanwhileBar;
class RecordForm;
class SheetCard;

/**
 * One operation being made: the form, the papers, and the button that hands it in. What is typed is
 * kept on disk within a second and offered again after a kill; F9 hands in and opens the next form,
 * Esc twice clears.
 */
class FormPage : public QWidget {
    Q_OBJECT

public:
    FormPage(const OperationType &type, Office &office, Session &session,
             const DeskServices &services, QWidget *parent = nullptr);
    ~FormPage() override;

    RecordForm &form() const { return *m_form; }
    EvidenceCard &papers() const { return *m_papers; }
    /** The rows of a batch; null for a single operation. */
    SheetCard *sheet() const { return m_sheet; }
    void start();
    /** Opens an operation that came back to its maker, with what was entered and why it came back.
     */
    void resubmit(const OperationView &returned);
    /** There are entries after \a since: says what others did with the record of this form. */
    void booksGrew(qint64 since);

signals:
    void handedIn(const jubao::ActResult &result, const QString &type);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build(const DeskServices &services);
    QWidget *buildFields(const DeskServices &services);
    QWidget *buildSide();
    QWidget *buildBanner();
    void addShortcuts();
    void handIn();
    void checkSheet();
    /** Runs what may be refused or fail, and says so in words. */
    bool told(const std::function<void()> &work);
    void refused(const QList<Refusal> &refusals);
    void say(const QString &text, const char *role);
    void clearAfterwards();
    void askToClear();
    void clearByHand();
    /** The paper of a form that cannot be handed in yet: what is missing (OFF-11). */
    void printBeforeMaking();
    void showReasons();

    void touched();
    void keepDraft();
    void keepFiles();
    void discardDraft();
    void offerDraft();
    void answerDraft(bool goOn);
    void loadPins();
    void keepPins();

    const OperationType &m_type;
    Office &m_office;
    Session &m_session;
    DraftStore m_drafts;
    RecordForm *m_form = nullptr;
    EvidenceCard *m_papers = nullptr;
    InstructionCard *m_instruction = nullptr;
    SheetCard *m_sheet = nullptr;
    QWidget *m_body = nullptr;
    MeanwhileBar *m_meanwhile = nullptr;
    QFrame *m_banner = nullptr;
    QLabel *m_bannerText = nullptr;
    QPushButton *m_goOn = nullptr;
    QPushButton *m_discard = nullptr;
    QFrame *m_reasonCard = nullptr;
    QLabel *m_warnings = nullptr;
    QLineEdit *m_reason = nullptr;
    QStringList m_warned; ///< by the rules of the form
    QString m_lateNotice; ///< a paper that the first notice did not name (OFF-11)
    FormFoot *m_foot = nullptr;
    QPushButton *m_button = nullptr; ///< of the foot: hands in
    QString m_noticeId;              ///< document for a form that cannot be handed in; empty = none
    QTimer m_draftTimer;
    QTimer m_escape;
    qint64 m_resubmits = 0;
    bool m_asked = false; ///< whether the draft of an earlier time was looked for
};

} // namespace jubao
