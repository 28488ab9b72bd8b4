<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Finance</name>
    <message>
        <source>Contributions %1, accounts %2, events %3 yuan.</source>
        <translation>缴费 %1、个人账户 %2、待制证 %3 元。</translation>
    </message>
    <message>
        <source>More was cleared than received: %1 yuan.</source>
        <translation>冲销多于收款：%1 元。</translation>
    </message>
    <message>
        <source>Received and not credited: %1, booked there: %2 yuan.</source>
        <translation>暂收款 %1 元，待制证计入 %2 元。</translation>
    </message>
    <message>
        <source>Each posting: contributions = accounts = accounting events</source>
        <translation>每次记账：缴费 = 个人账户 = 待制证</translation>
    </message>
    <message>
        <source>Received and not credited = what events booked there</source>
        <translation>暂收款 = 待制证计入暂收款的金额</translation>
    </message>
</context>
</TS>
