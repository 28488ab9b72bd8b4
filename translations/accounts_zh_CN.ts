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
</context>
</TS>
