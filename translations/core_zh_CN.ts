<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>IdNumber</name>
    <message>
        <source>An ID number has 18 characters (15 on old cards).</source>
        <translation>身份证号码为18位（旧证15位）。</translation>
    </message>
    <message>
        <source>An ID number is made of digits; only the last one may be X.</source>
        <translation>身份证号码由数字组成，只有末位可以是X。</translation>
    </message>
    <message>
        <source>The birth date in the ID number does not exist.</source>
        <translation>身份证号码中的出生日期不存在。</translation>
    </message>
    <message>
        <source>The last character does not fit: one digit was mistyped.</source>
        <translation>末位校验码不符：有一位数字录错。</translation>
    </message>
    <message>
        <source>There is no province with this code.</source>
        <translation>没有这个省级代码。</translation>
    </message>
    <message>
        <source>Enter the ID number.</source>
        <translation>请填写公民身份号码。</translation>
    </message>
</context>
<context>
    <name>Policy</name>
    <message>
        <source>The table of contribution tiers for %1 is not known.</source>
        <translation>%1的缴费档次表未知。</translation>
    </message>
    <message>
        <source>The subsidy for the tier %1 is not known.</source>
        <translation>%1档次的缴费补贴未知。</translation>
    </message>
</context>
</TS>
