// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QString>

class QLabel;
class QPushButton;
class QWidget;

namespace jubao {

/** The one look of every window: tokens, palette and style sheet (resources/theme). */
class Theme {
public:
    enum class Face { Light, Dark };

    /** Sets style, font, palette and style sheet of the application; may be called again to switch.
     */
    static void apply(Face face);
    static Face face();
    /** A token's colour in the present face; throws std::logic_error for an unknown token. */
    static QColor color(const QString &token);
    /** A label in one of the roles of the style sheet: "title", "card", "label", "hint", "error" …
     */
    static QLabel *label(const QString &text, const char *role);
    /** A button with object and accessible name; Enter presses it while it has the focus, as
     * everywhere in a form. */
    static QPushButton *button(const QString &text, const char *name);
    /** Sets a dynamic property that the style sheet looks at, and polishes again. */
    static void setProperty(QWidget *widget, const char *name, const QVariant &value);
};

} // namespace jubao
