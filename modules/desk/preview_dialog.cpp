// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/preview_dialog.h"

#include "database/error.h"
#include "desk/printer_shift_dialog.h"
#include "desk/printing.h"
#include "desk/theme.h"
#include "operations/decision.h"
#include <QComboBox>
#include <QFileDialog>
#include <QKeyEvent>
#include <QLabel>
#include <QPdfDocument>
#include <QPdfPageNavigator>
#include <QPdfView>
#include <QPrinter>
#include <QPrinterInfo>
#include <QPushButton>
#include <QSaveFile>
#include <QVBoxLayout>
#include <stdexcept>

namespace jubao {

namespace {

constexpr qreal zoomStep = 1.25;
constexpr qreal smallestZoom = 0.25;
constexpr qreal largestZoom = 5;

} // namespace

PreviewDialog::PreviewDialog(const DrawnPaper &paper, QWidget *parent)
    : PreviewDialog(QList<DrawnPaper>{paper}, parent)
{
}

PreviewDialog::PreviewDialog(const QList<DrawnPaper> &papers, QWidget *parent)
    : QDialog(parent)
    , m_papers(papers)
    , m_paper(renderPapers(papers))
    , m_pdf(new QPdfDocument(this))
    , m_view(new QPdfView)
{
    setObjectName(QStringLiteral("preview"));
    setWindowTitle(document().title);
    resize(920, 660);
    m_buffer.setData(m_paper.pdf);
    m_buffer.open(QIODevice::ReadOnly);
    m_pdf->load(&m_buffer);
    m_view->setObjectName(QStringLiteral("pages"));
    m_view->setAccessibleName(document().title);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setDocument(m_pdf);
    m_view->setPageMode(QPdfView::PageMode::MultiPage);
    m_view->setZoomMode(QPdfView::ZoomMode::FitToWidth);
    QPalette desktop = m_view->palette();
    desktop.setBrush(QPalette::Dark, Theme::color(QStringLiteral("window")));
    m_view->setPalette(desktop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 16);
    column->setSpacing(10);
    column->addLayout(buildHead());
    column->addWidget(m_view, 1);
    column->addLayout(buildFoot());
    connect(m_view->pageNavigator(), &QPdfPageNavigator::currentPageChanged, this,
            &PreviewDialog::showPage);
    showPage();
    offerPrinters();
}

PreviewDialog::~PreviewDialog()
{
    // The view draws in a thread of its own, from the document, which reads the buffer.
    delete m_view;
    delete m_pdf;
}

QPushButton *PreviewDialog::newButton(const QString &text, const char *name)
{
    auto *button = new QPushButton(text);
    button->setObjectName(QLatin1String(name));
    button->setAccessibleName(text);
    button->setAutoDefault(false);
    return button;
}

QLayout *PreviewDialog::buildHead()
{
    auto *row = new QHBoxLayout;
    row->addWidget(Theme::label(document().title, "card"));
    m_stamp = Theme::label(stamp(), "pill");
    m_stamp->setObjectName(QStringLiteral("stamp"));
    m_stamp->setVisible(!stamp().isEmpty());
    row->addWidget(m_stamp, 0, Qt::AlignVCenter);
    row->addStretch(1);
    m_pageLabel = Theme::label({}, "label");
    m_pageLabel->setObjectName(QStringLiteral("page_label"));
    row->addWidget(m_pageLabel);
    const auto add = [this, row](const QString &text, const char *name, const QString &title,
                                 const std::function<void()> &call) {
        QPushButton *button = newButton(text, name);
        constexpr int side = 34;
        button->setFixedWidth(text.size() > 1 ? 2 * side : side);
        Theme::setProperty(button, "kind", QStringLiteral("small"));
        button->setAccessibleName(title);
        button->setToolTip(title);
        button->setFocusPolicy(Qt::NoFocus);
        connect(button, &QPushButton::clicked, this, call);
        row->addWidget(button);
    };
    add(QStringLiteral("‹"), "page_back", tr("Page back"), [this] { turnTo(page() - 1); });
    add(QStringLiteral("›"), "page_on", tr("Next page"), [this] { turnTo(page() + 1); });
    add(QStringLiteral("−"), "zoom_out", tr("Smaller"), [this] { zoom(-1); });
    add(QStringLiteral("+"), "zoom_in", tr("Larger"), [this] { zoom(1); });
    add(tr("Fit"), "zoom_fit", tr("Fit to the width"), [this] { zoom(0); });
    return row;
}

QLayout *PreviewDialog::buildFoot()
{
    m_message = Theme::label({}, "hint");
    m_message->setObjectName(QStringLiteral("message"));
    m_message->setWordWrap(true);
    m_printers = new QComboBox;
    m_printers->setObjectName(QStringLiteral("printers"));
    m_printers->setAccessibleName(tr("Printer"));
    m_printers->setMinimumWidth(180);
    m_adjust = newButton(tr("Adjust…"), "adjust");
    auto *close = newButton(tr("Close"), "close");
    m_save = newButton(tr("Save as PDF"), "save");
    m_print = newButton(tr("Print"), "print");
    Theme::setProperty(m_print, "kind", QStringLiteral("primary"));
    connect(m_adjust, &QPushButton::clicked, this, &PreviewDialog::adjust);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &PreviewDialog::save);
    connect(m_print, &QPushButton::clicked, this, &PreviewDialog::print);
    auto *row = new QHBoxLayout;
    row->addWidget(m_message, 1);
    row->addWidget(m_printers);
    row->addWidget(m_adjust);
    row->addWidget(close);
    row->addWidget(m_save);
    row->addWidget(m_print);
    return row;
}

void PreviewDialog::offerPrinters()
{
    const QStringList names = QPrinterInfo::availablePrinterNames();
    m_printers->addItems(names);
    const QString last = PrinterSettings::lastPrinter(document().templateId);
    m_printers->setCurrentText(names.contains(last) ? last : QPrinterInfo::defaultPrinterName());
    const bool any = !names.isEmpty();
    m_printers->setVisible(any);
    m_adjust->setVisible(any);
    m_print->setEnabled(any);
    (any ? m_print : m_save)->setDefault(true);
    (any ? m_print : m_save)->setFocus();
    if (!any)
        say(tr("No printer is set up on this computer. The paper can be saved as PDF."), false);
}

int PreviewDialog::page() const
{
    return m_view->pageNavigator()->currentPage();
}

void PreviewDialog::turnTo(int page)
{
    if (page >= 0 && page < m_pdf->pageCount())
        m_view->pageNavigator()->jump(page, {}, m_view->pageNavigator()->currentZoom());
}

void PreviewDialog::showPage()
{
    m_pageLabel->setText(tr("Page %1 of %2").arg(page() + 1).arg(m_pdf->pageCount()));
}

void PreviewDialog::zoom(int steps)
{
    if (steps == 0) {
        m_view->setZoomMode(QPdfView::ZoomMode::FitToWidth);
        return;
    }
    if (m_view->zoomMode() != QPdfView::ZoomMode::Custom) {
        // What "fit" shows now is where the steps begin.
        const qreal pointsWide = m_pdf->pagePointSize(page()).width();
        const qreal shown = m_view->viewport()->width() / (pointsWide / 72 * logicalDpiX());
        m_view->setZoomMode(QPdfView::ZoomMode::Custom);
        m_view->setZoomFactor(shown);
    }
    const qreal wanted = m_view->zoomFactor() * (steps > 0 ? zoomStep : 1 / zoomStep);
    m_view->setZoomFactor(std::clamp(wanted, smallestZoom, largestZoom));
}

void PreviewDialog::keyPressEvent(QKeyEvent *event)
{
    const bool control = event->modifiers() & Qt::ControlModifier;
    switch (event->key()) {
    case Qt::Key_PageDown:
        turnTo(page() + 1);
        return;
    case Qt::Key_PageUp:
        turnTo(page() - 1);
        return;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoom(1);
        return;
    case Qt::Key_Minus:
        zoom(-1);
        return;
    case Qt::Key_0:
        zoom(0);
        return;
    case Qt::Key_S:
        if (control) {
            save();
            return;
        }
        break;
    case Qt::Key_P:
        if (control && m_print->isEnabled()) {
            print();
            return;
        }
        break;
    default:
        break;
    }
    QDialog::keyPressEvent(event);
}

void PreviewDialog::say(const QString &text, bool bad)
{
    Theme::setProperty(m_message, "role", bad ? QStringLiteral("error") : QStringLiteral("hint"));
    m_message->setText(text);
}

void PreviewDialog::save()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Save as PDF"),
                                                      document().title + QStringLiteral(".pdf"),
                                                      QStringLiteral("PDF (*.pdf)"));
    if (!path.isEmpty())
        saveTo(path);
}

void PreviewDialog::saveTo(const QString &path)
{
    const bool saved = give([&](const QList<DrawnPaper> &papers) {
        const Paper paper = renderPapers(papers);
        QSaveFile file(path);
        // Papers carry personal data.
        if (!file.open(QIODevice::WriteOnly)
            || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
            || file.write(paper.pdf) != paper.pdf.size() || !file.commit())
            throw std::runtime_error(tr("Not saved: %1").arg(file.errorString()).toStdString());
        showPapers(papers);
    });
    if (saved)
        say(tr("Saved: %1").arg(path), false);
}

bool PreviewDialog::give(const HandOut &handOut)
{
    try {
        if (m_giving)
            m_giving(handOut);
        else
            handOut(m_papers);
        return true;
    } catch (const RefusedError &error) {
        say(error.refusals.first().text, true);
    } catch (const DatabaseError &error) {
        say(error.text(), true);
    } catch (const std::exception &error) {
        say(QString::fromUtf8(error.what()), true);
    }
    return false;
}

QString PreviewDialog::stamp() const
{
    QStringList stamps;
    for (const DrawnPaper &paper : m_papers)
        stamps.append(paper.marks.stamp);
    stamps.removeDuplicates();
    stamps.removeAll(QString());
    return stamps.size() > 1 ? tr("Some of them are reprints") : stamps.join(QString());
}

void PreviewDialog::showPapers(const QList<DrawnPaper> &papers)
{
    // Between looking and giving another may have given it: then what was given is shown.
    const bool same = std::equal(papers.begin(), papers.end(), m_papers.begin(), m_papers.end(),
                                 [](const DrawnPaper &given, const DrawnPaper &shown) {
                                     return given.marks.stamp == shown.marks.stamp
                                         && given.document.number == shown.document.number;
                                 });
    if (same)
        return;
    m_papers = papers;
    m_paper = renderPapers(papers);
    m_pdf->close();
    m_buffer.close();
    m_buffer.setData(m_paper.pdf);
    m_buffer.open(QIODevice::ReadOnly);
    m_pdf->load(&m_buffer);
    m_stamp->setText(stamp());
    m_stamp->setVisible(!stamp().isEmpty());
    showPage();
}

void PreviewDialog::print()
{
    const bool printed = give([this](const QList<DrawnPaper> &papers) {
        QPrinter printer(QPrinter::HighResolution);
        printer.setPrinterName(m_printers->currentText());
        renderPapers(papers);
        printPapers(printer, papers);
    });
    if (!printed)
        return;
    PrinterSettings::setLastPrinter(document().templateId, m_printers->currentText());
    accept();
}

void PreviewDialog::adjust()
{
    PrinterShiftDialog(m_printers->currentText(), document().templateId, document().title, this)
        .exec();
}

} // namespace jubao
