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
    <message>
        <source>Receipt %1 is in the payer&apos;s hands with another person, year or amount. Withdraw, then void it.</source>
        <translation>收据 %1 已交缴款人，其姓名、年度或金额与此不同。请先撤回，再作废该收据。</translation>
    </message>
    <message>
        <source>Money of receipt %1 is received and not credited. Credit or refund it, or write why new money is taken.</source>
        <translation>收据 %1 的款项仍挂暂收款。请先入账或退款，或写明为何另收新款。</translation>
    </message>
    <message>
        <source>Receipt %1 is in force; the money gets no second one.</source>
        <translation>收据 %1 有效，同一笔款不开第二张收据。</translation>
    </message>
    <message>
        <source>Receipt %1 names another person or year. Void it first.</source>
        <translation>收据 %1 上的姓名或年度与此不同，请先作废该收据。</translation>
    </message>
    <message>
        <source>There is no receipt of this number.</source>
        <translation>没有这个号码的收据。</translation>
    </message>
    <message>
        <source>No money of receipt %1 is received and not credited.</source>
        <translation>收据 %1 没有挂在暂收款的款项。</translation>
    </message>
    <message>
        <source>%1 yuan wait; the whole sum is credited or none.</source>
        <translation>暂收款为 %1 元，须整笔入账。</translation>
    </message>
    <message>
        <source>Received, not credited (yuan)</source>
        <translation>暂收款（元）</translation>
    </message>
    <message>
        <source>Receipt that brought the money</source>
        <translation>收款收据号</translation>
    </message>
    <message>
        <source>New receipt number, where the old is void</source>
        <translation>新收据号（原收据已作废时填）</translation>
    </message>
    <message>
        <source>Crediting of money that waits</source>
        <translation>暂收款入账</translation>
    </message>
    <message>
        <source>A tier is declared for the present year until its close date, or for the next one.</source>
        <translation>缴费档次只能为本年度（年度截止日前）或下一年度申报。</translation>
    </message>
    <message>
        <source>%1 yuan is no tier in force.</source>
        <translation>%1 元不是现行缴费档次。</translation>
    </message>
    <message>
        <source>%1 yuan is declared for %2 already. Another tier is a change of the declaration.</source>
        <translation>%2 年度已申报 %1 元。改选档次请办理申报变更。</translation>
    </message>
    <message>
        <source>Nothing is declared for this year yet.</source>
        <translation>该年度尚未申报。</translation>
    </message>
    <message>
        <source>This tier is declared already.</source>
        <translation>已申报的就是这一档次。</translation>
    </message>
    <message>
        <source>The year is paid with receipt %1; its tier changes only by reversal of the payment.</source>
        <translation>该年度已凭收据 %1 缴费，只有冲销该笔缴费后才能改档。</translation>
    </message>
    <message>
        <source>The receivable falls from %1 to %2 yuan. Write what the person asked for and why.</source>
        <translation>应收由 %1 元降为 %2 元。请写明参保人的申请内容和理由。</translation>
    </message>
    <message>
        <source>Tier (yuan)</source>
        <translation>缴费档次（元）</translation>
    </message>
    <message>
        <source>Declaration of the yearly tier</source>
        <translation>年度缴费档次申报</translation>
    </message>
    <message>
        <source>Change of the declared tier</source>
        <translation>缴费档次申报变更</translation>
    </message>
    <message>
        <source>The next number of your stock is %1. Void what is spoilt, or write why %2 is taken.</source>
        <translation>您领用的下一个号码是 %1。损坏的请先作废，否则写明为何使用 %2。</translation>
    </message>
    <message>
        <source>Contribution receipt, pre-printed form</source>
        <translation>缴费收据（套打）</translation>
    </message>
    <message>
        <source>Contribution receipt for a void one</source>
        <translation>缴费收据（换开）</translation>
    </message>
    <message>
        <source>The person is %1 or older and may draw a benefit already. Write why money is taken.</source>
        <translation>该参保人已满 %1 周岁，可能已能领取待遇。请写明收费理由。</translation>
    </message>
    <message>
        <source>%1 yuan is declared for %2. Change the declaration first; less is not taken.</source>
        <translation>%2 年度已申报 %1 元。如需改档请先变更申报，不得少收。</translation>
    </message>
    <message>
        <source>(taken over)</source>
        <translation>（期初转入）</translation>
    </message>
    <message>
        <source>The collection of receipt %1 is still open. Withdraw it first.</source>
        <translation>收据 %1 的收缴业务尚未办结，请先撤回。</translation>
    </message>
    <message>
        <source>Write what was wrong.</source>
        <translation>请写明差错情况。</translation>
    </message>
    <message>
        <source>Receipt %1 is void already.</source>
        <translation>收据 %1 已经作废。</translation>
    </message>
    <message>
        <source>Receipt %1 is for %2 yuan.</source>
        <translation>收据 %1 的金额是 %2 元。</translation>
    </message>
    <message>
        <source>Receipt %1 stands for this money now; name that one.</source>
        <translation>这笔款现以收据 %1 为凭，请填该号码。</translation>
    </message>
    <message>
        <source>The money of receipt %1 was refunded already.</source>
        <translation>收据 %1 的款项已经退还。</translation>
    </message>
    <message>
        <source>Receipt %1 brought %2 yuan; more than that is never paid back.</source>
        <translation>收据 %1 收款 %2 元，退款不得超过原收金额。</translation>
    </message>
    <message>
        <source>Receipt %1 brought %2 yuan; the named entry is reversed whole.</source>
        <translation>收据 %1 收款 %2 元，须整笔冲销，不能只退一部分。</translation>
    </message>
    <message>
        <source>The money goes back to who paid: %1.</source>
        <translation>款项只退给原缴款人：%1。</translation>
    </message>
    <message>
        <source>Enter the bank of the payer&apos;s account.</source>
        <translation>请填写缴款人账户的开户银行。</translation>
    </message>
    <message>
        <source>An account number has 12 to 19 digits.</source>
        <translation>银行账号应为 12 至 19 位数字。</translation>
    </message>
    <message>
        <source>Another account is on file for %1. Write why it goes here.</source>
        <translation>%1 登记的是另一个账号，请写明为何退入此账户。</translation>
    </message>
    <message>
        <source>The money came in %1; a wrong payment is refunded within its year. Write on what ground.</source>
        <translation>该款收于 %1 年；误缴应在当年退还。请写明退款依据。</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>收据</translation>
    </message>
    <message>
        <source>void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>Credited for %1 (yuan)</source>
        <translation>%1 年度已入账（元）</translation>
    </message>
    <message>
        <source>To be paid back (yuan)</source>
        <translation>应退（元）</translation>
    </message>
    <message>
        <source>Amount of the receipt</source>
        <translation>收据金额</translation>
    </message>
    <message>
        <source>What was wrong</source>
        <translation>差错情况</translation>
    </message>
    <message>
        <source>Void of a receipt handed out</source>
        <translation>已开出收据作废</translation>
    </message>
    <message>
        <source>Refund of a wrong payment</source>
        <translation>误缴退款</translation>
    </message>
    <message>
        <source>Payer who gets it back</source>
        <translation>收款人（原缴款人）</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>开户银行</translation>
    </message>
    <message>
        <source>Account of the payer</source>
        <translation>缴款人账号</translation>
    </message>
    <message>
        <source>Day sheet</source>
        <translation>征缴日清单</translation>
    </message>
    <message>
        <source>The cashier keeps the stock and never uses it.</source>
        <translation>出纳保管空白票据，不得领用。</translation>
    </message>
    <message>
        <source>The number %1 is used, void or lost.</source>
        <translation>号码 %1 已使用、作废或遗失。</translation>
    </message>
    <message>
        <source>This receipt belongs to no collection.</source>
        <translation>该收据没有对应的收缴业务。</translation>
    </message>
    <message>
        <source>This collection has %1 receipts.</source>
        <translation>该笔收缴有 %1 张收据。</translation>
    </message>
    <message>
        <source>Taken %1, but credited %2, waiting %3, refunded %4 yuan.</source>
        <translation>收款 %1 元，而入账 %2、暂收 %3、退款 %4 元。</translation>
    </message>
    <message>
        <source>No receipt brought this money.</source>
        <translation>这笔款没有对应的收据。</translation>
    </message>
    <message>
        <source>Two blocks hold this number.</source>
        <translation>该号码在两个领用号段中。</translation>
    </message>
    <message>
        <source>This number was not issued to who used it.</source>
        <translation>该号码未发给使用人。</translation>
    </message>
    <message>
        <source>This number is a receipt and a blank one at once.</source>
        <translation>该号码既是收据又是空白作废号。</translation>
    </message>
    <message>
        <source>Receipts: taken = credited + received and not credited + refunded</source>
        <translation>收据：收款 = 入账 + 暂收款 + 退款</translation>
    </message>
    <message>
        <source>Numbers: issued = unused + used + spoilt, void or lost</source>
        <translation>号码：领用 = 未用 + 已用 + 作废、遗失</translation>
    </message>
    <message>
        <source>Enter the first and the last lost number; at most 1000 at once.</source>
        <translation>请填写遗失的起号和止号，一次不超过 1000 个。</translation>
    </message>
    <message>
        <source>Write how they were lost.</source>
        <translation>请写明遗失经过。</translation>
    </message>
    <message>
        <source>Report of lost numbers</source>
        <translation>空白票据遗失报告</translation>
    </message>
    <message>
        <source>How they were lost</source>
        <translation>遗失经过</translation>
    </message>
    <message>
        <source>Numbers %1 to %2 are lost: %3</source>
        <translation>号码 %1 至 %2 遗失：%3</translation>
    </message>
    <message>
        <source>Subsidy owed (yuan)</source>
        <translation>应得补贴（元）</translation>
    </message>
    <message>
        <source>payer split not entered</source>
        <translation>分担比例未录入</translation>
    </message>
    <message>
        <source>Payer split not entered: the subsidy of %1 yuan is owed as one sum.</source>
        <translation>补贴分担比例未录入：补贴%1元暂按一笔挂账。</translation>
    </message>
    <message>
        <source>Your day is closed with its numbers; report this one tomorrow.</source>
        <translation>您今天已经日结，票据号码已一并核定；请明天再登记此号码。</translation>
    </message>
    <message>
        <source>The year %1 is collected with receipt %2, which waits for recheck.</source>
        <translation>%1年度已收费，待复核，收据号%2。</translation>
    </message>
    <message>
        <source>ID number</source>
        <translation>公民身份号码</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Village or community</source>
        <translation>村（社区）</translation>
    </message>
    <message>
        <source>For who fills it in; it is not taken over.</source>
        <translation>仅供填表参考，不导入。</translation>
    </message>
    <message>
        <source>Tier of the year before</source>
        <translation>上年度缴费档次</translation>
    </message>
    <message>
        <source>What the person chose; who has not chosen stays empty and comes back.</source>
        <translation>本人选定的档次；未选定的留空，该行将退还。</translation>
    </message>
    <message>
        <source>Nobody of this number is enrolled.</source>
        <translation>该身份号码没有参保登记。</translation>
    </message>
    <message>
        <source>The person of this number is called %1.</source>
        <translation>该身份号码的参保人姓名为 %1。</translation>
    </message>
    <message>
        <source>The person lives outside the division of this roster.</source>
        <translation>该参保人不在本花名册所属区划内。</translation>
    </message>
    <message>
        <source>An earlier row is about the same person.</source>
        <translation>前面已有同一人的行。</translation>
    </message>
    <message>
        <source>Choose the village of the roster.</source>
        <translation>请选择花名册所属的村（居）。</translation>
    </message>
    <message>
        <source>Declaration of a village by roster</source>
        <translation>整村缴费申报</translation>
    </message>
    <message>
        <source>Division of the roster</source>
        <translation>花名册所属区划</translation>
    </message>
    <message>
        <source>%1: %2 persons declare for %3</source>
        <translation>%1：%2 人申报 %3 年度缴费档次</translation>
    </message>
    <message>
        <source>%1, contribution of %2, receipt %3</source>
        <translation>%1，%2 年度缴费，收据 %3</translation>
    </message>
    <message>
        <source>%1, contribution of %2 that receipt %3 brought</source>
        <translation>%1，%2 年度缴费，原收据 %3 所收款项入账</translation>
    </message>
    <message>
        <source>Day close %1: %2 receipts</source>
        <translation>%1 日结：收据 %2 份</translation>
    </message>
    <message>
        <source>%1 declares the tier of %2</source>
        <translation>%1 申报 %2 年度缴费档次</translation>
    </message>
    <message>
        <source>%1 changes the tier of %2</source>
        <translation>%1 变更 %2 年度缴费档次</translation>
    </message>
    <message>
        <source>Void of receipt %1 of %2</source>
        <translation>作废 %2 的收据 %1</translation>
    </message>
    <message>
        <source>Refund of receipt %1 of %2</source>
        <translation>%2 的收据 %1 误缴退款</translation>
    </message>
    <message>
        <source>0 where there is no cash</source>
        <translation>没有现金填 0</translation>
    </message>
    <message>
        <source>The prefix is what is printed before the digits: up to four capital letters A to Z, or nothing.</source>
        <translation>冠字是印在数字前的字母：最多四个大写字母A至Z，也可以没有。</translation>
    </message>
    <message>
        <source>A block goes from a smaller to a larger number of at most eight digits and holds at most %1.</source>
        <translation>号段应从小号到大号，号码不超过八位数字，每段最多%1个号。</translation>
    </message>
    <message>
        <source>The office was founded on %1 only.</source>
        <translation>本经办机构 %1 才设立。</translation>
    </message>
    <message>
        <source>Receipts of this day that still wait for recheck: %1, together %2 yuan.</source>
        <translation>当日尚有 %1 张收据待复核，金额合计 %2 元。</translation>
    </message>
    <message>
        <source>waits for recheck</source>
        <translation>待复核</translation>
    </message>
    <message>
        <source>returned</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>on hold</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>posted</source>
        <translation>已入账</translation>
    </message>
    <message>
        <source>not credited</source>
        <translation>暂收未入账</translation>
    </message>
    <message>
        <source>refunded</source>
        <translation>已退款</translation>
    </message>
</context>
<context>
    <name>ContributionsPages</name>
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
    <message>
        <source>Stock of receipt numbers</source>
        <translation>票据库存台账</translation>
    </message>
    <message>
        <source>Collection at the counter</source>
        <translation>柜台收费</translation>
    </message>
    <message>
        <source>Posted (yuan)</source>
        <translation>已入账（元）</translation>
    </message>
    <message>
        <source>Not posted (yuan)</source>
        <translation>未入账（元）</translation>
    </message>
    <message>
        <source>Void (yuan)</source>
        <translation>作废退款（元）</translation>
    </message>
    <message>
        <source>Day closes</source>
        <translation>日结台账</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>of all collectors, newest first; Enter opens the operation</source>
        <translation>全部收款人，最新的在前；按回车查看业务</translation>
    </message>
    <message>
        <source>Collector, day or state</source>
        <translation>收款人、日期或状态</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
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
        <translation>应有（元）</translation>
    </message>
    <message>
        <source>Counted (yuan)</source>
        <translation>实点（元）</translation>
    </message>
    <message>
        <source>Difference (yuan)</source>
        <translation>长短款（元）</translation>
    </message>
    <message>
        <source>Signed after</source>
        <translation>复核人</translation>
    </message>
    <message>
        <source>Day sheet…</source>
        <translation>日清单…</translation>
    </message>
    <message>
        <source>Numbers from – to</source>
        <translation>起止号码</translation>
    </message>
</context>
<context>
    <name>jubao::CounterPage</name>
    <message>
        <source>Counter, contribution of %1</source>
        <translation>柜台收费 · %1 年度</translation>
    </message>
    <message>
        <source>Number pad: Enter goes on, - goes back, * voids a spoilt form, . stands for X</source>
        <translation>数字键盘：回车下一步，- 上一步，* 作废废票，. 代表 X</translation>
    </message>
    <message>
        <source>Insured person</source>
        <translation>参保人</translation>
    </message>
    <message>
        <source>Tier (number or amount)</source>
        <translation>缴费档次（序号或金额）</translation>
    </message>
    <message>
        <source>Cash received (yuan)</source>
        <translation>实收现金（元）</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>说明理由</translation>
    </message>
    <message>
        <source>Persons with this number</source>
        <translation>号码相同的参保人</translation>
    </message>
    <message>
        <source>The form in the printer</source>
        <translation>打印机中的票据</translation>
    </message>
    <message>
        <source>Nobody is enrolled under “%1”.</source>
        <translation>没有查到“%1”的参保人。</translation>
    </message>
    <message>
        <source>More than %1 persons end on “%2”. Type the whole ID number.</source>
        <translation>尾号“%2”的参保人超过 %1 名，请输入全部身份证号。</translation>
    </message>
    <message>
        <source>Paid last: %1 yuan</source>
        <translation>上次缴费：%1 元</translation>
    </message>
    <message>
        <source>Has not paid yet.</source>
        <translation>尚无缴费记录。</translation>
    </message>
    <message>
        <source>Your receipt numbers are used up. Ask for a new block before you take money.</source>
        <translation>您的票据号码已用完，请先领用新票据再收款。</translation>
    </message>
    <message>
        <source>Enter takes %1 yuan as last time</source>
        <translation>回车按上次 %1 元</translation>
    </message>
    <message>
        <source>Type the number of a tier or its amount.</source>
        <translation>请输入档次序号或金额。</translation>
    </message>
    <message>
        <source>“%1” is no tier.</source>
        <translation>“%1”不是现行缴费档次。</translation>
    </message>
    <message>
        <source>Enter takes exactly %1 yuan</source>
        <translation>回车为正好 %1 元</translation>
    </message>
    <message>
        <source>To pay: %1 yuan</source>
        <translation>应收：%1 元</translation>
    </message>
    <message>
        <source>%1 yuan are less than %2 yuan.</source>
        <translation>实收 %1 元，少于应收 %2 元。</translation>
    </message>
    <message>
        <source>“%1” is no amount.</source>
        <translation>“%1”不是金额。</translation>
    </message>
    <message>
        <source>No receipt number is free.</source>
        <translation>没有可用的票据号码。</translation>
    </message>
    <message>
        <source>Next receipt: %1</source>
        <translation>下一张票据：%1</translation>
    </message>
    <message>
        <source>Is form %1 spoilt, never to be used?</source>
        <translation>确认作废票据 %1，永不使用？</translation>
    </message>
    <message>
        <source>Has the form in the printer the number %1?</source>
        <translation>打印机中的票据号码是 %1 吗？</translation>
    </message>
    <message>
        <source>* once more: void it and take the next · -: no</source>
        <translation>再按 * 作废并取下一号 · - 不作废</translation>
    </message>
    <message>
        <source>Enter: yes, hand in and print · *: spoilt · -: back</source>
        <translation>回车：是，提交并打印 · *：该票已损坏 · -：上一步</translation>
    </message>
    <message>
        <source>Spoilt in the printer</source>
        <translation>打印损坏</translation>
    </message>
    <message>
        <source>Number %1 is void; keep the form.</source>
        <translation>票据 %1 已作废，请留存该联。</translation>
    </message>
    <message>
        <source>%1: %2 yuan, receipt %3. Waits for: %4</source>
        <translation>%1：%2 元，票据 %3，等待%4</translation>
    </message>
    <message>
        <source>Declared for this year: %1 yuan</source>
        <translation>本年已申报档次：%1 元</translation>
    </message>
    <message>
        <source>Paper of the receipt</source>
        <translation>票据用纸</translation>
    </message>
    <message>
        <source>Last four of the ID number, all of it, or the name</source>
        <translation>身份证号后四位、全部号码或姓名</translation>
    </message>
    <message>
        <source>Collected for this year; waits for recheck.</source>
        <translation>本年度已收费，待复核。</translation>
    </message>
    <message>
        <source>Your day is closed; money is taken again tomorrow.</source>
        <translation>您今天已经日结，请下一日再收款。</translation>
    </message>
    <message>
        <source>Change: %1 yuan</source>
        <translation>找零：%1 元</translation>
    </message>
</context>
<context>
    <name>jubao::DayCard</name>
    <message>
        <source>Receipts of my day</source>
        <translation>本人当日票据</translation>
    </message>
    <message>
        <source>My day</source>
        <translation>本日收款</translation>
    </message>
    <message>
        <source>Close the day…</source>
        <translation>日结…</translation>
    </message>
    <message>
        <source>%1 yuan</source>
        <translation>%1 元</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>票据号码</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Amount (yuan)</source>
        <translation>金额（元）</translation>
    </message>
    <message>
        <source>void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>The money of %1 is not closed yet. Close that day before you go on.</source>
        <translation>%1 的收款尚未日结，请先日结再继续收款。</translation>
    </message>
    <message>
        <source>Close %1…</source>
        <translation>日结 %1…</translation>
    </message>
    <message>
        <source>%1 receipts, %2 void, %3 wait for recheck</source>
        <translation>已开 %1 张，作废 %2 张，待复核 %3 张</translation>
    </message>
</context>
</TS>
