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
    <message>
        <source>The village lies outside the division of this roster.</source>
        <translation>该村不在本名册所属区划之内。</translation>
    </message>
    <message>
        <source>Enrolment of a roster</source>
        <translation>批量参保登记</translation>
    </message>
    <message>
        <source>Division of the roster</source>
        <translation>名册所属区划</translation>
    </message>
    <message>
        <source>Enrol %1 persons by roster %2</source>
        <translation>按名册登记%1人 %2</translation>
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
<context>
    <name>TakeOver</name>
    <message>
        <source>Enrolled on</source>
        <translation>参保日期</translation>
    </message>
    <message>
        <source>Months paid</source>
        <translation>累计缴费月数</translation>
    </message>
    <message>
        <source>Balance: own contributions</source>
        <translation>余额：个人缴费</translation>
    </message>
    <message>
        <source>Balance: government subsidy</source>
        <translation>余额：政府补贴</translation>
    </message>
    <message>
        <source>Balance: collective aid</source>
        <translation>余额：集体补助</translation>
    </message>
    <message>
        <source>Balance: other aid</source>
        <translation>余额：其他资助</translation>
    </message>
    <message>
        <source>Balance: paid by the government</source>
        <translation>余额：政府代缴</translation>
    </message>
    <message>
        <source>An earlier row has the same ID number.</source>
        <translation>前面已有相同身份证号的行。</translation>
    </message>
    <message>
        <source>This ID number is in the books already.</source>
        <translation>该身份证号已在册。</translation>
    </message>
    <message>
        <source>The county has no such village.</source>
        <translation>本县没有该村（社区）。</translation>
    </message>
    <message>
        <source>The person is %1 years old; enrolment begins at %2.</source>
        <translation>该人员现年%1周岁，参保须年满%2周岁。</translation>
    </message>
    <message>
        <source>The policy row “enrolment.age_from” is missing.</source>
        <translation>缺少政策参数“enrolment.age_from”。</translation>
    </message>
    <message>
        <source>The person would be %1 years old.</source>
        <translation>按身份证该人员已%1周岁。</translation>
    </message>
    <message>
        <source>A balance cannot be below zero.</source>
        <translation>余额不能小于零。</translation>
    </message>
    <message>
        <source>%1 months paid do not fit a person born on %2.</source>
        <translation>累计缴费%1个月与出生日期%2不符。</translation>
    </message>
    <message>
        <source>There is a balance but no month paid.</source>
        <translation>有余额但累计缴费月数为零。</translation>
    </message>
    <message>
        <source>The day of enrolment lies after the balances or before the birth.</source>
        <translation>参保日期晚于余额日期或早于出生日期。</translation>
    </message>
    <message>
        <source>The name is missing.</source>
        <translation>缺少姓名。</translation>
    </message>
    <message>
        <source>This is no telephone number.</source>
        <translation>这不是电话号码。</translation>
    </message>
    <message>
        <source>A bank card has 12 to 19 digits.</source>
        <translation>银行卡号应为12至19位数字。</translation>
    </message>
    <message>
        <source>%1 persons were announced and %2 are taken over.</source>
        <translation>申报%1人，实际接收%2人。</translation>
    </message>
    <message>
        <source>Balances of %1 were announced and %2 are taken over.</source>
        <translation>申报余额%1元，实际接收%2元。</translation>
    </message>
    <message>
        <source>The balances stand as of a day that has passed.</source>
        <translation>余额日期必须是已过去的日期。</translation>
    </message>
    <message>
        <source>Opening take-over</source>
        <translation>期初导入</translation>
    </message>
    <message>
        <source>Balances as of</source>
        <translation>余额截止日期</translation>
    </message>
    <message>
        <source>System before</source>
        <translation>原系统</translation>
    </message>
    <message>
        <source>Persons announced</source>
        <translation>申报人数</translation>
    </message>
    <message>
        <source>Balances announced</source>
        <translation>申报余额</translation>
    </message>
    <message>
        <source>Take over %1 persons with %2 yuan as of %3</source>
        <translation>期初导入%1人，余额%2元，截止%3</translation>
    </message>
    <message>
        <source>All balances together</source>
        <translation>余额合计</translation>
    </message>
</context>
</TS>
