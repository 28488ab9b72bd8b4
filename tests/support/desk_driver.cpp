// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/desk_driver.h"

#include "desk/preview_dialog.h"
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QHash>
#include <QTest>
#include <QTimer>
#include <QTranslator>
#include <catch2/catch.hpp>

namespace jubao::test {

void shot(QWidget &widget, const char *name)
{
    const QString folder = qEnvironmentVariable("JUBAO_SHOTS");
    if (folder.isEmpty())
        return;
    QDir().mkpath(folder);
    QApplication::processEvents();
    REQUIRE(widget.grab().save(folder + u'/' + QLatin1String(name) + QStringLiteral(".png")));
}

namespace {

/** Leaves the PDF of every paper that is previewed beside the pictures, under its title. */
class PaperKeeper : public QObject {
public:
    bool eventFilter(QObject *object, QEvent *event) override
    {
        const auto *preview = qobject_cast<PreviewDialog *>(object);
        if (preview && event->type() == QEvent::Show && !event->spontaneous())
            keep(*preview);
        return false;
    }

private:
    void keep(const PreviewDialog &preview)
    {
        const QString folder = qEnvironmentVariable("JUBAO_SHOTS");
        const QString title = preview.windowTitle();
        const int times = ++m_times[title];
        const QString name = times == 1 ? title : title + u'-' + QString::number(times);
        QDir().mkpath(folder);
        QFile file(folder + u'/' + name + QStringLiteral(".pdf"));
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write(preview.pdf()) == preview.pdf().size());
    }

    QHash<QString, int> m_times;
};

void keepPapers()
{
    static PaperKeeper keeper;
    static const bool installed = [] {
        if (qEnvironmentVariableIsEmpty("JUBAO_SHOTS"))
            return false;
        qApp->installEventFilter(&keeper);
        return true;
    }();
    Q_UNUSED(installed)
}

} // namespace

void dress(Theme::Face face)
{
    keepPapers();
    static QTranslator translator;
    if (translator.isEmpty()) {
        REQUIRE(translator.load(QStringLiteral(":/jubao/i18n/jubao_zh_CN.qm")));
        QApplication::installTranslator(&translator);
    }
    Theme::apply(face);
}

void activate(QWidget &window)
{
    QApplication::setActiveWindow(&window);
    CHECK(QTest::qWaitForWindowActive(&window));
}

void inNextDialog(const std::function<void(QDialog &)> &act)
{
    auto *poll = new QTimer(qApp);
    // A dialog that is open already is not the next one.
    const QWidget *present = QApplication::activeModalWidget();
    QObject::connect(poll, &QTimer::timeout, qApp, [poll, act, present] {
        auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget());
        if (!dialog || dialog == present)
            return;
        poll->deleteLater();
        poll->stop();
        // A shortcut goes to the active window alone, and activation comes by an event of its own.
        activate(*dialog);
        act(*dialog);
        if (dialog->isVisible())
            dialog->reject();
    });
    poll->start(10);
}

} // namespace jubao::test
