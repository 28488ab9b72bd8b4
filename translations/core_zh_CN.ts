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
    <name>PersonName</name>
    <message>
        <source>Write the dot inside a name as “·”, as on the ID card.</source>
        <translation>姓名中的间隔号请写作“·”，与身份证一致。</translation>
    </message>
    <message>
        <source>A name has no digits.</source>
        <translation>姓名中不能有数字。</translation>
    </message>
    <message>
        <source>The name on an ID card is written in Han characters; Latin letters are for holders of a number that begins with 8 or 9.</source>
        <translation>身份证上的姓名用汉字书写；只有证件号码以 8 或 9 开头的人员才可以用拉丁字母。</translation>
    </message>
    <message>
        <source>The name holds a character that is none of the standard. Enter it with an input method that knows rare characters.</source>
        <translation>姓名中有不在国家标准字符集内的字。请用支持生僻字的输入法重新录入。</translation>
    </message>
    <message>
        <source>A name has no space between its characters.</source>
        <translation>姓名的字与字之间不能有空格。</translation>
    </message>
    <message>
        <source>A name is made of Han characters, with “·” between the parts of a minority name.</source>
        <translation>姓名由汉字组成，少数民族姓名的各部分之间用“·”隔开。</translation>
    </message>
    <message>
        <source>A name has at most %1 characters.</source>
        <translation>姓名最多 %1 个字。</translation>
    </message>
    <message>
        <source>The name has one character. Is it complete?</source>
        <translation>姓名只有一个字，是否完整？</translation>
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
