// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/keys_dialog.h"

#include "desk/theme.h"
#include <QCoreApplication>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

namespace jubao {

namespace {

struct Keys {
    QString title;
    QList<std::pair<QString, QString>> lines; ///< key, what it does
};

QList<Keys> allKeys()
{
    const auto words = [](const char *text) {
        return QCoreApplication::translate("KeysDialog", text);
    };
    return {
        {words(QT_TRANSLATE_NOOP("KeysDialog", "Everywhere")),
         {{QStringLiteral("Ctrl+K"),
           words(QT_TRANSLATE_NOOP("KeysDialog", "find a person or a business"))},
          {QStringLiteral("Ctrl+I"), words(QT_TRANSLATE_NOOP("KeysDialog", "the inbox"))},
          {QStringLiteral("F5"), words(QT_TRANSLATE_NOOP("KeysDialog", "read the books again"))},
          {QStringLiteral("F10"),
           words(QT_TRANSLATE_NOOP("KeysDialog", "somebody else decides here"))},
          {QStringLiteral("Ctrl+L"), words(QT_TRANSLATE_NOOP("KeysDialog", "lock the window"))}}},
        {words(QT_TRANSLATE_NOOP("KeysDialog", "Forms")),
         {{QStringLiteral("Enter"), words(QT_TRANSLATE_NOOP("KeysDialog", "next field"))},
          {QStringLiteral("Shift+Enter"), words(QT_TRANSLATE_NOOP("KeysDialog", "field before"))},
          {QStringLiteral("F9"), words(QT_TRANSLATE_NOOP("KeysDialog", "hand in"))},
          {QStringLiteral("Ctrl+P"),
           words(QT_TRANSLATE_NOOP("KeysDialog", "keep the field for the next form"))},
          {QStringLiteral("F6"), words(QT_TRANSLATE_NOOP("KeysDialog", "handed down by a leader"))},
          {QStringLiteral("F7"),
           words(QT_TRANSLATE_NOOP("KeysDialog", "notice of missing papers"))},
          {QStringLiteral("Esc Esc"), words(QT_TRANSLATE_NOOP("KeysDialog", "clear the form"))}}},
        {words(QT_TRANSLATE_NOOP("KeysDialog", "Inbox and approval")),
         {{QStringLiteral("Enter"), words(QT_TRANSLATE_NOOP("KeysDialog", "open"))},
          {QStringLiteral("PgUp / PgDn"),
           words(QT_TRANSLATE_NOOP("KeysDialog", "operation before, next"))},
          {words(QT_TRANSLATE_NOOP("KeysDialog", "Space")),
           words(QT_TRANSLATE_NOOP("KeysDialog", "tick what was checked"))},
          {QStringLiteral("F4"), words(QT_TRANSLATE_NOOP("KeysDialog", "rows of a batch"))},
          {QStringLiteral("Ctrl+Enter"), words(QT_TRANSLATE_NOOP("KeysDialog", "agree"))},
          {QStringLiteral("Ctrl+R"), words(QT_TRANSLATE_NOOP("KeysDialog", "return"))},
          {QStringLiteral("F8"), words(QT_TRANSLATE_NOOP("KeysDialog", "mark to sign together"))},
          {QStringLiteral("F9"), words(QT_TRANSLATE_NOOP("KeysDialog", "sign what is marked"))}}},
        {words(QT_TRANSLATE_NOOP("KeysDialog", "Counter (number pad)")),
         {{QStringLiteral("Enter"), words(QT_TRANSLATE_NOOP("KeysDialog", "go on"))},
          {QStringLiteral("-"), words(QT_TRANSLATE_NOOP("KeysDialog", "one step back"))},
          {QStringLiteral("*"), words(QT_TRANSLATE_NOOP("KeysDialog", "void a spoilt form"))},
          {QStringLiteral("."), words(QT_TRANSLATE_NOOP("KeysDialog", "X of an ID number"))}}}};
}

QLayout *columnOf(const Keys &keys)
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(6);
    grid->addWidget(Theme::label(keys.title, "card"), 0, 0, 1, 2);
    int row = 1;
    for (const auto &[key, meaning] : keys.lines) {
        grid->addWidget(Theme::label(key, "tier"), row, 0, Qt::AlignLeft);
        grid->addWidget(new QLabel(meaning), row++, 1);
    }
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(row, 1);
    return grid;
}

} // namespace

KeysDialog::KeysDialog(QWidget *parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("keys"));
    setWindowTitle(tr("Keys"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(28, 22, 28, 18);
    column->setSpacing(16);
    column->addWidget(Theme::label(tr("Keys"), "title"));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(40);
    grid->setVerticalSpacing(22);
    const QList<Keys> all = allKeys();
    for (int i = 0; i < all.size(); ++i)
        grid->addLayout(columnOf(all.at(i)), i / 2, i % 2);
    column->addLayout(grid);
    auto *close = new QPushButton(tr("Close"));
    close->setObjectName(QStringLiteral("close"));
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    column->addWidget(close, 0, Qt::AlignRight);
}

} // namespace jubao
