<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Contributions</name>
    <message>
        <source>At the counter the contribution of the present year is taken; a back-payment is another operation.</source>
        <translation>柜台只收当年保费；补缴须另行办理。</translation>
    </message>
    <message>
        <source>The year %1 was paid with receipt %2.</source>
        <translation>%1年度已缴费，收据号%2。</translation>
    </message>
    <message>
        <source>Choose an enrolled person.</source>
        <translation>请选择已参保的人员。</translation>
    </message>
    <message>
        <source>This person's insurance is not active.</source>
        <translation>该人员的参保状态不是正常参保。</translation>
    </message>
    <message>
        <source>%1 yuan is no tier. The tiers in force: %2.</source>
        <translation>%1元不是缴费档次。现行档次：%2。</translation>
    </message>
    <message>
        <source>Your day is closed; money is taken again tomorrow.</source>
        <translation>您今天已经日结，请下一日再收款。</translation>
    </message>
    <message>
        <source>Collection at the counter</source>
        <translation>柜台收费</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年度</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Receipt number</source>
        <translation>收据号</translation>
    </message>
    <message>
        <source>Paid by</source>
        <translation>缴款人</translation>
    </message>
    <message>
        <source>%1, contribution of %2: %3 yuan, receipt %4</source>
        <translation>%1，%2年度保费%3元，收据%4</translation>
    </message>
    <message>
        <source>A block goes from a smaller to a larger number and holds at most %1.</source>
        <translation>号段须由小到大，最多%1号。</translation>
    </message>
    <message>
        <source>Choose the kind of receipt.</source>
        <translation>请选择收据种类。</translation>
    </message>
    <message>
        <source>Numbers go to a collector: the post CO or TC.</source>
        <translation>号段只发给收款人：基金征缴或乡镇经办岗。</translation>
    </message>
    <message>
        <source>Numbers of this block were issued before.</source>
        <translation>该号段中有号码曾经发出。</translation>
    </message>
    <message>
        <source>The number %1 was never issued.</source>
        <translation>号码%1从未发出。</translation>
    </message>
    <message>
        <source>The number %1 was issued to another collector.</source>
        <translation>号码%1发给了另一名收款人。</translation>
    </message>
    <message>
        <source>The number %1 is used or void.</source>
        <translation>号码%1已使用或已作废。</translation>
    </message>
    <message>
        <source>Issue of receipt numbers</source>
        <translation>票据号段领用</translation>
    </message>
    <message>
        <source>Kind of receipt</source>
        <translation>收据种类</translation>
    </message>
    <message>
        <source>Contribution receipt</source>
        <translation>缴费收据</translation>
    </message>
    <message>
        <source>Prefix</source>
        <translation>前缀</translation>
    </message>
    <message>
        <source>First number</source>
        <translation>起号</translation>
    </message>
    <message>
        <source>Last number</source>
        <translation>止号</translation>
    </message>
    <message>
        <source>Collector</source>
        <translation>收款人</translation>
    </message>
    <message>
        <source>Division</source>
        <translation>行政区划</translation>
    </message>
    <message>
        <source>Numbers %1 to %2</source>
        <translation>号码%1至%2</translation>
    </message>
</context>
</TS>
