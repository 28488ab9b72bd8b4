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
        <source>The person is %1 years old; enrolment begins at %2.</source>
        <translation>该人员%1岁，满%2岁方可参保。</translation>
    </message>
    <message>
        <source>The person is %1 years old and has reached the benefit age.</source>
        <translation>该人员%1岁，已达到领取待遇年龄。</translation>
    </message>
    <message>
        <source>Enter the number with 18 characters: %1</source>
        <translation>请录入18位号码：%1</translation>
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
    <message>
        <source>%1: the form began from “%2”, now it is “%3”</source>
        <translation>%1:填表时为“%2”，现已变为“%3”</translation>
    </message>
    <message>
        <source>Choose an enrolled person.</source>
        <translation>请选择一名参保人。</translation>
    </message>
    <message>
        <source>This person&apos;s insurance is not active.</source>
        <translation>该参保人的参保状态不正常。</translation>
    </message>
    <message>
        <source>Nothing differs from the record: change a field.</source>
        <translation>所填内容与现有登记一致，请修改要变更的项目。</translation>
    </message>
    <message>
        <source>%1 (the form began from: %2)</source>
        <translation>%1（填表时为：%2）</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>“%1” is changed by another operation: %2.</source>
        <translation>“%1”须由另一项业务变更：%2。</translation>
    </message>
    <message>
        <source>The ID number says born on %1. Change the number, or this date.</source>
        <translation>身份证号码中的出生日期为%1，请更正号码或此日期。</translation>
    </message>
    <message>
        <source>The birth date changes from %1 to %2; the day of the pension changes with it.</source>
        <translation>出生日期由%1变为%2，到龄领取时间将随之改变。</translation>
    </message>
    <message>
        <source>Write why the key data change.</source>
        <translation>请填写关键信息变更的原因。</translation>
    </message>
    <message>
        <source>Change of ordinary data</source>
        <translation>一般信息变更</translation>
    </message>
    <message>
        <source>Change of %1: %2</source>
        <translation>变更%1的%2</translation>
    </message>
    <message>
        <source>Change of key data</source>
        <translation>关键信息变更</translation>
    </message>
    <message>
        <source>Change of key data of %1: %2</source>
        <translation>变更%1的关键信息：%2</translation>
    </message>
    <message>
        <source>Enter: %1.</source>
        <translation>请填写：%1。</translation>
    </message>
    <message>
        <source>A person with this ID number is enrolled already: %1.</source>
        <translation>该身份证号码已有人参保：%1。</translation>
    </message>
    <message>
        <source>The policy row “%1” is missing.</source>
        <translation>缺少政策参数“%1”。</translation>
    </message>
    <message>
        <source>Somebody with the same name and birth date is enrolled: %1. One person must not be enrolled twice.</source>
        <translation>已有同名且出生日期相同的参保人：%1。同一人不得重复参保。</translation>
    </message>
    <message>
        <source>Choose the village or community, not the township.</source>
        <translation>请选择到村（社区），不能只选乡镇。</translation>
    </message>
    <message>
        <source>This village is not one of yours.</source>
        <translation>该村不在您的辖区内。</translation>
    </message>
    <message>
        <source>Another household has the same telephone number: %1.</source>
        <translation>另一户已登记了相同的联系电话：%1。</translation>
    </message>
    <message>
        <source>Another person has the same bank card: %1.</source>
        <translation>另一名参保人已登记了相同的银行卡：%1。</translation>
    </message>
    <message>
        <source>The card belongs to another person: %1.</source>
        <translation>银行卡户名不是本人：%1。</translation>
    </message>
    <message>
        <source>Enter the number of the certificate of this group.</source>
        <translation>请填写该参保身份的证件号码。</translation>
    </message>
    <message>
        <source>Whoever is in the employee scheme cannot enrol here at the same time.</source>
        <translation>正在参加职工养老保险的，不能同时参加城乡居民养老保险。</translation>
    </message>
    <message>
        <source>Staff of state organs and institutions cannot enrol.</source>
        <translation>国家机关和事业单位工作人员不能参保。</translation>
    </message>
    <message>
        <source>Whoever draws another state pension cannot enrol.</source>
        <translation>已领取国家规定的其他基本养老金的，不能参保。</translation>
    </message>
    <message>
        <source>The beneficiary must be another person.</source>
        <translation>指定受益人不能是参保人本人。</translation>
    </message>
    <message>
        <source>Enter the name of the beneficiary.</source>
        <translation>请填写指定受益人姓名。</translation>
    </message>
    <message>
        <source>“%1” is none of the choices: %2.</source>
        <translation>“%1”不在可选项内：%2。</translation>
    </message>
    <message>
        <source>Full-time students cannot enrol yet.</source>
        <translation>在校学生暂不能参保。</translation>
    </message>
    <message>
        <source>A post code has six digits.</source>
        <translation>邮政编码应为6位数字。</translation>
    </message>
    <message>
        <source>The household has a head already: %1.</source>
        <translation>该户已有户主：%1。</translation>
    </message>
    <message>
        <source>This household register belongs to %1, where %2 lives.</source>
        <translation>该户口簿属于%1，户内有%2。</translation>
    </message>
    <message>
        <source>The relation does not go with the sex in the ID number.</source>
        <translation>与户主关系同身份证号码中的性别不符。</translation>
    </message>
    <message>
        <source>The person is in this village already.</source>
        <translation>该参保人已在此村。</translation>
    </message>
    <message>
        <source>Applied for at</source>
        <translation>申请地</translation>
    </message>
    <message>
        <source>The new village&apos;s township</source>
        <translation>迁入地乡镇</translation>
    </message>
    <message>
        <source>The old village&apos;s township</source>
        <translation>迁出地乡镇</translation>
    </message>
    <message>
        <source>Move to another village or township</source>
        <translation>县内迁移（村、乡镇）</translation>
    </message>
    <message>
        <source>%1 moves from %2 to %3</source>
        <translation>%1由%2迁往%3</translation>
    </message>
    <message>
        <source>Birth date</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Village group</source>
        <translation>村民小组</translation>
    </message>
    <message>
        <source>Holder of the card</source>
        <translation>户名</translation>
    </message>
    <message>
        <source>Certificate of the group</source>
        <translation>特殊群体证号</translation>
    </message>
    <message>
        <source>Full-time student</source>
        <translation>在校学生</translation>
    </message>
    <message>
        <source>Other pension insurance</source>
        <translation>其他养老保险</translation>
    </message>
    <message>
        <source>Land requisitioned by the state</source>
        <translation>被征地农民</translation>
    </message>
    <message>
        <source>Post code</source>
        <translation>邮政编码</translation>
    </message>
    <message>
        <source>Beneficiary</source>
        <translation>指定受益人</translation>
    </message>
    <message>
        <source>Relation of the beneficiary</source>
        <translation>受益人与本人关系</translation>
    </message>
    <message>
        <source>ID number of the beneficiary</source>
        <translation>受益人身份证号码</translation>
    </message>
    <message>
        <source>Resident (no longer divided)</source>
        <translation>居民户口</translation>
    </message>
    <message>
        <source>Never in another</source>
        <translation>未参加其他养老保险</translation>
    </message>
    <message>
        <source>Employee scheme in the past</source>
        <translation>曾参加职工养老保险</translation>
    </message>
    <message>
        <source>Old rural insurance in the past</source>
        <translation>曾参加老农保</translation>
    </message>
    <message>
        <source>Employee scheme now</source>
        <translation>正在参加职工养老保险</translation>
    </message>
    <message>
        <source>Staff of a state organ or institution</source>
        <translation>机关事业单位在编人员</translation>
    </message>
    <message>
        <source>Draws another state pension</source>
        <translation>已领取其他养老待遇</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>参保人</translation>
    </message>
    <message>
        <source>Why it changes</source>
        <translation>变更原因</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Change form</source>
        <translation>变更登记表</translation>
    </message>
    <message>
        <source>No paper is missing: there is nothing to give notice of.</source>
        <translation>材料齐全，无需告知补正。</translation>
    </message>
    <message>
        <source>Acceptance slip</source>
        <translation>业务受理回执</translation>
    </message>
    <message>
        <source>Notice of missing papers</source>
        <translation>一次性补正告知书</translation>
    </message>
    <message>
        <source>Choose the village or community.</source>
        <translation>请选择村（社区）。</translation>
    </message>
    <message>
        <source>A mobile number has 11 digits; a fixed line begins with its area code.</source>
        <translation>手机号码应为11位数字；固定电话请加区号。</translation>
    </message>
    <message>
        <source>such as 19680315</source>
        <translation>如 19680315</translation>
    </message>
    <message>
        <source>Tiers in force: %1 yuan.</source>
        <translation>现行缴费档次：%1 元。</translation>
    </message>
    <message>
        <source>Subsidy: %1 yuan a year</source>
        <translation>政府补贴 %1 元/年</translation>
    </message>
    <message>
        <source>Tier of this year</source>
        <translation>缴费档次（本年）</translation>
    </message>
    <message>
        <source>Insurance and tier</source>
        <translation>参保与缴费</translation>
    </message>
    <message>
        <source>Beneficiary of the account</source>
        <translation>指定受益人</translation>
    </message>
    <message>
        <source>A household register number is made of up to 20 digits, in some places with letters or hyphens.</source>
        <translation>户号由不超过 20 位数字组成，个别地方含字母或连字符。</translation>
    </message>
    <message>
        <source>A household register number mostly has 6 to 18 digits. Compare it once more.</source>
        <translation>户号一般为 6 至 18 位数字，请再核对一次。</translation>
    </message>
    <message>
        <source>This village is not one of yours. Where the person leaves one of yours, choose “The old village&apos;s township”.</source>
        <translation>该村不在您的辖区内。如参保人从您的辖区迁出，请选择“迁出地乡镇”。</translation>
    </message>
    <message>
        <source>Nobody of this ID number and name is enrolled in the county. Compare both with the ID card.</source>
        <translation>全县没有身份证号码与姓名都相符的参保人，请对照身份证核对这两项。</translation>
    </message>
    <message>
        <source>Taking in from another township</source>
        <translation>县内迁入（外乡镇）</translation>
    </message>
    <message>
        <source>A person with this ID number is enrolled already: %1. Whoever has moved here is taken in from the other township, not enrolled again.</source>
        <translation>该身份证号码已有人参保：%1。由其他乡镇迁来的，请办理“县内迁入”，不再重新参保。</translation>
    </message>
    <message>
        <source>The person lives in this township already: choose “Move to another village or township”.</source>
        <translation>该参保人已在本乡镇，请改办“县内迁移（村、乡镇）”。</translation>
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
        <source>All balances together</source>
        <translation>余额合计</translation>
    </message>
    <message>
        <source>A mobile number has 11 digits; a fixed line begins with its area code.</source>
        <translation>手机号码应为11位数字；固定电话请加区号。</translation>
    </message>
    <message>
        <source>Take over %1 persons as of %2</source>
        <translation>期初导入 %1 人（截至 %2）</translation>
    </message>
</context>
</TS>
