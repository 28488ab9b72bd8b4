// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk/form_grid.h"

#include "desk/theme.h"
#include <QGridLayout>
#include <QLabel>

namespace jubao {

namespace {

constexpr int fieldsInTwoColumns = 8;
constexpr int fieldsInThreeColumns = 12;
constexpr int columnGap = 16;
constexpr int groupGap = 2;

int columnsFor(qsizetype fields)
{
    constexpr int most = 4;
    return fields > fieldsInThreeColumns ? most : fields > fieldsInTwoColumns ? 3 : 2;
}

} // namespace

FormGrid::FormGrid(QWidget *form, qsizetype fields)
    : m_grid(new QGridLayout(form))
    , m_units(whole * columnsFor(fields))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(columnGap);
    m_grid->setVerticalSpacing(2);
}

void FormGrid::nextRow()
{
    if (m_unit > 0)
        ++m_row;
    m_unit = 0;
}

void FormGrid::beginGroup(const QString &group)
{
    if (group == m_group)
        return;
    nextRow();
    m_group = group;
    if (group.isEmpty())
        return;
    QLabel *heading = Theme::label(group, "section");
    heading->setContentsMargins(0, m_row == 0 ? 0 : groupGap, 0, 0);
    m_grid->addWidget(heading, m_row++, 0, 1, m_units);
}

void FormGrid::add(QWidget *cell, int width)
{
    if (m_unit + width > m_units)
        nextRow();
    m_grid->addWidget(cell, m_row, m_unit, 1, width, Qt::AlignTop);
    m_lastUnit = m_unit;
    m_unit += width;
}

void FormGrid::addBeside(QWidget *first, QWidget *cell)
{
    m_grid->removeWidget(first);
    m_unit = m_lastUnit;
    auto *both = new QWidget;
    auto *row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(columnGap);
    row->addWidget(first, 1);
    row->addWidget(cell, 1);
    add(both, 2 * whole);
}

void FormGrid::end()
{
    for (int i = 0; i < m_units; ++i)
        m_grid->setColumnStretch(i, 1);
    m_grid->setRowStretch(m_row + 1, 1);
}

} // namespace jubao
