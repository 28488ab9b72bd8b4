<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Enrollment</name>
    <message>
        <source>This division code is not one of the county&apos;s.</source>
        <translation>该区划代码不属于本县。</translation>
    </message>
    <message>
        <source>The policy row “enrolment.age_from” is missing.</source>
        <translation>缺少政策参数“enrolment.age_from”。</translation>
    </message>
    <message>
        <source>The person is %1 years old; enrolment begins at %2.</source>
        <translation>该人员%1岁，满%2岁方可参保。</translation>
    </message>
    <message>
        <source>The person is %1 years old and has reached the benefit age.</source>
        <translation>该人员%1岁，已达到领取待遇年龄。</translation>
    </message>
    <message>
        <source>Enter the name.</source>
        <translation>请填写姓名。</translation>
    </message>
    <message>
        <source>Enter the address.</source>
        <translation>请填写地址。</translation>
    </message>
    <message>
        <source>Enter the number of the household register.</source>
        <translation>请填写户口簿号。</translation>
    </message>
    <message>
        <source>Enter the number with 18 characters: %1</source>
        <translation>请录入18位号码：%1</translation>
    </message>
    <message>
        <source>A person with this ID number is enrolled already.</source>
        <translation>该身份证号码已经参保。</translation>
    </message>
    <message>
        <source>This is no telephone number.</source>
        <translation>这不是电话号码。</translation>
    </message>
    <message>
        <source>A bank card has 12 to 19 digits.</source>
        <translation>银行卡号为12至19位数字。</translation>
    </message>
    <message>
        <source>ID number</source>
        <translation>身份证号码</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Nation</source>
        <translation>民族</translation>
    </message>
    <message>
        <source>Village or community</source>
        <translation>村（社区）</translation>
    </message>
    <message>
        <source>Relation to the head of household</source>
        <translation>与户主关系</translation>
    </message>
    <message>
        <source>Kind of household</source>
        <translation>户籍性质</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>开户银行</translation>
    </message>
    <message>
        <source>Bank card</source>
        <translation>银行卡号</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>参保身份</translation>
    </message>
    <message>
        <source>Rural</source>
        <translation>农业户口</translation>
    </message>
    <message>
        <source>Urban</source>
        <translation>非农业户口</translation>
    </message>
    <message>
        <source>Enrolment of a person</source>
        <translation>参保登记</translation>
    </message>
    <message>
        <source>Enrol %1, %2</source>
        <translation>%1参保，%2</translation>
    </message>
    <message>
        <source>Household register number</source>
        <translation>户口簿号</translation>
    </message>
    <message>
        <source>Registration form</source>
        <translation>参保登记表</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>身份信息</translation>
    </message>
    <message>
        <source>Household and address</source>
        <translation>户籍与住址</translation>
    </message>
    <message>
        <source>Contact and bank</source>
        <translation>联系方式与银行账户</translation>
    </message>
</context>
<context>
    <name>EnrollmentPages</name>
    <message>
        <source>male</source>
        <translation>男</translation>
    </message>
    <message>
        <source>female</source>
        <translation>女</translation>
    </message>
    <message>
        <source>Insured persons</source>
        <translation>参保人员</translation>
    </message>
    <message>
        <source>Name, pinyin initials, ID number, household …</source>
        <translation>姓名、拼音首字母、身份证号、户口簿号…</translation>
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
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Birth</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Village or community</source>
        <translation>村（社区）</translation>
    </message>
    <message>
        <source>Household register</source>
        <translation>户口簿号</translation>
    </message>
    <message>
        <source>Enrolled on</source>
        <translation>参保日期</translation>
    </message>
</context>
</TS>
