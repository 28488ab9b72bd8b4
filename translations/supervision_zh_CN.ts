<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>JournalQuery</name>
    <message>
        <source>Founding signed</source>
        <translation>签署设立</translation>
    </message>
    <message>
        <source>Founded</source>
        <translation>机构设立</translation>
    </message>
    <message>
        <source>Posted</source>
        <translation>已办结</translation>
    </message>
    <message>
        <source>Posting refused</source>
        <translation>未能办结</translation>
    </message>
    <message>
        <source>Key offered</source>
        <translation>提交密钥</translation>
    </message>
    <message>
        <source>Code printed</source>
        <translation>打印口令码</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>稽核检查点</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Data key taken out</source>
        <translation>取出数据密钥</translation>
    </message>
    <message>
        <source>Upgrade</source>
        <translation>升级</translation>
    </message>
    <message>
        <source>Recovery</source>
        <translation>密钥恢复</translation>
    </message>
    <message>
        <source>New data key</source>
        <translation>更换数据密钥</translation>
    </message>
    <message>
        <source>Clock confirmed</source>
        <translation>确认时钟</translation>
    </message>
    <message>
        <source>Exceptions of a month read</source>
        <translation>例外月报签阅</translation>
    </message>
    <message>
        <source>, %1 yuan</source>
        <translation>，%1 元</translation>
    </message>
    <message>
        <source>Moved to the county server</source>
        <translation>迁到县级服务器</translation>
    </message>
    <message>
        <source>Backup by the service</source>
        <translation>县级服务备份</translation>
    </message>
    <message>
        <source>Backup copied to the second place</source>
        <translation>备份已复制到异地</translation>
    </message>
    <message>
        <source>County service</source>
        <translation>县级服务</translation>
    </message>
    <message>
        <source>Another program</source>
        <translation>更换程序版本</translation>
    </message>
    <message>
        <source>Entry read and acknowledged</source>
        <translation>已阅日志</translation>
    </message>
    <message>
        <source>Alarm of a witness acknowledged</source>
        <translation>见证告警已确认</translation>
    </message>
</context>
<context>
    <name>Supervision</name>
    <message>
        <source>Tier lowered</source>
        <translation>降低缴费档次</translation>
    </message>
    <message>
        <source>Warning answered</source>
        <translation>警示已说明</translation>
    </message>
    <message>
        <source>No. %1 %2</source>
        <translation>流水号%1 %2</translation>
    </message>
    <message>
        <source>Contribution taken back</source>
        <translation>缴费冲回</translation>
    </message>
    <message>
        <source>%1, contribution of %2: %3 yuan</source>
        <translation>%1，%2 年度缴费 %3 元</translation>
    </message>
    <message>
        <source>Not named the first time: %1</source>
        <translation>首次未告知：%1</translation>
    </message>
    <message>
        <source>Paper asked for late</source>
        <translation>二次要求补交材料</translation>
    </message>
    <message>
        <source>Notice %1</source>
        <translation>告知书 %1</translation>
    </message>
    <message>
        <source>A month is written as a number, 202603, and has begun already.</source>
        <translation>月份写作六位数字，如 202603，且不得晚于本月。</translation>
    </message>
    <message>
        <source>Exceptions of a month</source>
        <translation>业务例外事项月报</translation>
    </message>
</context>
<context>
    <name>SupervisionPages</name>
    <message>
        <source>Signed in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Wrong password</source>
        <translation>口令错误</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>Password confirmed</source>
        <translation>口令确认</translation>
    </message>
    <message>
        <source>Called on the spot</source>
        <translation>现场授权</translation>
    </message>
    <message>
        <source>On the spot: time over</source>
        <translation>现场授权超时结束</translation>
    </message>
    <message>
        <source>Looked at a person</source>
        <translation>查看参保人</translation>
    </message>
    <message>
        <source>Looked at an operation</source>
        <translation>查看业务</translation>
    </message>
    <message>
        <source>Revealed sealed fields</source>
        <translation>显示完整信息</translation>
    </message>
    <message>
        <source>Looked at a scan</source>
        <translation>查看证据材料</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Took a list out</source>
        <translation>导出清单</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>完整性核验</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>拒绝办理</translation>
    </message>
    <message>
        <source>Key made</source>
        <translation>制作密钥</translation>
    </message>
    <message>
        <source>Changed the password</source>
        <translation>修改口令</translation>
    </message>
    <message>
        <source>Access trail</source>
        <translation>访问痕迹</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>在列表中筛选</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>操作人员</translation>
    </message>
    <message>
        <source>What</source>
        <translation>行为</translation>
    </message>
    <message>
        <source>Workstation</source>
        <translation>工作站</translation>
    </message>
    <message>
        <source>Journal of operations</source>
        <translation>操作日志</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>完整性核验</translation>
    </message>
    <message>
        <source>Backup failed</source>
        <translation>备份失败</translation>
    </message>
    <message>
        <source>Change of the data key failed</source>
        <translation>数据密钥更换失败</translation>
    </message>
    <message>
        <source>Code void</source>
        <translation>口令码作废</translation>
    </message>
    <message>
        <source>Recovered</source>
        <translation>恢复密钥</translation>
    </message>
    <message>
        <source>False key slot removed</source>
        <translation>清除不符密钥</translation>
    </message>
    <message>
        <source>Not the office seen before</source>
        <translation>与此前所见账簿不一致</translation>
    </message>
    <message>
        <source>No. %1 %2</source>
        <translation>流水号%1 %2</translation>
    </message>
    <message>
        <source>Looked at a paper</source>
        <translation>查看文书</translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation>例外事项</translation>
    </message>
    <message>
        <source>answered warnings, contributions taken back, papers asked for late; the last twelve months</source>
        <translation>已说明的警示、缴费冲回、二次要求补交材料；近十二个月</translation>
    </message>
    <message>
        <source>Month (2026-03), kind, name</source>
        <translation>月份（2026-03）、类别、姓名</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>系统提示</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>经办人说明</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>未签阅</translation>
    </message>
    <message>
        <source>read</source>
        <translation>已签阅</translation>
    </message>
    <message>
        <source>changed since</source>
        <translation>签阅后有变动</translation>
    </message>
    <message>
        <source>Entry %1 of the journal says that you have read them.</source>
        <translation>已签阅，记入操作日志第 %1 条。</translation>
    </message>
    <message>
        <source>Exceptions by month</source>
        <translation>例外月报</translation>
    </message>
    <message>
        <source>Enter shows the list of a month as a paper</source>
        <translation>回车查看该月月报</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>签阅</translation>
    </message>
    <message>
        <source>By</source>
        <translation>签阅人</translation>
    </message>
    <message>
        <source>I have read them</source>
        <translation>签阅</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>流水号</translation>
    </message>
    <message>
        <source>Key slot prepared</source>
        <translation>准备写入密钥槽</translation>
    </message>
    <message>
        <source>Key slot written</source>
        <translation>已写入密钥槽</translation>
    </message>
    <message>
        <source>Key slot older or edited</source>
        <translation>密钥槽陈旧或被改动</translation>
    </message>
    <message>
        <source>Trail signed</source>
        <translation>留痕已签名</translation>
    </message>
    <message>
        <source>Looked at a person&apos;s operations</source>
        <translation>查看个人业务记录</translation>
    </message>
    <message>
        <source>Looked for a person</source>
        <translation>查找人员</translation>
    </message>
    <message>
        <source>Looked at an account</source>
        <translation>查看个人账户</translation>
    </message>
    <message>
        <source>Compared the ties</source>
        <translation>核对勾稽关系</translation>
    </message>
    <message>
        <source>Replayed the journal</source>
        <translation>重演日志</translation>
    </message>
    <message>
        <source>Witness not written</source>
        <translation>见证未能写入</translation>
    </message>
    <message>
        <source>account %1</source>
        <translation>账号 %1</translation>
    </message>
    <message>
        <source>original</source>
        <translation>原件</translation>
    </message>
    <message>
        <source>reprint</source>
        <translation>补打</translation>
    </message>
    <message>
        <source>file copy</source>
        <translation>存档副本</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>tried on %1 at %2</source>
        <translation>%1 在 %2 尝试登录</translation>
    </message>
    <message>
        <source>failed tries before: %1</source>
        <translation>此前登录失败 %1 次</translation>
    </message>
    <message>
        <source>to decide no. %1</source>
        <translation>办理流水号 %1</translation>
    </message>
    <message>
        <source>public key %1 …</source>
        <translation>公钥 %1…</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>who did or looked at what, when and why; newest first</source>
        <translation>何人、何时、对何事项、因何查看或操作；最新的在前</translation>
    </message>
    <message>
        <source>Of what</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Why and how</source>
        <translation>事由与说明</translation>
    </message>
    <message>
        <source>Trail no.</source>
        <translation>留痕号</translation>
    </message>
    <message>
        <source>Asked for a reason</source>
        <translation>提示说明理由</translation>
    </message>
    <message>
        <source>Protected values compared this day</source>
        <translation>当日按敏感信息比对</translation>
    </message>
    <message>
        <source>Did not come out of the printer</source>
        <translation>未打印成功</translation>
    </message>
    <message>
        <source>Filled in a form with a record</source>
        <translation>调取档案填表</translation>
    </message>
    <message>
        <source>Key on a stick</source>
        <translation>密钥写入密钥盘</translation>
    </message>
    <message>
        <source>Program at a computer</source>
        <translation>计算机所用程序</translation>
    </message>
    <message>
        <source>On a public network</source>
        <translation>连接公共网络</translation>
    </message>
</context>
<context>
    <name>jubao::JournalPage</name>
    <message>
        <source>Entry</source>
        <translation>日志号</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>操作人员</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>动作</translation>
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
        <source>No.</source>
        <translation>流水号</translation>
    </message>
    <message>
        <source>Workstation</source>
        <translation>工作站</translation>
    </message>
    <message>
        <source>Journal of operations</source>
        <translation>操作日志</translation>
    </message>
    <message>
        <source>Print …</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>To a sheet (.xlsx) …</source>
        <translation>导出表格…</translation>
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
        <source>Insured person</source>
        <translation>参保人</translation>
    </message>
    <message>
        <source>Whole name or ID number, Enter</source>
        <translation>参保人姓名或身份证号码，回车查询</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>期间</translation>
    </message>
    <message>
        <source>The chosen entry</source>
        <translation>所选日志</translation>
    </message>
    <message>
        <source>What the entry wrote</source>
        <translation>该条日志写入的内容</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>账表</translation>
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
        <source>Every operator</source>
        <translation>全部操作人员</translation>
    </message>
    <message>
        <source>Every business</source>
        <translation>全部业务</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>共 %n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The newest %n entries; narrow the search</source>
        <translation>
            <numerusform>仅显示最近 %n 条，请缩小查询范围</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose an entry to see what it wrote.</source>
        <translation>选中一条日志可查看其写入内容。</translation>
    </message>
    <message>
        <source>Entry %1, hash %2</source>
        <translation>日志号 %1，摘要值 %2</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>原因：%1</translation>
    </message>
    <message>
        <source>wrote no record of the books</source>
        <translation>未写入账表</translation>
    </message>
    <message>
        <source>Taken out by %1 on %2 for: %3</source>
        <translation>%1 于 %2 提取，用途：%3</translation>
    </message>
    <message>
        <source>Take the journal out to a sheet</source>
        <translation>导出操作日志</translation>
    </message>
    <message>
        <source>journal.xlsx</source>
        <translation>操作日志.xlsx</translation>
    </message>
    <message numerus="yes">
        <source>%n entries stand in %1</source>
        <translation>
            <numerusform>已导出 %n 条到 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The sheet could not be written: %1</source>
        <translation>表格未能写入：%1</translation>
    </message>
    <message>
        <source>Print the journal</source>
        <translation>打印操作日志</translation>
    </message>
</context>
<context>
    <name>jubao::PurposeDialog</name>
    <message>
        <source>Purpose, person and time go into the access trail and onto the list.</source>
        <translation>用途、提取人和时间将记入访问痕迹，并印在清单上。</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Own password</source>
        <translation>本人口令</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>提取</translation>
    </message>
    <message>
        <source>Say what it is for.</source>
        <translation>请填写用途。</translation>
    </message>
    <message>
        <source>Opening …</source>
        <translation>正在打开…</translation>
    </message>
</context>
<context>
    <name>jubao::VerifyPage</name>
    <message>
        <source>Not verified in this window yet.</source>
        <translation>本次尚未核验。</translation>
    </message>
    <message>
        <source>Verify the office</source>
        <translation>开始核验</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>完整性核验</translation>
    </message>
    <message>
        <source>Chain, signatures, payloads, effects, separation of duty, trail and slots</source>
        <translation>核验日志链、签名、业务内容、账表写入、职责分离、访问痕迹和密钥</translation>
    </message>
    <message>
        <source>What does not fit</source>
        <translation>不符事项</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Reading the whole office …</source>
        <translation>正在通读全部账簿…</translation>
    </message>
    <message>
        <source>Stopped; nothing can be said.</source>
        <translation>已停止，未得出结论。</translation>
    </message>
    <message>
        <source>Whole up to entry %1.</source>
        <translation>截至第 %1 条日志，完整一致。</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) do not fit.</source>
        <translation>
            <numerusform>发现 %n 处不符。</numerusform>
        </translation>
    </message>
    <message>
        <source>Fingerprint on the founding certificate</source>
        <translation>初始化证书上的指纹（可不填）</translation>
    </message>
    <message>
        <source>Here stands each place that does not fit, or what was read where all of it fits.</source>
        <translation>核验后，在此逐条列出不符之处；全部相符时，列出已核验的内容。</translation>
    </message>
    <message>
        <source>Nobody has verified this office yet.</source>
        <translation>本机构尚未核验过。</translation>
    </message>
    <message>
        <source>Last verified on %1 by %2.</source>
        <translation>上次核验：%1，%2。</translation>
    </message>
    <message>
        <source>%1. Read on %2 by %3.</source>
        <translation>%1。核验时间 %2，核验人 %3。</translation>
    </message>
    <message numerus="yes">
        <source>%n entries of the journal: each hash, each signature, the chain from the first to the last</source>
        <translation>
            <numerusform>操作日志 %n 条：逐条核对摘要值与签名，从首条到末条前后相连</numerusform>
        </translation>
    </message>
    <message>
        <source>every operation: what was handed in against its digest; each decision against the posts, powers, routes and separation of duty of its time</source>
        <translation>每笔业务：提交内容与摘要一致；每次办理符合当时的岗位、权限、流程与岗位分离要求</translation>
    </message>
    <message>
        <source>every row of the books: that an entry wrote it as it stands, and that none is missing or was added</source>
        <translation>账簿每一行：均由日志记录写入且未被改动，没有缺失，也没有多出</translation>
    </message>
    <message>
        <source>the history of every record, the access trail, locks, numbers and the tables&apos; guards</source>
        <translation>各项记录的历史版本、访问留痕、锁定、编号，以及数据表的防改保护</translation>
    </message>
    <message>
        <source>the key slots beside the office, against the keys that the journal knows</source>
        <translation>机构文件旁的密钥槽，与日志登记的密钥一致</translation>
    </message>
    <message>
        <source>no witness: this computer has not seen the office before, so a cut tail could not be noticed</source>
        <translation>没有见证：本机此前未打开过本机构，若末尾日志被截去则无从发现</translation>
    </message>
    <message>
        <source>the founding certificate was not compared: enter its fingerprint above to do so</source>
        <translation>未与初始化证书比对：在上方填入证书指纹即可比对</translation>
    </message>
    <message>
        <source>the founding is the one whose certificate has the fingerprint %1</source>
        <translation>与初始化证书指纹 %1 一致</translation>
    </message>
    <message>
        <source>What was read, and fits:</source>
        <translation>已核验且全部相符：</translation>
    </message>
    <message>
        <source>the witnesses of this computer: they last saw entry %1, and what each saw stands unchanged</source>
        <translation>本机见证：最近见到第 %1 条日志，所见各条均在且未被改动</translation>
    </message>
</context>
</TS>
