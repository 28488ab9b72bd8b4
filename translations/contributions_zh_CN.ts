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
        <source>This person&apos;s insurance is not active.</source>
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
    <message>
        <source>Your day %1 is not closed. Close it first, or write why not.</source>
        <translation>您%1的收款尚未日结。请先日结，或写明理由。</translation>
    </message>
    <message>
        <source>Enter today or a past day, such as 2026-03-31.</source>
        <translation>请填写今天或以前的日期，如 2026-03-31。</translation>
    </message>
    <message>
        <source>This day is closed already.</source>
        <translation>该日已经日结。</translation>
    </message>
    <message>
        <source>Each collector closes the own day.</source>
        <translation>收款人只能办理本人的日结。</translation>
    </message>
    <message>
        <source>The counted cash cannot be negative.</source>
        <translation>实点现金不能为负数。</translation>
    </message>
    <message>
        <source>Numbers are neither used nor void: %1</source>
        <translation>以下号码既未使用也未作废：%1</translation>
    </message>
    <message>
        <source>Counted %1, due %2: a difference of %3 yuan goes to the head of finance.</source>
        <translation>实点%1，应有%2，差额%3元须由财务负责人审核。</translation>
    </message>
    <message>
        <source>Enter the number of the bank&apos;s deposit slip.</source>
        <translation>请填写银行缴款单号。</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>号码</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>已使用</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺号</translation>
    </message>
    <message>
        <source>Due (yuan)</source>
        <translation>应有金额（元）</translation>
    </message>
    <message>
        <source>Counted (yuan)</source>
        <translation>实点金额（元）</translation>
    </message>
    <message>
        <source>Deposit slip</source>
        <translation>银行缴款单</translation>
    </message>
    <message>
        <source>Day close of a collector</source>
        <translation>收款人日结</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Day close %1: %2 receipts, %3 yuan</source>
        <translation>%1日结：收据%2份，%3元</translation>
    </message>
    <message>
        <source>Write why the number is void.</source>
        <translation>请写明作废原因。</translation>
    </message>
    <message>
        <source>Void a blank number</source>
        <translation>空白票据作废</translation>
    </message>
    <message>
        <source>Why it is void</source>
        <translation>作废原因</translation>
    </message>
    <message>
        <source>Number %1 is void: %2</source>
        <translation>号码%1作废：%2</translation>
    </message>
</context>
<context>
    <name>ContributionsPages</name>
    <message>
        <source>void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>valid</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>收据</translation>
    </message>
    <message>
        <source>Number, name or day</source>
        <translation>号码、姓名或日期</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>号码</translation>
    </message>
    <message>
        <source>Taken on</source>
        <translation>收款日期</translation>
    </message>
    <message>
        <source>Insured person</source>
        <translation>参保人</translation>
    </message>
    <message>
        <source>For year</source>
        <translation>缴费年度</translation>
    </message>
    <message>
        <source>Amount (yuan)</source>
        <translation>金额（元）</translation>
    </message>
    <message>
        <source>Payer</source>
        <translation>缴款人</translation>
    </message>
    <message>
        <source>Collector</source>
        <translation>收款人</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Issued numbers</source>
        <translation>票据领用</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起</translation>
    </message>
    <message>
        <source>To</source>
        <translation>止</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>领用人</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>份数</translation>
    </message>
    <message>
        <source>Receipts made out</source>
        <translation>已开具</translation>
    </message>
    <message>
        <source>Not made out</source>
        <translation>未开具</translation>
    </message>
</context>
</TS>
