// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database/database.h"
#include "database/request_channel.h"
#include "hub/wire.h"
#include "operations/county_service.h"
#include <QCborMap>
#include <QDeadlineTimer>
#include <atomic>
#include <map>

namespace jubao {

struct CountyFile;

/**
 * A desk's way to the county's service. Where the server goes away in between, the same question
 * is asked again when it is back, until the patience is over: its action id makes sure that it is
 * entered once. What only reads is waited for less long than what enters something, and after a
 * question that nobody answered the next ones fail soon, until one is answered. Throws
 * DatabaseError(ServerGone, ServiceSilent, …), RefusedError.
 */
class HubPort : public CountyService {
public:
    /** What a PC of the county has to know; nothing of it is a secret. */
    struct County {
        ServerAddress server; ///< without a role
        QString servicePublicKey;
        QJsonObject office; ///< name, identity, demo
    };

    HubPort(County county, QString workstation,
            std::chrono::milliseconds patience = std::chrono::seconds(30));
    ~HubPort() override;

    /** From here on this operator asks by a connection of his own: whoever is called on the spot
     * does not ask by the maker's. */
    void letIn(const QString &operatorName, const QByteArray &proof);

    ActResult make(const QString &operatorName, const MakeRequest &request,
                   const Asked &asked) override;
    ActResult act(const QString &operatorName, const Action &action, const Asked &asked,
                  const Progress &progress) override;

    QJsonObject office() const override { return m_county.office; }
    PasswordGround groundOf(const QString &name, bool invited) override;
    Slot slotOf(const QString &name, const QByteArray &proof) override;
    void admit(const QString &name, const QByteArray &codeProof, const Slot &made) override;
    SignedIn signedIn(const QString &name, SignInWay way, const PlaceFacts &place) override;
    void changeSlot(const QString &name, const QByteArray &proof, const Slot &changed,
                    const QByteArray &next) override;
    QString invite(const QString &name, const QString &operatorName, const QString &actionId,
                   const Asked &asked) override;
    JournalHead enter(const QString &name, const QString &kind, const QJsonObject &detail,
                      const QString &actionId, const Asked &asked) override;
    QString madeKey(const QString &name, const QString &operatorName) override;
    void note(const QString &name, const QString &kind, const QString &subject,
              const QString &detail) override;
    JournalHead head(const QString &name) override;
    std::optional<JournalHead> glance(const QString &name) override;
    void listen(const QString &name, const std::function<void()> &heard) override;
    bool listens() const override;
    QString hashAt(const QString &name, qint64 seq) override;
    QJsonObject prefill(const QString &name, const QString &type,
                        const QJsonObject &payload) override;
    Findings check(const QString &name, const QString &type, const QJsonObject &payload) override;
    BatchCount checkRows(const QString &name, const QString &type, const QJsonObject &parameters,
                         const RowSource &rows, qint64 resubmits,
                         const RowReturn &givenBack) override;
    OperationView view(const QString &name, qint64 operation) override;
    QList<OperationView> list(const QString &name, Listing listing, qint64 person) override;
    QList<Responsible> responsibility(const QString &name, qint64 operation) override;
    bool waitsFor(const QString &name, qint64 operation) override;
    EffectsPreview effects(const QString &name, qint64 operation) override;
    QByteArray evidence(const QString &name, qint64 operation, int revision, const QString &kind,
                        const QString &fileName) override;
    QJsonObject reveal(const QString &name, qint64 person) override;
    QList<SeenRow> lookAtRows(const QString &name, const RowsLook &look) override;
    QList<Office::Printable> papers(const QString &name, const PaperOrder &order) override;
    void notGiven(const QString &name, const PaperOrder &order) override;
    std::unique_ptr<Database> booksFor(const QString &name) override;

private:
    struct Arguments;
    template <typename T>
    T call(const QString &operatorName, const char *what, const Arguments &with);
    void tell(const QString &operatorName, const char *what, const Arguments &with);
    /** For an answer, and while the service or its server is away. */
    struct Patience {
        std::chrono::milliseconds answer;
        std::chrono::milliseconds away;
    };
    /** With the proof of who asks. */
    QCborMap ask(wire::Question question);
    QCborMap ask(wire::Question question, const Patience &patience);
    QCborMap askPatiently(const wire::Question &question, const Patience &patience);
    struct News;
    ServerAddress addressOf(const QString &operatorName) const;
    void drawNewsLine();
    RequestLine &lineOf(const QString &operatorName);
    /** Proves the password again, for the server lets nobody in without. */
    void letInAgain(const QString &operatorName);

    County m_county;
    wire::LetterWriter m_letters;
    QString m_workstation;
    std::chrono::milliseconds m_patience;
    /** The last question was not answered: the next ones hold nobody up for long. */
    std::atomic<bool> m_away = false;
    QMap<QString, QByteArray> m_proofs; ///< of who signed in here
    std::map<QString, std::unique_ptr<RequestLine>> m_lines;
    QString m_listener; ///< as whom the news are heard
    std::function<void()> m_heard;
    std::unique_ptr<News> m_news;
};

/** As the file that lies on every PC says. */
HubPort::County countyOf(const CountyFile &file);

} // namespace jubao
