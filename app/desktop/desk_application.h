// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QApplication>

namespace jubao {

/**
 * The application of the window. What a click or a key meets that nothing nearer handles, the books
 * that cannot be read or a service that does not answer, is told, and the window stays with what
 * was typed: Qt's own would end the program.
 */
class DeskApplication : public QApplication {
public:
    DeskApplication(int &argc, char **argv) : QApplication(argc, argv) { }

    bool notify(QObject *receiver, QEvent *event) override;

private:
    void tell(const QString &text);

    bool m_telling = false;
};

} // namespace jubao
