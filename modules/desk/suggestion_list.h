// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonValue>
#include <QListWidget>

class QLineEdit;

namespace jubao {

/** One line of a list below a field: the value it stands for and what is read. */
struct Suggestion {
    QJsonValue value;
    QString shown;  ///< what the field shows once it is chosen
    QString detail; ///< pale text behind it in the list
};

/**
 * The list that opens below a line while one types. It is a child of the window and never takes the
 * focus, so an input method goes on undisturbed; the line hands it the keys it wants.
 */
class SuggestionList : public QListWidget {
    Q_OBJECT

public:
    explicit SuggestionList(QLineEdit *line);

    void show(const QList<Suggestion> &suggestions);
    bool isOpen() const { return isVisible(); }
    /** Up and Down move, Escape closes; true when the key was for the list. */
    bool takeKey(int key);
    std::optional<Suggestion> current() const;

signals:
    void chosen(const jubao::Suggestion &suggestion);

private:
    QLineEdit *m_line;
    QList<Suggestion> m_suggestions;
};

} // namespace jubao
