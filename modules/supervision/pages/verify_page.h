// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "desk/shell.h"
#include "operations/verify.h"
#include <QWidget>
#include <atomic>
#include <memory>

class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QTableWidget;
class QThread;

namespace jubao {

/**
 * Verifies the whole office in a thread with a connection of its own: the window goes on working,
 * progress is seen, and it can be stopped. Each violation is named with its place; where there is
 * none, what was read and what it was compared with.
 */
class VerifyPage : public QWidget {
    Q_OBJECT

public:
    explicit VerifyPage(Shell &shell, QWidget *parent = nullptr);
    ~VerifyPage() override;

    bool isRunning() const { return m_thread != nullptr; }

signals:
    void progressed(int permille);
    void done();

private:
    void start();
    void stop();
    void showReport();
    void showChecked();
    QWidget *buildVerdict();
    QWidget *buildBelow();
    /** When somebody last verified, as the access trail has it. */
    QString lastVerified() const;

    Shell &m_shell;
    std::unique_ptr<QThread> m_thread;
    std::atomic<bool> m_stopped = false;
    VerifyReport m_report;
    QString m_failure;
    QList<WitnessState> m_witnesses; ///< compared with
    QString m_root;                  ///< compared with; empty = not
    QLineEdit *m_fingerprint;
    QLabel *m_checked;
    QLabel *m_verdict;
    QLabel *m_compared;
    QProgressBar *m_progress;
    QPushButton *m_start;
    QPushButton *m_stop;
    QTableWidget *m_violations;
};

} // namespace jubao
