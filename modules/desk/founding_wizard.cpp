// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/founding_wizard.h"

#include "database/error.h"
#include "desk/founding_pages.h"
#include "desk/theme.h"
#include "operations/verify.h"
#include <QAbstractButton>
#include <QEventLoop>
#include <QThread>

namespace jubao {

namespace {

enum Page { Place, Divisions, Signers, Staff, Passwords, Papers };

} // namespace

FoundingWizard::FoundingWizard(Office::Options options, SheetMaker sheets, QWidget *parent)
    : QWizard(parent)
    , m_options(std::move(options))
    , m_sheets(std::move(sheets))
{
    setObjectName(QStringLiteral("founding"));
    setWindowTitle(tr("Found an office"));
    setWizardStyle(ModernStyle);
    setOption(NoBackButtonOnLastPage);
    setOption(NoCancelButtonOnLastPage);
    constexpr QSize roomForStaff(900, 600);
    resize(roomForStaff);
    setButtonText(BackButton, tr("Back"));
    setButtonText(NextButton, tr("Next"));
    setButtonText(CancelButton, tr("Cancel"));
    setButtonText(FinishButton, tr("Everything is on paper"));
    for (const WizardButton main : {NextButton, CommitButton, FinishButton})
        Theme::setProperty(button(main), "kind", QStringLiteral("primary"));

    auto *place = new PlacePage;
    auto *divisions = new DivisionsPage(*place);
    auto *signers = new SignersPage;
    setPage(Place, place);
    setPage(Divisions, divisions);
    setPage(Signers, signers);
    setPage(Staff, new StaffPage(*this, *divisions));
    setPage(Passwords, new PasswordsPage(*this, *signers));
    setPage(Papers, new PapersPage(*this));
}

QJsonObject FoundingWizard::plan() const
{
    const auto *place = static_cast<const PlacePage *>(page(Place));
    return {{"office", QJsonObject{{"name", place->officeName()}, {"demo", 0}, {"node", 1}}},
            {"divisions", static_cast<const DivisionsPage *>(page(Divisions))->divisions()},
            {"signers", static_cast<const SignersPage *>(page(Signers))->signers()},
            {"staff", static_cast<const StaffPage *>(page(Staff))->staff()}};
}

QString FoundingWizard::found()
{
    const QString folder = static_cast<const PlacePage *>(page(Place))->folder();
    const FoundingPlan founding{plan()};
    const QMap<QString, QString> passwords =
        static_cast<const PasswordsPage *>(page(Passwords))->passwords();
    QString words;
    // Four password hashes and the whole schema take seconds: the window stays alive meanwhile.
    std::unique_ptr<QThread> worker(QThread::create([&] {
        try {
            const std::unique_ptr<Office> office =
                Office::found(folder, founding, passwords, m_options,
                              [this](const QStringList &shares, const Reader &books) {
                                  m_papers = m_sheets(shares, books);
                              });
            m_root = rootFingerprint(office->identity());
            const DocumentSpec *certificate =
                m_options.registry->findDocument(QStringLiteral("system.founding_certificate"))
                    .first;
            m_papers.prepend(certificate->gather(0, {}, office->reader()));
        } catch (const RefusedError &error) {
            words = error.refusals.first().text;
        } catch (const DatabaseError &error) {
            words = error.text() + u' ' + error.detail();
        } catch (const std::exception &error) {
            words = QString::fromUtf8(error.what());
        }
    }));
    QEventLoop waiting;
    connect(worker.get(), &QThread::finished, &waiting, &QEventLoop::quit);
    setEnabled(false);
    worker->start();
    waiting.exec(QEventLoop::ExcludeUserInputEvents);
    worker->wait();
    setEnabled(true);
    if (words.isEmpty())
        m_folder = folder;
    return words;
}

} // namespace jubao
