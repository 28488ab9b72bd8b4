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
</TS>
