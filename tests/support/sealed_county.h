// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rooms/rooms.h"
#include "support/test_office.h"
#include <QTemporaryDir>

namespace jubao::test {

/** A county whose people bear values that stand nowhere else on the server. */
class SealedCounty : public TestOffice {
public:
    SealedCounty() : TestOffice(allRooms()) { }

    static QString number(int sequence) { return idNumber(QDate(1977, 9, 23), sequence); }
    const QString name = QStringLiteral("司马秋实");
    const QString card = QStringLiteral("6217997700923111118");
    const QString refundCard = QStringLiteral("6217997700923222224");
    const QString phone = QStringLiteral("13977092311");
    const QString newPhone = QStringLiteral("13977092322");
    const QString rosterPhone = QStringLiteral("13977092333");
    const QString address = QStringLiteral("封存镇密柜村九组七十七号");
    const QString newAddress = QStringLiteral("封存镇铁柜村八组六十六号");
    const QTemporaryDir sheets;
    qint64 person = 0;

    QStringList sealed() const
    {
        QStringList list{card, refundCard, phone, newPhone, rosterPhone, address, newAddress};
        for (int i = 1; i <= 7; ++i)
            list.append(number(i));
        return list;
    }

    /** Everything: two people come in, one with a scan, with reasons that name the sealed; records
     * are changed, money is taken and given back, somebody is avoided. */
    void work();

private:
    MakeRequest registration() const;
    void enrolWithScan();
    void changeKey();
    void collectAndRefund();
    void takeOver();
    void avoidAndBeRefused();
};

} // namespace jubao::test
