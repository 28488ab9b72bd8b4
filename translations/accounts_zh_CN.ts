<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Accounts</name>
    <message>
        <source>The person has no personal account.</source>
        <translation>该人员没有个人账户。</translation>
    </message>
    <message>
        <source>Statement of rights</source>
        <translation>权益记录单</translation>
    </message>
    <message>
        <source>This entry is on no account.</source>
        <translation>该分录不属于任何个人账户。</translation>
    </message>
    <message>
        <source>“%1” is no sub-account.</source>
        <translation>“%1”不是个人账户的子账户。</translation>
    </message>
    <message>
        <source>This red entry does not mirror the one it takes back.</source>
        <translation>该红字分录与被冲销分录不相对应。</translation>
    </message>
    <message>
        <source>Below zero on %1: %2 yuan.</source>
        <translation>%1 余额为负：%2 元。</translation>
    </message>
    <message>
        <source>Accounts: sub-accounts = balance, at any date</source>
        <translation>个人账户：任一日期各子账户之和 = 账户余额</translation>
    </message>
    <message>
        <source>Yearly statement of rights</source>
        <translation>个人权益记录单（年度）</translation>
    </message>
</context>
<context>
    <name>AccountsPages</name>
    <message>
        <source>Accounts</source>
        <translation>账户一览</translation>
    </message>
    <message>
        <source>Name, ID number or its last four</source>
        <translation>姓名、身份证号码或后四位</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>ID number</source>
        <translation>身份证号码</translation>
    </message>
    <message>
        <source>Village or community</source>
        <translation>村（社区）</translation>
    </message>
    <message>
        <source>Opened on</source>
        <translation>建账日期</translation>
    </message>
    <message>
        <source>Balance (yuan)</source>
        <translation>余额（元）</translation>
    </message>
    <message>
        <source>Subsidy not yet credited (yuan)</source>
        <translation>应记未记补贴（元）</translation>
    </message>
    <message>
        <source>Statements of %1 last given on</source>
        <translation>%1 年度最近打印日期</translation>
    </message>
    <message>
        <source>Yearly statements</source>
        <translation>年度权益记录单</translation>
    </message>
    <message>
        <source>one paper for everybody of a village; free, each print leaves a trace</source>
        <translation>按村成批打印，每人一张；免费提供，每次打印均留痕</translation>
    </message>
    <message>
        <source>Township or village</source>
        <translation>乡镇或村（居）</translation>
    </message>
    <message>
        <source>Township</source>
        <translation>乡镇</translation>
    </message>
    <message>
        <source>Statements of %1…</source>
        <translation>打印 %1 年度…</translation>
    </message>
    <message>
        <source>Number of accounts</source>
        <translation>账户数</translation>
    </message>
</context>
</TS>
