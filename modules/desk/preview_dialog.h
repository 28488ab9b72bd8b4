// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "documents/document.h"
#include <QBuffer>
#include <QDialog>
#include <functional>

class QComboBox;
class QLabel;
class QPdfDocument;
class QPdfView;
class QPushButton;

namespace jubao {

/**
 * Shows the very PDF that is saved; printing draws the same paper with the same painter. Looking
 * gives nothing: a paper is given when it is printed or saved, as `setGiving` says. Enter
 * prints, Ctrl+S saves, Page Up and Page Down turn the page, + and - zoom.
 */
class PreviewDialog : public QDialog {
    Q_OBJECT

public:
    explicit PreviewDialog(const DrawnPaper &paper, QWidget *parent = nullptr);
    /** A run of papers of one template, one behind the other. */
    explicit PreviewDialog(const QList<DrawnPaper> &papers, QWidget *parent = nullptr);
    ~PreviewDialog() override;

    using HandOut = std::function<void(const QList<DrawnPaper> &)>;
    /** Called to print or save: calls its argument with the papers as they are to be given now, and
     * keeps no record of it where that throws. Without one the shown paper is given. */
    void setGiving(const std::function<void(const HandOut &)> &giving) { m_giving = giving; }

    int page() const;
    void turnTo(int page);
    /** The file that is shown, saved and printed. */
    QByteArray pdf() const { return m_paper.pdf; }
    /** Writes the PDF; the message line says what came of it. */
    void saveTo(const QString &path);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QLayout *buildHead();
    QLayout *buildFoot();
    QPushButton *newButton(const QString &text, const char *name);
    void offerPrinters();
    void zoom(int steps);
    void showPage();
    void save();
    void print();
    void adjust();
    bool give(const HandOut &handOut);
    void showPapers(const QList<DrawnPaper> &papers);
    const DocumentData &document() const { return m_papers.first().document; }
    QString stamp() const;
    void say(const QString &text, bool bad);

    std::function<void(const HandOut &)> m_giving;
    QList<DrawnPaper> m_papers;
    Paper m_paper;
    QBuffer m_buffer;
    QPdfDocument *m_pdf;
    QPdfView *m_view;
    QLabel *m_stamp = nullptr;
    QLabel *m_pageLabel = nullptr;
    QLabel *m_message = nullptr;
    QComboBox *m_printers = nullptr;
    QPushButton *m_adjust = nullptr;
    QPushButton *m_print = nullptr;
    QPushButton *m_save = nullptr;
};

} // namespace jubao
