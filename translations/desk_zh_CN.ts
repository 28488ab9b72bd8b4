<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Care</name>
    <message>
        <source>Choose …</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Upgrade this office</source>
        <translation>升级本机构账簿</translation>
    </message>
    <message>
        <source>The books were written by an older program. IT or the system administrator upgrades them while the security administrator, a deputy or the director stands by. Make a backup before. Close the program at all other places.</source>
        <translation>账簿由旧版程序写成。由信息维护人员或系统管理员升级，安全管理员、分管副主任或主任在场。升级前请先备份，并关闭其他各处的程序。</translation>
    </message>
    <message>
        <source>Account of IT or the system administrator</source>
        <translation>信息维护人员或系统管理员账号</translation>
    </message>
    <message>
        <source>Account of the second person present</source>
        <translation>在场人员账号</translation>
    </message>
    <message>
        <source>Upgrade</source>
        <translation>升级</translation>
    </message>
    <message>
        <source>The clock is right</source>
        <translation>时钟无误</translation>
    </message>
    <message>
        <source>This computer shows %1. Two administrators compare it with another clock and say that it is right; both stand in the journal.</source>
        <translation>本机时间为 %1。请两名管理员对照其他时钟核对，确认无误；两人均记入操作日志。</translation>
    </message>
    <message>
        <source>Account of an administrator</source>
        <translation>管理员账号</translation>
    </message>
    <message>
        <source>Account of another administrator</source>
        <translation>另一名管理员账号</translation>
    </message>
    <message>
        <source>This computer shows %1, the newest entry %2. If this computer is wrong, set its clock right. If it is right, the entries were made with a clock that was ahead: two administrators compare it with another clock and say why. Those entries keep their time, the journal names them and both persons, and work goes on with the present time.</source>
        <translation>本机时间为 %1，最新一笔日志的时间为 %2。如果本机时间不对，请先校准。如果本机时间正确，说明这些日志是在时钟偏快时记下的：请两名管理员对照另一个时钟核实并写明原因。这些日志保留原来的时间，操作日志会写明其范围和两名管理员，之后按现在的时间继续办理业务。</translation>
    </message>
    <message>
        <source>Why the entries are ahead</source>
        <translation>日志时间偏快的原因</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Everywhere</source>
        <translation>通用</translation>
    </message>
    <message>
        <source>the inbox</source>
        <translation>待办业务</translation>
    </message>
    <message>
        <source>read the books again</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>somebody else decides here</source>
        <translation>现场办理（由他人当场审核）</translation>
    </message>
    <message>
        <source>lock the window</source>
        <translation>锁定窗口</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>表单</translation>
    </message>
    <message>
        <source>next field</source>
        <translation>下一项</translation>
    </message>
    <message>
        <source>field before</source>
        <translation>上一项</translation>
    </message>
    <message>
        <source>hand in</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>keep the field for the next form</source>
        <translation>保留本项到下一张表单</translation>
    </message>
    <message>
        <source>handed down by a leader</source>
        <translation>领导交办或有异议</translation>
    </message>
    <message>
        <source>notice of missing papers</source>
        <translation>一次性补正告知书</translation>
    </message>
    <message>
        <source>clear the form</source>
        <translation>清空表单</translation>
    </message>
    <message>
        <source>Inbox and approval</source>
        <translation>待办与审批</translation>
    </message>
    <message>
        <source>open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>operation before, next</source>
        <translation>上一件、下一件</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>tick what was checked</source>
        <translation>勾选已核对</translation>
    </message>
    <message>
        <source>agree</source>
        <translation>同意</translation>
    </message>
    <message>
        <source>return</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>mark to sign together</source>
        <translation>标记，留待合并签署</translation>
    </message>
    <message>
        <source>sign what is marked</source>
        <translation>签署已标记业务</translation>
    </message>
    <message>
        <source>Counter (number pad)</source>
        <translation>柜台收费（小键盘）</translation>
    </message>
    <message>
        <source>go on</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>one step back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>void a spoilt form</source>
        <translation>作废废票</translation>
    </message>
    <message>
        <source>X of an ID number</source>
        <translation>身份证号末位 X</translation>
    </message>
    <message>
        <source>rows of a batch</source>
        <translation>查看批次明细</translation>
    </message>
    <message>
        <source>find a person or a business</source>
        <translation>查找人员或业务</translation>
    </message>
</context>
<context>
    <name>ModuleHost</name>
    <message>
        <source>The file is no module.</source>
        <translation>该文件不是功能模块。</translation>
    </message>
    <message>
        <source>It was made for another version.</source>
        <translation>它是为其他版本制作的。</translation>
    </message>
    <message>
        <source>It needs %1, which this program lacks.</source>
        <translation>它需要“%1”，本程序没有该部分。</translation>
    </message>
</context>
<context>
    <name>Modules</name>
    <message>
        <source>Personal accounts</source>
        <translation>个人账户</translation>
    </message>
    <message>
        <source>Posts and powers</source>
        <translation>机构与权限</translation>
    </message>
    <message>
        <source>Contributions</source>
        <translation>基金征缴</translation>
    </message>
    <message>
        <source>Enrolment</source>
        <translation>参保管理</translation>
    </message>
    <message>
        <source>Fund accounting</source>
        <translation>基金财务</translation>
    </message>
    <message>
        <source>Inspection</source>
        <translation>稽核监督</translation>
    </message>
</context>
<context>
    <name>Scan</name>
    <message>
        <source>“%1” is no readable PNG, JPEG or PDF file. Scan the paper again.</source>
        <translation>“%1”不是可读取的 PNG、JPEG 或 PDF 文件，请重新扫描。</translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2</source>
        <translation>无法读取“%1”：%2</translation>
    </message>
    <message>
        <source>“%1” has %2 MB; at most %3 MB are taken. Scan it with 200 dpi.</source>
        <translation>“%1”大小为 %2 MB，超过 %3 MB 上限，请按 200 dpi 扫描。</translation>
    </message>
</context>
<context>
    <name>Tables</name>
    <message>
        <source>Personal record</source>
        <translation>参保人档案</translation>
    </message>
    <message>
        <source>Personal account</source>
        <translation>个人账户</translation>
    </message>
    <message>
        <source>Entries of the personal account</source>
        <translation>个人账户记账</translation>
    </message>
    <message>
        <source>Subsidy entitlement</source>
        <translation>应记政府补贴</translation>
    </message>
    <message>
        <source>Contributions paid</source>
        <translation>缴费记录</translation>
    </message>
    <message>
        <source>Contributions declared</source>
        <translation>缴费申报</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>收据</translation>
    </message>
    <message>
        <source>Void numbers</source>
        <translation>作废票号</translation>
    </message>
    <message>
        <source>Issued numbers</source>
        <translation>票据领用</translation>
    </message>
    <message>
        <source>Day sheets</source>
        <translation>收款日结表</translation>
    </message>
    <message>
        <source>Accounting events (to be vouched)</source>
        <translation>待制证事项</translation>
    </message>
    <message>
        <source>Money received, not credited</source>
        <translation>暂收款</translation>
    </message>
    <message>
        <source>Operators&apos; accounts</source>
        <translation>操作员账号</translation>
    </message>
    <message>
        <source>Operators&apos; keys</source>
        <translation>操作员密钥</translation>
    </message>
    <message>
        <source>Posts held</source>
        <translation>岗位任职</translation>
    </message>
    <message>
        <source>Delegations</source>
        <translation>委托授权</translation>
    </message>
    <message>
        <source>Declared interests</source>
        <translation>回避申报</translation>
    </message>
    <message>
        <source>Powers</source>
        <translation>岗位权限</translation>
    </message>
    <message>
        <source>Routes</source>
        <translation>业务流程</translation>
    </message>
    <message>
        <source>Policy figures</source>
        <translation>政策参数</translation>
    </message>
    <message>
        <source>Holiday calendar</source>
        <translation>节假日历</translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation>退款记录</translation>
    </message>
    <message>
        <source>Amount (yuan)</source>
        <translation>金额（元）</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年度</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>号码</translation>
    </message>
    <message>
        <source>Value date</source>
        <translation>起息日期</translation>
    </message>
    <message>
        <source>Opened on</source>
        <translation>建账日期</translation>
    </message>
    <message>
        <source>Key sticks</source>
        <translation>密钥盘</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>whole county</source>
        <translation>全县</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>%1: %2, %3 yuan</source>
        <translation>%1：%2 条，%3 元</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2 条</translation>
    </message>
    <message>
        <source>contribution</source>
        <translation>缴费</translation>
    </message>
    <message>
        <source>taken over</source>
        <translation>期初导入</translation>
    </message>
    <message>
        <source>counter</source>
        <translation>柜台</translation>
    </message>
    <message>
        <source>cash</source>
        <translation>现金</translation>
    </message>
    <message>
        <source>open</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>待%1</translation>
    </message>
</context>
<context>
    <name>jubao::AdmissionDialog</name>
    <message>
        <source>First sign-in</source>
        <translation>首次登录</translation>
    </message>
    <message>
        <source>The system administrator has printed a code for you. With it you make your own key; the security administrator confirms it.</source>
        <translation>系统管理员已为您打印一次性口令码。凭码制作本人密钥，经安全管理员确认后即可登录。</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Printed code</source>
        <translation>一次性口令码</translation>
    </message>
    <message>
        <source>Make the key</source>
        <translation>制作密钥</translation>
    </message>
    <message>
        <source>Making the key …</source>
        <translation>正在制作密钥…</translation>
    </message>
</context>
<context>
    <name>jubao::ApprovalDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>No. %1</source>
        <translation>流水号%1</translation>
    </message>
    <message>
        <source>%1 yuan</source>
        <translation>%1元</translation>
    </message>
    <message>
        <source>due %1</source>
        <translation>办结期限%1</translation>
    </message>
    <message>
        <source>Previous operation</source>
        <translation>上一件</translation>
    </message>
    <message>
        <source>Next operation</source>
        <translation>下一件</translation>
    </message>
    <message>
        <source>Previous operation (Page Up)</source>
        <translation>上一件（Page Up）</translation>
    </message>
    <message>
        <source>Next operation (Page Down)</source>
        <translation>下一件（Page Down）</translation>
    </message>
    <message>
        <source>Decide on the spot (F10)</source>
        <translation>现场授权（F10）</translation>
    </message>
    <message>
        <source>Mark to sign together (F8)</source>
        <translation>勾选待签（F8）</translation>
    </message>
    <message>
        <source>%1 decides on the spot; after 60 seconds without a key it closes.</source>
        <translation>%1 现场授权，60 秒无操作自动结束。</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>逾期 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>due today</source>
        <translation>今日到期</translation>
    </message>
    <message>
        <source>ID number %1</source>
        <translation>身份证号码 %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>第 %1 件，共 %2 件</translation>
    </message>
    <message>
        <source>%1 (Ctrl+Enter)</source>
        <translation>%1（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>Marked; F8 takes it back</source>
        <translation>已勾选（F8 取消）</translation>
    </message>
    <message numerus="yes">
        <source>%n marked. Close this window; F9 in the inbox signs them with one password.</source>
        <translation>
            <numerusform>已勾选 %n 件。关闭本窗口，在待办业务中按 F9 一并签署。</numerusform>
        </translation>
    </message>
    <message>
        <source>Signed on the spot: %1 · %2</source>
        <translation>已现场签署：%1 · %2</translation>
    </message>
    <message>
        <source>Returned: %1</source>
        <translation>已退回：%1</translation>
    </message>
    <message>
        <source>Signed: %1</source>
        <translation>已签署：%1</translation>
    </message>
    <message>
        <source> (%1 of %2)</source>
        <translation>（第 %1 件，共 %2 件）</translation>
    </message>
    <message>
        <source>Somebody else has just acted on this operation; it is shown as it stands now.</source>
        <translation>他人刚刚办理了此业务，现按最新状态显示。</translation>
    </message>
    <message>
        <source>Signed; the county&apos;s service has not answered yet …</source>
        <translation>已签名，县服务尚未应答…</translation>
    </message>
</context>
<context>
    <name>jubao::BatchRowsDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>rows of the batch</source>
        <translation>批次明细</translation>
    </message>
    <message>
        <source>Rows of no. %1: %2</source>
        <translation>第 %1 号明细：%2</translation>
    </message>
    <message>
        <source>Filter by what stands in a row, or a whole ID number</source>
        <translation>按行内文字筛选，或输入完整身份证号</translation>
    </message>
    <message>
        <source>Row in the file</source>
        <translation>文件行号</translation>
    </message>
    <message>
        <source>What the rules say now</source>
        <translation>规则提示（当前）</translation>
    </message>
    <message>
        <source>Reveal or mask</source>
        <translation>显示／隐藏完整信息</translation>
    </message>
</context>
<context>
    <name>jubao::CallDialog</name>
    <message>
        <source>Decide on the spot</source>
        <translation>现场授权</translation>
    </message>
    <message>
        <source>Waits for: %1. The person called decides here with an own password and an own key; after 60 seconds without a key press it closes by itself.</source>
        <translation>等待：%1。被请人员用本人口令和密钥在此办理，60 秒无操作自动结束。</translation>
    </message>
    <message>
        <source>Account of the person called</source>
        <translation>被请人员账号</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Open for decision</source>
        <translation>打开办理</translation>
    </message>
    <message>
        <source>Opening …</source>
        <translation>正在打开…</translation>
    </message>
    <message numerus="yes">
        <source>%n operation(s), one after another</source>
        <translation>
            <numerusform>共 %n 件，逐件办理</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>jubao::ColumnFit</name>
    <message>
        <source>Widths as at first</source>
        <translation>恢复默认列宽</translation>
    </message>
</context>
<context>
    <name>jubao::DivisionsPage</name>
    <message>
        <source>Townships and villages</source>
        <translation>乡镇与村（社区）</translation>
    </message>
    <message>
        <source>A township has 9 digits, a village 12. The list can be pasted from a spreadsheet: code, name.</source>
        <translation>乡镇代码 9 位，村代码 12 位。可从电子表格整块粘贴：代码、名称。</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>“%1” has neither 9 nor 12 digits.</source>
        <translation>“%1”既不是 9 位也不是 12 位代码。</translation>
    </message>
    <message>
        <source>“%1” has no name.</source>
        <translation>“%1”没有填写名称。</translation>
    </message>
    <message>
        <source>“%1” lies in %2, which is not in the list.</source>
        <translation>“%1”的上级 %2 不在列表中。</translation>
    </message>
    <message>
        <source>“%1” stands twice in the list.</source>
        <translation>“%1”在列表中出现了两次。</translation>
    </message>
    <message>
        <source>Enter at least one township.</source>
        <translation>请至少填写一个乡镇。</translation>
    </message>
</context>
<context>
    <name>jubao::EvidenceCard</name>
    <message>
        <source>Papers</source>
        <translation>证明材料</translation>
    </message>
    <message>
        <source>Papers seen</source>
        <translation>已核验材料</translation>
    </message>
    <message>
        <source>No paper is asked for.</source>
        <translation>本业务无须材料。</translation>
    </message>
    <message>
        <source>Scans: PNG, JPEG, PDF; drop them here.</source>
        <translation>扫描件可拖放到此处（PNG、JPEG、PDF）。</translation>
    </message>
    <message>
        <source>Seen: %1</source>
        <translation>已核验：%1</translation>
    </message>
    <message>
        <source>Attach</source>
        <translation>添加扫描件</translation>
    </message>
    <message>
        <source>Attach a scan: %1</source>
        <translation>添加扫描件：%1</translation>
    </message>
    <message>
        <source>Scans (*.png *.jpg *.jpeg *.pdf)</source>
        <translation>扫描件 (*.png *.jpg *.jpeg *.pdf)</translation>
    </message>
    <message>
        <source>“%1” is attached already.</source>
        <translation>“%1”已添加。</translation>
    </message>
    <message>
        <source>A paper has at most %1 scans.</source>
        <translation>每种材料最多添加 %1 份扫描件。</translation>
    </message>
    <message>
        <source>Attached: %1</source>
        <translation>已添加：%1</translation>
    </message>
    <message>
        <source>Remove the scan “%1”</source>
        <translation>移除扫描件“%1”</translation>
    </message>
    <message>
        <source>%1 – click to remove</source>
        <translation>%1（单击移除）</translation>
    </message>
</context>
<context>
    <name>jubao::EvidenceViewer</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Pages of the paper</source>
        <translation>材料页面</translation>
    </message>
    <message>
        <source>Picture of the paper</source>
        <translation>材料图像</translation>
    </message>
    <message>
        <source>The file is neither a picture nor a PDF that can be shown.</source>
        <translation>该文件既不是可显示的图像，也不是 PDF。</translation>
    </message>
</context>
<context>
    <name>jubao::FieldEditor</name>
    <message>
        <source>Write the year with four digits.</source>
        <translation>请填写四位年份。</translation>
    </message>
    <message>
        <source>Write a whole number.</source>
        <translation>请填写整数。</translation>
    </message>
    <message>
        <source>yuan</source>
        <translation>元</translation>
    </message>
    <message>
        <source>Write an amount in yuan, with at most two decimals.</source>
        <translation>请填写金额（元），最多两位小数。</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <translation>%1 或 %2</translation>
    </message>
    <message>
        <source>This is no date. Write %1 or %2.</source>
        <translation>日期无法识别，请写成 %1 或 %2。</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>ID number, last four, name or pinyin</source>
        <translation>身份证号、后四位、姓名或拼音首字母</translation>
    </message>
    <message>
        <source>Name, pinyin or code</source>
        <translation>名称、拼音首字母或代码</translation>
    </message>
    <message>
        <source>Name or account</source>
        <translation>姓名或账号</translation>
    </message>
    <message>
        <source>Nothing is found under “%1”.</source>
        <translation>没有查到“%1”。</translation>
    </message>
    <message>
        <source>Choose one from the list.</source>
        <translation>请从列表中选择一项。</translation>
    </message>
</context>
<context>
    <name>jubao::FormFoot</name>
    <message>
        <source>Hand in (F9)</source>
        <translation>提交（F9）</translation>
    </message>
    <message>
        <source>Clear (Esc Esc)</source>
        <translation>清空（Esc 两次）</translation>
    </message>
</context>
<context>
    <name>jubao::FormPage</name>
    <message>
        <source>Basis: %1. What is handed in waits for another person.</source>
        <translation>依据：%1。提交后等待另一人办理。</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续填写</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃草稿</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>说明理由</translation>
    </message>
    <message>
        <source>What you type cannot be kept on this disk: %1</source>
        <translation>草稿无法保存到本机磁盘：%1</translation>
    </message>
    <message>
        <source>A form of %1 was not handed in: %2</source>
        <translation>%1 有一份未提交的草稿：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) filled</source>
        <translation>
            <numerusform>已填 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose the sheet with the rows first.</source>
        <translation>请先选择表格文件。</translation>
    </message>
    <message>
        <source>%1 rows were taken; %2 are given back with reasons in %3</source>
        <translation>已提交 %1 行；退回 %2 行，原因见 %3</translation>
    </message>
    <message>
        <source>Stopped. Nothing has changed.</source>
        <translation>已停止，未作任何更改。</translation>
    </message>
    <message>
        <source>%1 (F7)</source>
        <translation>%1（F7）</translation>
    </message>
    <message>
        <source>Write why it is right all the same; every later step reads it.</source>
        <translation>请写明仍可办理的理由，后续各环节均可看到。</translation>
    </message>
    <message>
        <source>No. %1 was returned by %2: %3</source>
        <translation>流水号%1 由%2退回：%3</translation>
    </message>
    <message>
        <source>Once more clears the form.</source>
        <translation>再按一次即清空表单。</translation>
    </message>
    <message>
        <source>To be handed in: %1</source>
        <translation>须补交：%1</translation>
    </message>
    <message>
        <source>Handed down by a leader (F6)</source>
        <translation>领导交办或有异议（F6）</translation>
    </message>
    <message>
        <source>Handed in; the county&apos;s service has not answered yet …</source>
        <translation>已提交，县服务尚未应答…</translation>
    </message>
</context>
<context>
    <name>jubao::FoundingWizard</name>
    <message>
        <source>Found an office</source>
        <translation>新建经办机构</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Everything is on paper</source>
        <translation>均已落纸保管</translation>
    </message>
</context>
<context>
    <name>jubao::InboxPage</name>
    <message>
        <source>Inbox</source>
        <translation>待办业务</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>办理</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>在列表中筛选</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>流水号</translation>
    </message>
    <message>
        <source>Business</source>
        <translation>业务</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Amount (yuan)</source>
        <translation>金额（元）</translation>
    </message>
    <message>
        <source>Maker</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>Handed in</source>
        <translation>提交时间</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Nothing waits for you.</source>
        <translation>没有等待您办理的业务。</translation>
    </message>
    <message numerus="yes">
        <source>%n operation(s) wait for you</source>
        <translation>
            <numerusform>共有 %n 件业务等待您办理</numerusform>
        </translation>
    </message>
    <message>
        <source>Read and acknowledge</source>
        <translation>已阅</translation>
    </message>
    <message>
        <source>Waits for me</source>
        <translation>待我办理</translation>
    </message>
    <message>
        <source>Made by me</source>
        <translation>我经办的</translation>
    </message>
    <message>
        <source>Returned to me</source>
        <translation>退回给我</translation>
    </message>
    <message>
        <source>Deadline near</source>
        <translation>临近期限</translation>
    </message>
    <message>
        <source>Filed, to be read</source>
        <translation>待阅备案</translation>
    </message>
    <message>
        <source>Kind of business</source>
        <translation>业务种类</translation>
    </message>
    <message>
        <source>All business</source>
        <translation>全部业务</translation>
    </message>
    <message>
        <source>ID number</source>
        <translation>身份证号码</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message numerus="yes">
        <source>, %n of them near the deadline</source>
        <translation>
            <numerusform>，其中 %n 件临近期限</numerusform>
        </translation>
    </message>
    <message>
        <source>Waits for: %1</source>
        <translation>等待：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>due today</source>
        <translation>今日到期</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>逾期 %n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n operation(s), together %1 yuan</source>
        <translation>
            <numerusform>共 %n 件，金额合计 %1 元</numerusform>
        </translation>
    </message>
    <message>
        <source>No. %1 is acknowledged.</source>
        <translation>流水号 %1 已阅。</translation>
    </message>
    <message>
        <source>marked</source>
        <translation>已勾选</translation>
    </message>
    <message numerus="yes">
        <source>Sign the %n marked (F9)</source>
        <translation>
            <numerusform>签署已勾选的 %n 件（F9）</numerusform>
        </translation>
    </message>
    <message>
        <source>Open it and tick what you have checked; there F8 marks it to be signed together with others.</source>
        <translation>请先打开查看并核对证据，在办理窗口按 F8 勾选，再一并签署。</translation>
    </message>
    <message numerus="yes">
        <source>%n operation(s)</source>
        <translation>
            <numerusform>共 %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Decide %n on the spot (F10)</source>
        <translation>
            <numerusform>现场授权 %n 件（F10）</numerusform>
        </translation>
    </message>
    <message>
        <source>Decide on the spot (F10)</source>
        <translation>现场授权（F10）</translation>
    </message>
    <message>
        <source>Only what waits for somebody else can be decided on the spot.</source>
        <translation>只有等待他人办理的业务才能现场授权。</translation>
    </message>
    <message numerus="yes">
        <source>The latest %n operation(s) made by you</source>
        <translation>
            <numerusform>您最近经办的业务共 %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n operation(s) returned to you</source>
        <translation>
            <numerusform>共有 %n 件业务退回给您</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n operation(s) near the deadline</source>
        <translation>
            <numerusform>共有 %n 件待办业务临近期限</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n filing(s) to be read</source>
        <translation>
            <numerusform>共有 %n 件备案待阅</numerusform>
        </translation>
    </message>
    <message>
        <source>You have made nothing yet.</source>
        <translation>您还没有经办业务。</translation>
    </message>
    <message>
        <source>Nothing was returned to you.</source>
        <translation>没有退回给您的业务。</translation>
    </message>
    <message>
        <source>Nothing that waits for you is near its deadline.</source>
        <translation>没有临近期限的待办业务。</translation>
    </message>
    <message>
        <source>No filing is to be read.</source>
        <translation>没有待阅备案。</translation>
    </message>
    <message>
        <source>Nothing in this list fits the filter.</source>
        <translation>没有符合筛选条件的业务。</translation>
    </message>
</context>
<context>
    <name>jubao::InstructionCard</name>
    <message>
        <source>Handed down by a leader</source>
        <translation>领导交办</translation>
    </message>
    <message>
        <source>By whom</source>
        <translation>交办人</translation>
    </message>
    <message>
        <source>On which day</source>
        <translation>交办日期</translation>
    </message>
    <message>
        <source>Objection of the maker</source>
        <translation>经办人异议</translation>
    </message>
    <message>
        <source>Every later step reads it. Whoever checks may refuse with the rule.</source>
        <translation>后续各环节均可见；复核、审批人可依规拒绝办理。</translation>
    </message>
    <message>
        <source>This is no date. Write %1.</source>
        <translation>日期无法识别，请写成 %1。</translation>
    </message>
    <message>
        <source>Write which leader handed it down.</source>
        <translation>请填写交办的领导。</translation>
    </message>
</context>
<context>
    <name>jubao::KeyStickDialog</name>
    <message>
        <source>Key on a USB stick</source>
        <translation>密钥盘</translation>
    </message>
    <message>
        <source>A post of yours signs with a key on a USB stick. Until the key is there, nothing can be handed in or decided.</source>
        <translation>您的岗位须用密钥盘签名。密钥写入密钥盘之前，不能提交或审批任何业务。</translation>
    </message>
    <message>
        <source>Your key leaves the office&apos;s key file. From then on you sign in with the stick and the password; pulled out, the stick locks the window.</source>
        <translation>您的密钥将移出本机构的密钥文件。此后须插入密钥盘并输入口令才能登录；拔出密钥盘，窗口即锁定。</translation>
    </message>
    <message>
        <source>USB stick</source>
        <translation>密钥盘</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Put the key onto the stick</source>
        <translation>写入密钥盘</translation>
    </message>
    <message>
        <source>Writing …</source>
        <translation>正在写入…</translation>
    </message>
    <message>
        <source>Plug the stick in …</source>
        <translation>请插入密钥盘…</translation>
    </message>
    <message>
        <source>No USB stick is plugged in.</source>
        <translation>没有插入密钥盘。</translation>
    </message>
    <message>
        <source>Your key moves to another stick: leave the present one plugged in until it is done. Afterwards it opens backups of its time alone: lock it away.</source>
        <translation>您的密钥将换到另一个密钥盘：完成之前请保持现用的盘插着。此后现用的盘只能打开它使用期间的备份：请锁好保管。</translation>
    </message>
    <message>
        <source>Enter the password.</source>
        <translation>请输入口令。</translation>
    </message>
</context>
<context>
    <name>jubao::KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>jubao::ListExport</name>
    <message>
        <source>The export was stopped; no file was written.</source>
        <translation>导出已停止，未生成文件。</translation>
    </message>
    <message>
        <source>%1 exists. Take another name; no file was written.</source>
        <translation>%1 已存在。请换一个名称；未写出任何文件。</translation>
    </message>
</context>
<context>
    <name>jubao::ListPage</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>共 %n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n; narrow the list by its filter</source>
        <translation>
            <numerusform>仅显示前 %n 条，请筛选缩小范围</numerusform>
        </translation>
    </message>
    <message>
        <source>Township or village</source>
        <translation>乡镇或村</translation>
    </message>
    <message>
        <source>Stop the export</source>
        <translation>停止导出</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>One sheet</source>
        <translation>导出为一个表格</translation>
    </message>
    <message>
        <source>One sheet for each township</source>
        <translation>按乡镇分别导出</translation>
    </message>
    <message numerus="yes">
        <source>The first %n; scroll for more</source>
        <translation>
            <numerusform>已显示 %n 行，向下滚动继续</numerusform>
        </translation>
    </message>
    <message>
        <source>sums of the rows shown</source>
        <translation>为已显示行的合计</translation>
    </message>
    <message>
        <source>Export the list</source>
        <translation>导出清单</translation>
    </message>
    <message>
        <source>%1: %2 rows exported …</source>
        <translation>%1：已导出 %2 行…</translation>
    </message>
    <message>
        <source>%1 rows exported: %2</source>
        <translation>已导出 %1 行：%2</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>截至日期</translation>
    </message>
    <message>
        <source>all of the time</source>
        <translation>全部时间</translation>
    </message>
    <message>
        <source>All of the time</source>
        <translation>全部时间</translation>
    </message>
    <message>
        <source>Nothing to show</source>
        <translation>没有符合条件的记录</translation>
    </message>
    <message numerus="yes">
        <source>The first %n, sorted among themselves; narrow the list to sort it whole</source>
        <translation>
            <numerusform>仅前 %n 条参与排序；请缩小筛选范围以便全部排序</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n row(s); the exported sheet has all of them</source>
        <translation>
            <numerusform>前 %n 行；全部内容见导出的表格</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 together %2</source>
        <translation>%1合计 %2</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Choose your township first: people of others are not yours to take out.</source>
        <translation>请先选择本乡镇：其他乡镇的人员信息不得由您导出。</translation>
    </message>
    <message>
        <source>The list holds people of other townships, who are not yours to take out.</source>
        <translation>名册中有其他乡镇的人员，其信息不得由您导出。</translation>
    </message>
    <message numerus="yes">
        <source>%n changed just now</source>
        <translation>
            <numerusform>刚刚有 %n 行变动</numerusform>
        </translation>
    </message>
    <message>
        <source>changed since it was read; F5 reads it again</source>
        <translation>读取之后有变动，按 F5 重新读取</translation>
    </message>
</context>
<context>
    <name>jubao::LockScreen</name>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>Everything behind is kept as it was.</source>
        <translation>窗口中的内容原样保留。</translation>
    </message>
    <message>
        <source>Password of %1</source>
        <translation>%1 的口令</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Sign out; what was typed stays as a draft</source>
        <translation>退出登录（已录入内容保留为草稿）</translation>
    </message>
    <message>
        <source>Opening …</source>
        <translation>正在打开…</translation>
    </message>
    <message>
        <source>Plug in the USB stick with your key.</source>
        <translation>请插入存有您密钥的密钥盘。</translation>
    </message>
</context>
<context>
    <name>jubao::MainWindow</name>
    <message>
        <source>Inbox</source>
        <translation>待办业务</translation>
    </message>
    <message>
        <source>My work</source>
        <translation>我的工作</translation>
    </message>
    <message>
        <source>Business</source>
        <translation>业务</translation>
    </message>
    <message>
        <source>Last sign-in %1</source>
        <translation>上次登录 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n failed try(ies) since then</source>
        <translation>
            <numerusform>此后有 %n 次登录失败</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The password ends in %n day(s)</source>
        <translation>
            <numerusform>口令还有 %n 天到期</numerusform>
        </translation>
    </message>
    <message>
        <source>Books on this computer · entry %1</source>
        <translation>数据在本机 · 第%1条</translation>
    </message>
    <message>
        <source>Handed in as no. %1; waits for: %2</source>
        <translation>已提交，流水号%1；等待：%2</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>Own account</source>
        <translation>本人账号</translation>
    </message>
    <message>
        <source>Change the password …</source>
        <translation>修改口令…</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>切换明暗</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>The pages of “%1” could not be loaded; everything else works. %2</source>
        <translation>“%1”的页面未能加载，其余功能照常可用。%2</translation>
    </message>
    <message>
        <source>The password is changed.</source>
        <translation>口令已修改。</translation>
    </message>
    <message>
        <source>Lock the window (Ctrl+L)</source>
        <translation>锁定窗口（Ctrl+L）</translation>
    </message>
    <message numerus="yes">
        <source>%n signed. The journal has it.</source>
        <translation>
            <numerusform>已签署 %n 件，已记入操作日志。</numerusform>
        </translation>
    </message>
    <message>
        <source>No. %1: %2</source>
        <translation>流水号 %1：%2</translation>
    </message>
    <message>
        <source>No. %1 waits for: %2</source>
        <translation>流水号 %1，等待：%2</translation>
    </message>
    <message>
        <source>Keys (F1)</source>
        <translation>快捷键（F1）</translation>
    </message>
    <message>
        <source>Books on the county server · entry %1</source>
        <translation>数据在县级服务器 · 第%1条</translation>
    </message>
    <message>
        <source>The county server does not answer; what is typed stays here</source>
        <translation>县级服务器无应答，已填内容保留在本机</translation>
    </message>
    <message>
        <source>Key on a USB stick …</source>
        <translation>密钥盘…</translation>
    </message>
    <message>
        <source>The key is on the stick. You sign in with it from now on.</source>
        <translation>密钥已写入密钥盘。今后请用它登录。</translation>
    </message>
</context>
<context>
    <name>jubao::MeanwhileBar</name>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>Shows what the books say now; what you have typed stays.</source>
        <translation>按账簿现状重新填入；您已键入的内容保留不变。</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>“%1” No. %2 about the same record was posted just now (last by %3).</source>
        <translation>同一记录的“%1”第 %2 号刚刚记账（最后办理人：%3）。</translation>
    </message>
    <message>
        <source>“%1” No. %2 about the same record was handed in just now by %3.</source>
        <translation>%3 刚刚提交了同一记录的“%1”第 %2 号。</translation>
    </message>
    <message>
        <source>“%1” No. %2 about the same record was decided just now by %3.</source>
        <translation>%3 刚刚办理了同一记录的“%1”第 %2 号。</translation>
    </message>
    <message>
        <source>What you have typed is kept.</source>
        <translation>您键入的内容均已保留。</translation>
    </message>
</context>
<context>
    <name>jubao::NewPassword</name>
    <message>
        <source>New password</source>
        <translation>新口令</translation>
    </message>
    <message>
        <source>New password once more</source>
        <translation>再次输入新口令</translation>
    </message>
    <message>
        <source>Still wanted: %1</source>
        <translation>还需满足：%1</translation>
    </message>
    <message>
        <source>The two new passwords differ.</source>
        <translation>两次输入的新口令不一致。</translation>
    </message>
    <message>
        <source>The new password keeps the rules.</source>
        <translation>新口令符合要求。</translation>
    </message>
</context>
<context>
    <name>jubao::NoticeBar</name>
    <message>
        <source>Entry %1 is acknowledged.</source>
        <translation>日志 %1 已阅。</translation>
    </message>
    <message>
        <source>Read and acknowledge</source>
        <translation>已阅</translation>
    </message>
    <message>
        <source>Nothing is signed until two administrators have compared the clock.</source>
        <translation>须由两名管理员核对时钟后方可办理业务。</translation>
    </message>
    <message>
        <source>Confirm the clock …</source>
        <translation>确认时钟…</translation>
    </message>
    <message>
        <source>The clock is trusted again.</source>
        <translation>时钟已确认。</translation>
    </message>
    <message>
        <source>As auditor you may acknowledge that this is not the office seen before.</source>
        <translation>账簿与本机此前所见不一致，稽核人员可查明后确认。</translation>
    </message>
    <message>
        <source>Acknowledge …</source>
        <translation>确认…</translation>
    </message>
    <message>
        <source>Acknowledged. Work goes on at this place.</source>
        <translation>已确认，本机可继续办理业务。</translation>
    </message>
</context>
<context>
    <name>jubao::OperationPane</name>
    <message>
        <source>Item</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Handed in</source>
        <translation>提交内容</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>变更前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>变更后</translation>
    </message>
    <message>
        <source>What was handed in</source>
        <translation>提交内容</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>变更内容</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>What the rules found</source>
        <translation>系统核查</translation>
    </message>
    <message>
        <source>What the last approval will write</source>
        <translation>办结后写入账簿</translation>
    </message>
    <message>
        <source>As the books stand now it could not be posted: %1</source>
        <translation>按目前账簿状况不能办结：%1</translation>
    </message>
    <message>
        <source>No row of the books.</source>
        <translation>不写入账簿。</translation>
    </message>
    <message>
        <source>Papers that it prints</source>
        <translation>可打印单据</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据材料</translation>
    </message>
    <message>
        <source>None is asked for.</source>
        <translation>不要求材料。</translation>
    </message>
    <message>
        <source>seen on paper</source>
        <translation>已看原件</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Look at %1</source>
        <translation>查看%1</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>办理过程</translation>
    </message>
    <message>
        <source>waits for your %1</source>
        <translation>待您%1</translation>
    </message>
    <message>
        <source>waits for %1</source>
        <translation>待%1</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>办理意见</translation>
    </message>
    <message>
        <source>The evidence is true</source>
        <translation>证据材料真实</translation>
    </message>
    <message>
        <source>The evidence is complete</source>
        <translation>证据材料完整</translation>
    </message>
    <message>
        <source>The evidence is valid</source>
        <translation>证据材料有效</translation>
    </message>
    <message>
        <source>Opinion</source>
        <translation>意见</translation>
    </message>
    <message>
        <source>Opinion; needed when it is returned</source>
        <translation>意见；退回时必须填写</translation>
    </message>
    <message>
        <source>Handed down by %1 on %2. It may be refused with the rule; the refusal is told to the director and to audit.</source>
        <translation>本业务由%1于%2交办。可依据规定拒绝办理，拒绝情况将告知主任和稽核。</translation>
    </message>
    <message>
        <source>Objection of the maker: %1</source>
        <translation>经办人异议：%1</translation>
    </message>
    <message>
        <source>%1 %2 (%3)</source>
        <translation>%1 %2（%3）</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between posts</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <translation>%1：%2（%3）</translation>
    </message>
    <message>
        <source>, delegated by %1</source>
        <translation>，由%1授权</translation>
    </message>
    <message>
        <source>; superior then %1 (%2)</source>
        <translation>；时任主管领导%1（%2）</translation>
    </message>
    <message>
        <source>Who answers for it</source>
        <translation>责任人员</translation>
    </message>
    <message>
        <source>%1 · key</source>
        <translation>%1 · 关键</translation>
    </message>
    <message>
        <source>It has no papers; what it says is true, complete, valid</source>
        <translation>本业务不附材料，已核对内容真实、完整、有效</translation>
    </message>
    <message>
        <source>To be handed in: %1</source>
        <translation>须补交：%1</translation>
    </message>
    <message>
        <source>Not named the first time: %1 (%2)</source>
        <translation>首次未告知：%1（%2）</translation>
    </message>
    <message>
        <source>To be handed in when it is returned:</source>
        <translation>退回时要求补交：</translation>
    </message>
    <message>
        <source>Other papers, by commas</source>
        <translation>其他材料，用逗号分隔</translation>
    </message>
    <message>
        <source>Why it was not named the first time</source>
        <translation>首次告知时为何未列明</translation>
    </message>
    <message>
        <source>Named already: %1</source>
        <translation>已告知：%1</translation>
    </message>
    <message>
        <source>Named by notices before: %1</source>
        <translation>受理前已告知补交：%1</translation>
    </message>
    <message numerus="yes">
        <source>Look at the %n row(s) (F4)</source>
        <translation>
            <numerusform>查看 %n 行明细（F4）</numerusform>
        </translation>
    </message>
    <message>
        <source>What each row of the batch says, row by row; count and sums stand above.</source>
        <translation>按批次明细逐行写入账簿；行数与合计见上。</translation>
    </message>
</context>
<context>
    <name>jubao::PapersPage</name>
    <message>
        <source>The office stands</source>
        <translation>机构已建立</translation>
    </message>
    <message>
        <source>Fingerprint of the founding, for the certificate and the audit office:</source>
        <translation>建账指纹，填入建账证书并报稽核部门留存：</translation>
    </message>
    <message>
        <source>Put this on paper before you go on. The recovery sheets are never shown again.</source>
        <translation>请先打印保管再继续。恢复密钥单不会再次显示。</translation>
    </message>
    <message>
        <source>Print the certificate and the three sheets …</source>
        <translation>打印建账证书和三份恢复密钥单…</translation>
    </message>
    <message>
        <source>Three recovery sheets, one to an envelope, sealed and kept by three persons; any two give the administrators new keys when nobody can sign any more.</source>
        <translation>三份恢复密钥单，分装三个信封密封，由三人分别保管；当无人能够签名时，凭任意两份可为管理员重新生成密钥。</translation>
    </message>
</context>
<context>
    <name>jubao::PasswordDialog</name>
    <message>
        <source>Change the password</source>
        <translation>修改口令</translation>
    </message>
    <message>
        <source>Present password</source>
        <translation>现用口令</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>The password has run out or your posts have changed: choose a new one first.</source>
        <translation>口令已到期或岗位已变动，请先设置新口令。</translation>
    </message>
    <message>
        <source>Changing …</source>
        <translation>正在修改…</translation>
    </message>
</context>
<context>
    <name>jubao::PasswordsPage</name>
    <message>
        <source>Passwords of the signers</source>
        <translation>签署人口令</translation>
    </message>
    <message>
        <source>Each signer comes to the keyboard and types an own password. Nobody else may know it: it opens the key that signs.</source>
        <translation>请各签署人依次到键盘前自行输入口令。口令用于开启本人签名密钥，不得让他人知晓。</translation>
    </message>
    <message>
        <source>Found the office</source>
        <translation>建立机构</translation>
    </message>
    <message>
        <source>Signer</source>
        <translation>签署人</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>再输一遍</translation>
    </message>
    <message>
        <source>The two passwords of %1 differ.</source>
        <translation>%1 两次输入的口令不一致。</translation>
    </message>
</context>
<context>
    <name>jubao::PersonPage</name>
    <message>
        <source>Operations</source>
        <translation>业务记录</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Business</source>
        <translation>业务</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Who did what</source>
        <translation>办理人</translation>
    </message>
    <message>
        <source>Reveal</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Shows the sealed fields; leaves a trace</source>
        <translation>显示受保护的信息，并留下记录</translation>
    </message>
    <message>
        <source>ID number</source>
        <translation>身份证号码</translation>
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
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Bank card</source>
        <translation>银行卡号</translation>
    </message>
    <message>
        <source>Enrolled on</source>
        <translation>参保日期</translation>
    </message>
    <message>
        <source>Household register number</source>
        <translation>户口簿号</translation>
    </message>
    <message>
        <source>Statement of rights</source>
        <translation>权益记录单</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>参保人</translation>
    </message>
    <message>
        <source>A change is open: %1, no. %2, waits for %3</source>
        <translation>有业务正在办理：%1，流水号 %2，等待%3</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>%1 (Alt+%2)</source>
        <translation>%1（Alt+%2）</translation>
    </message>
    <message>
        <source>Value dates up to</source>
        <translation>起息日截至</translation>
    </message>
    <message>
        <source>As known on</source>
        <translation>按此日账面</translation>
    </message>
    <message>
        <source>Household %1</source>
        <translation>户口簿 %1 其他成员</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Changes of the record</source>
        <translation>档案变更</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>变更前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>变更后</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>流水号</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>单据</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>单据</translation>
    </message>
    <message>
        <source>Enter shows and prints it; a reprint says so</source>
        <translation>回车查看并打印；重打会注明</translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>暂无记录。</translation>
    </message>
    <message>
        <source>male</source>
        <translation>男</translation>
    </message>
    <message>
        <source>female</source>
        <translation>女</translation>
    </message>
    <message>
        <source>%1 · %2 years old</source>
        <translation>%1 · %2 岁</translation>
    </message>
    <message>
        <source>insured</source>
        <translation>正常参保</translation>
    </message>
    <message>
        <source>not active</source>
        <translation>非正常参保</translation>
    </message>
</context>
<context>
    <name>jubao::PlacePage</name>
    <message>
        <source>A new office</source>
        <translation>机构信息</translation>
    </message>
    <message>
        <source>Its name stands on every paper, the county code before every village.</source>
        <translation>机构名称印在每张单据上，县级代码是各乡镇、村代码的前缀。</translation>
    </message>
    <message>
        <source>Name of the office</source>
        <translation>机构名称</translation>
    </message>
    <message>
        <source>Code of the county (6 digits)</source>
        <translation>县级行政区划代码（6 位）</translation>
    </message>
    <message>
        <source>Name of the county</source>
        <translation>县（市、区）名称</translation>
    </message>
    <message>
        <source>Folder for the books, on a disk of this computer</source>
        <translation>账套存放文件夹（须在本机磁盘上）</translation>
    </message>
    <message>
        <source>Choose a folder …</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Folder for the books</source>
        <translation>账套存放文件夹</translation>
    </message>
    <message>
        <source>The office and the county have a name.</source>
        <translation>请填写机构名称和县名称。</translation>
    </message>
    <message>
        <source>The code of the county has six digits.</source>
        <translation>县级行政区划代码为六位数字。</translation>
    </message>
    <message>
        <source>There is an office in this folder already. Choose another one.</source>
        <translation>该文件夹中已有机构账套，请另选文件夹。</translation>
    </message>
    <message>
        <source>This folder lies on another computer; there the books are not safe. Choose a disk of this computer.</source>
        <translation>该文件夹在另一台计算机上，账套放在那里不安全。请选择本机磁盘。</translation>
    </message>
</context>
<context>
    <name>jubao::PreviewDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>存为 PDF</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>未能保存：%1</translation>
    </message>
    <message>
        <source>Page back</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适合</translation>
    </message>
    <message>
        <source>Fit to the width</source>
        <translation>适合页宽</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>Adjust…</source>
        <translation>微调…</translation>
    </message>
    <message>
        <source>No printer is set up on this computer. The paper can be saved as PDF.</source>
        <translation>本机没有安装打印机，可存为 PDF。</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
    <message>
        <source>Some of them are reprints</source>
        <translation>其中有补打的</translation>
    </message>
</context>
<context>
    <name>jubao::PrinterShiftDialog</name>
    <message>
        <source>Shift of the print</source>
        <translation>打印位置微调</translation>
    </message>
    <message>
        <source>“%1” on %2</source>
        <translation>%2 上的“%1”</translation>
    </message>
    <message>
        <source>Print the test page on the form&apos;s paper and measure the cross: it should stand 20 mm from the left and from the upper edge.</source>
        <translation>请用该表单的纸张打印测试页并测量十字：它应距左边和上边各 20 毫米。</translation>
    </message>
    <message>
        <source>To the right</source>
        <translation>向右</translation>
    </message>
    <message>
        <source>Downwards</source>
        <translation>向下</translation>
    </message>
    <message>
        <source>Print test page</source>
        <translation>打印测试页</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> 毫米</translation>
    </message>
</context>
<context>
    <name>jubao::RecordForm</name>
    <message>
        <source>male</source>
        <translation>男</translation>
    </message>
    <message>
        <source>female</source>
        <translation>女</translation>
    </message>
    <message>
        <source>Keep “%1” for the next form</source>
        <translation>下一份沿用“%1”</translation>
    </message>
    <message>
        <source>Keep for the next form (Ctrl+P)</source>
        <translation>下一份沿用（Ctrl+P）</translation>
    </message>
    <message>
        <source>%1 · %2 · %3 years old</source>
        <translation>%1 出生 · %2 · %3 周岁</translation>
    </message>
    <message>
        <source>Enter: %1.</source>
        <translation>请填写%1。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>jubao::RecoverDialog</name>
    <message>
        <source>New keys with two recovery envelopes</source>
        <translation>凭两份恢复信封重建密钥</translation>
    </message>
    <message>
        <source>For when the administrators can no longer sign in. Their old keys are closed; the opened envelopes are void, three new sheets take their place. All of it stands in the journal.</source>
        <translation>用于管理员均无法登录时。原密钥停用，已拆信封作废，另生成三份新的恢复单。全过程记入操作日志。</translation>
    </message>
    <message>
        <source>Code on the first sheet</source>
        <translation>第一份恢复单上的代码</translation>
    </message>
    <message>
        <source>Code on the second sheet</source>
        <translation>第二份恢复单上的代码</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>说明理由</translation>
    </message>
    <message>
        <source>Folder for the three new sheets</source>
        <translation>三份新恢复单的存放文件夹</translation>
    </message>
    <message>
        <source>Make new keys</source>
        <translation>生成新密钥</translation>
    </message>
    <message>
        <source>Making the keys …</source>
        <translation>正在生成密钥…</translation>
    </message>
    <message>
        <source>Account of the system administrator</source>
        <translation>系统管理员账号</translation>
    </message>
    <message>
        <source>Account of the security administrator</source>
        <translation>安全管理员账号</translation>
    </message>
    <message>
        <source>Missing: %1</source>
        <translation>请填写：%1</translation>
    </message>
    <message>
        <source>The folder cannot be written: %1</source>
        <translation>文件夹不可写入：%1</translation>
    </message>
    <message>
        <source>There are recovery sheets already in %1</source>
        <translation>该文件夹已有恢复单：%1</translation>
    </message>
</context>
<context>
    <name>jubao::RestoreDialog</name>
    <message>
        <source>Restore a backup</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>A backup is two files that belong together, NAME and NAME.slots. It is copied into a new folder, proven whole, and opened with the passwords of its own time. IT or the system administrator restores; the security administrator, a deputy or the director stands by.</source>
        <translation>备份由两个文件组成：文件本身和同名的 .slots 文件。恢复时复制到新文件夹并核验完整性，使用备份当时的口令打开。由信息维护人员或系统管理员恢复，安全管理员、分管副主任或主任在场。</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>备份文件</translation>
    </message>
    <message>
        <source>New folder for the office</source>
        <translation>恢复到的新文件夹</translation>
    </message>
    <message>
        <source>Account of IT or the system administrator</source>
        <translation>信息维护人员或系统管理员账号</translation>
    </message>
    <message>
        <source>Password of the first</source>
        <translation>第一人口令</translation>
    </message>
    <message>
        <source>Account of the second person present</source>
        <translation>在场人员账号</translation>
    </message>
    <message>
        <source>Password of the second</source>
        <translation>第二人口令</translation>
    </message>
    <message>
        <source>Restore it all the same: it is the last that there is</source>
        <translation>仍然恢复：没有其他备份可用</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Copying and proving …</source>
        <translation>正在复制并核验…</translation>
    </message>
    <message>
        <source>Missing: %1</source>
        <translation>请填写：%1</translation>
    </message>
</context>
<context>
    <name>jubao::RowNumbers</name>
    <message>
        <source>Row</source>
        <translation>序号</translation>
    </message>
</context>
<context>
    <name>jubao::SearchLine</name>
    <message>
        <source>Find a person or a business</source>
        <translation>查找人员或业务</translation>
    </message>
    <message>
        <source>Find a business</source>
        <translation>查找业务</translation>
    </message>
    <message>
        <source>Name, initials, ID number or business (Ctrl+K)</source>
        <translation>姓名、首字母、身份证号或业务名称（Ctrl+K）</translation>
    </message>
    <message>
        <source>Business: name or pinyin initials (Ctrl+K)</source>
        <translation>业务名称或拼音首字母（Ctrl+K）</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>查找结果</translation>
    </message>
    <message>
        <source>Nothing is found by “%1”</source>
        <translation>没有找到“%1”</translation>
    </message>
</context>
<context>
    <name>jubao::SheetCard</name>
    <message>
        <source>Sheet</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Choose a sheet (.xlsx or CSV), or drop it here.</source>
        <translation>请选择表格（.xlsx 或 CSV），也可拖放到此处。</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Empty template…</source>
        <translation>空白模板…</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>校验</translation>
    </message>
    <message>
        <source>Rows with findings</source>
        <translation>有问题的行</translation>
    </message>
    <message>
        <source>Choose a sheet</source>
        <translation>选择表格</translation>
    </message>
    <message>
        <source>Sheets (*.xlsx *.csv *.txt)</source>
        <translation>表格 (*.xlsx *.csv *.txt)</translation>
    </message>
    <message>
        <source>Save the empty template</source>
        <translation>保存空白模板</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>The columns are known by their headings. Check the rows next.</source>
        <translation>各列已按表头识别，请校验各行。</translation>
    </message>
    <message>
        <source>Column of “%1”</source>
        <translation>“%1”所在列</translation>
    </message>
    <message>
        <source>not in the sheet</source>
        <translation>表中没有</translation>
    </message>
    <message>
        <source>Checking the rows…</source>
        <translation>正在校验…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Handing in…</source>
        <translation>正在提交…</translation>
    </message>
    <message>
        <source>%1 rows: %2 good, %3 given back</source>
        <translation>共 %1 行：可用 %2 行，退回 %3 行</translation>
    </message>
    <message>
        <source>%1: %2 yuan</source>
        <translation>%1：%2 元</translation>
    </message>
    <message>
        <source>with reasons in %1</source>
        <translation>原因见 %1</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>List to fill in…</source>
        <translation>待填花名册…</translation>
    </message>
    <message>
        <source>Save the list to fill in</source>
        <translation>保存待填花名册</translation>
    </message>
    <message>
        <source>%1 persons stand in %2</source>
        <translation>已列出 %1 人：%2</translation>
    </message>
</context>
<context>
    <name>jubao::Sidebar</name>
    <message>
        <source>Residents&apos; pension</source>
        <translation>居民养老保险</translation>
    </message>
</context>
<context>
    <name>jubao::SignForm</name>
    <message>
        <source>The password is wrong.</source>
        <translation>口令不正确。</translation>
    </message>
</context>
<context>
    <name>jubao::SignInDialog</name>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Residents&apos; pension insurance</source>
        <translation>城乡居民养老保险</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Opening …</source>
        <translation>正在打开……</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Enter the account.</source>
        <translation>请输入账号。</translation>
    </message>
    <message>
        <source>First sign-in with a printed code …</source>
        <translation>凭一次性口令码首次登录…</translation>
    </message>
    <message>
        <source>Demo office: invented people. Choose one, Enter signs in.</source>
        <translation>演示机构，人员均为虚构。选中一人，按回车登录。</translation>
    </message>
    <message>
        <source>Operators of the demo office</source>
        <translation>演示机构操作人员</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Your key is made. You can sign in when the security administrator has confirmed it.</source>
        <translation>密钥已制作，经安全管理员确认后即可登录。</translation>
    </message>
    <message>
        <source>Upgrade this office …</source>
        <translation>升级本机构账簿…</translation>
    </message>
    <message>
        <source>Nobody can sign in: open two recovery envelopes …</source>
        <translation>均无法登录：启用两份恢复信封…</translation>
    </message>
    <message>
        <source>Another office, or a backup to restore …</source>
        <translation>打开其他机构或恢复备份…</translation>
    </message>
    <message>
        <source>The office is upgraded. Sign in now.</source>
        <translation>账簿已升级，请登录。</translation>
    </message>
    <message>
        <source>The administrators have new keys. Sign in with the new passwords.</source>
        <translation>管理员密钥已重建，请用新口令登录。</translation>
    </message>
</context>
<context>
    <name>jubao::SignManyDialog</name>
    <message numerus="yes">
        <source>Sign %n operation(s)</source>
        <translation>
            <numerusform>签署 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不签署</translation>
    </message>
    <message>
        <source>Sign together</source>
        <translation>一并签署</translation>
    </message>
    <message numerus="yes">
        <source>%n operation(s), together %1 yuan; each was opened and ticked</source>
        <translation>
            <numerusform>共 %n 件，金额合计 %1 元；均已逐件查看并核对证据</numerusform>
        </translation>
    </message>
    <message>
        <source>Own password</source>
        <translation>本人口令</translation>
    </message>
    <message>
        <source>Marked operations</source>
        <translation>已勾选的业务</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>流水号</translation>
    </message>
    <message>
        <source>Business</source>
        <translation>业务</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Amount (yuan)</source>
        <translation>金额（元）</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>办理意见</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>已签署</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>All are signed.</source>
        <translation>全部签署完成。</translation>
    </message>
    <message numerus="yes">
        <source>%n were not signed; the reason stands in their row.</source>
        <translation>
            <numerusform>%n 件未签署，原因见该行。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n operation(s); each was opened and ticked</source>
        <translation>
            <numerusform>共 %n 件；均已逐件查看并核对证据</numerusform>
        </translation>
    </message>
    <message>
        <source>The county&apos;s service is entering them …</source>
        <translation>县服务正在逐笔登记…</translation>
    </message>
</context>
<context>
    <name>jubao::SignersPage</name>
    <message>
        <source>Who signs the founding</source>
        <translation>建账签署人</translation>
    </message>
    <message>
        <source>Three administrators and the director: four different persons, so that none has the system alone.</source>
        <translation>三名管理员和主任共四人签署，四人互不相同，使任何一人都不能独自掌握系统。</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>ID number</source>
        <translation>公民身份号码</translation>
    </message>
    <message>
        <source>Each signer has an account and a name.</source>
        <translation>请填写每位签署人的账号和姓名。</translation>
    </message>
    <message>
        <source>Four different persons sign, each with an account of their own.</source>
        <translation>签署人须为四个不同的人，账号也各不相同。</translation>
    </message>
</context>
<context>
    <name>jubao::StaffPage</name>
    <message>
        <source>First staff</source>
        <translation>首批工作人员</translation>
    </message>
    <message>
        <source>One line for each post. Who holds two posts stands twice, with the same account. They make their own keys at their first sign-in.</source>
        <translation>每个岗位一行；一人兼两岗的，用同一账号填两行。工作人员在首次登录时自行生成密钥。</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>ID number</source>
        <translation>公民身份号码</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>科室</translation>
    </message>
    <message>
        <source>Division</source>
        <translation>所辖区划</translation>
    </message>
    <message>
        <source>Head of the post</source>
        <translation>岗位负责人</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Whole county</source>
        <translation>全县</translation>
    </message>
    <message>
        <source>Each line has an account, a name, a post and a department.</source>
        <translation>每行须填写账号、姓名、岗位和科室。</translation>
    </message>
</context>
<context>
    <name>jubao::StartDialog</name>
    <message>
        <source>Open an office</source>
        <translation>打开机构</translation>
    </message>
    <message>
        <source>Which office?</source>
        <translation>请选择经办机构</translation>
    </message>
    <message>
        <source>Offices opened before on this computer</source>
        <translation>本机打开过的机构</translation>
    </message>
    <message>
        <source>Found a new office …</source>
        <translation>新建机构…</translation>
    </message>
    <message>
        <source>Another folder …</source>
        <translation>其他文件夹…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>There is no office in %1.</source>
        <translation>%1 中没有机构账套。</translation>
    </message>
    <message>
        <source>Folder of the office</source>
        <translation>机构文件夹</translation>
    </message>
    <message>
        <source>Restore a backup …</source>
        <translation>恢复备份…</translation>
    </message>
</context>
<context>
    <name>jubao::StatusStrip</name>
    <message>
        <source>Decide on the spot (F10)</source>
        <translation>现场授权（F10）</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>收起</translation>
    </message>
</context>
<context>
    <name>jubao::SuggestionList</name>
    <message>
        <source>Choices for %1</source>
        <translation>“%1”的候选项</translation>
    </message>
</context>
<context>
    <name>jubao::TwoPersonsDialog</name>
    <message>
        <source>Password of the first</source>
        <translation>第一人口令</translation>
    </message>
    <message>
        <source>Password of the second</source>
        <translation>第二人口令</translation>
    </message>
    <message>
        <source>Opening …</source>
        <translation>正在打开…</translation>
    </message>
    <message>
        <source>Missing: %1</source>
        <translation>请填写：%1</translation>
    </message>
</context>
<context>
    <name>jubao::WitnessDialog</name>
    <message>
        <source>Not the office seen before</source>
        <translation>与此前所见账簿不一致</translation>
    </message>
    <message>
        <source>You say in the journal why this office is not the one this computer saw last, such as a restored backup. Work goes on at this place afterwards; what had been seen is kept.</source>
        <translation>请写明账簿与本机此前所见不一致的原因（如恢复过备份），记入操作日志。此后本机可继续办理业务，原所见内容予以保留。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>说明理由</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Signing …</source>
        <translation>正在签署…</translation>
    </message>
    <message>
        <source>Write the reason.</source>
        <translation>请写明理由。</translation>
    </message>
</context>
</TS>
