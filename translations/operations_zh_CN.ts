<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Make</source>
        <translation>经办</translation>
    </message>
    <message>
        <source>Recheck</source>
        <translation>复核</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>审批</translation>
    </message>
    <message>
        <source>Carry out</source>
        <translation>执行</translation>
    </message>
    <message>
        <source>Joint statement</source>
        <translation>会签</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>否决</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>已阅</translation>
    </message>
    <message>
        <source>Attest</source>
        <translation>核对</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Lift the hold</source>
        <translation>解除暂停</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>In review</source>
        <translation>办理中</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>有冲突</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Posted</source>
        <translation>已生效</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>Control of organisation</source>
        <translation>组织机构控制</translation>
    </message>
    <message>
        <source>Control of business</source>
        <translation>业务运行控制</translation>
    </message>
    <message>
        <source>Control of fund finance</source>
        <translation>基金财务控制</translation>
    </message>
    <message>
        <source>Control of the information system</source>
        <translation>信息系统控制</translation>
    </message>
</context>
<context>
    <name>Backup</name>
    <message>
        <source>%1 is not there, or lies on the same disk as %2. Is it mounted?</source>
        <translation>%1 不存在，或与 %2 在同一磁盘上。是否已挂载？</translation>
    </message>
    <message>
        <source>The newest backup is of %1: older than %2 hours.</source>
        <translation>最近一次备份是 %1 的，已超过 %2 小时。</translation>
    </message>
    <message>
        <source>No backup has been made yet.</source>
        <translation>尚未做过备份。</translation>
    </message>
    <message>
        <source>The newest copy at the second place, %1, is of %2: older than %3 hours.</source>
        <translation>异地存放处 %1 最近一份备份是 %2 的，已超过 %3 小时。</translation>
    </message>
    <message>
        <source>No backup has been copied to the second place, %1.</source>
        <translation>尚无备份复制到异地存放处 %1。</translation>
    </message>
    <message>
        <source>The backup failed at %1: %2</source>
        <translation>%1 备份失败：%2</translation>
    </message>
    <message>
        <source>For more than a year nobody has tried whether a backup can be restored.</source>
        <translation>一年多未做备份恢复演练。</translation>
    </message>
    <message>
        <source>No plan says when the county&apos;s service makes backups.</source>
        <translation>尚未制定县级服务的备份计划。</translation>
    </message>
</context>
<context>
    <name>Batch</name>
    <message>
        <source>Row %1: %2</source>
        <translation>第%1行：%2</translation>
    </message>
    <message>
        <source>Stopped. Nothing has changed.</source>
        <translation>已停止，未作任何更改。</translation>
    </message>
    <message>
        <source>And %1 more rows.</source>
        <translation>另有%1行。</translation>
    </message>
    <message>
        <source>Rows taken</source>
        <translation>接收行数</translation>
    </message>
    <message>
        <source>Rows given back</source>
        <translation>退回行数</translation>
    </message>
    <message>
        <source>Sum: %1</source>
        <translation>合计：%1</translation>
    </message>
    <message>
        <source>From the file</source>
        <translation>来源文件</translation>
    </message>
    <message>
        <source>Digest of the rows</source>
        <translation>明细摘要</translation>
    </message>
    <message>
        <source>An earlier row is about the same record.</source>
        <translation>前面已有一行涉及同一记录。</translation>
    </message>
    <message>
        <source>No row could be taken.</source>
        <translation>没有可以接收的行。</translation>
    </message>
    <message>
        <source>%1 rows carry a warning. %2</source>
        <translation>%1行带有提示。%2</translation>
    </message>
    <message>
        <source>rows of the batch</source>
        <translation>批量明细</translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>Draft, not in force</source>
        <translation>草稿，未生效</translation>
    </message>
    <message>
        <source>File copy, no receipt</source>
        <translation>存档副本，不作收据</translation>
    </message>
    <message>
        <source>Reprint no. %1</source>
        <translation>第%1次补打</translation>
    </message>
    <message>
        <source>%1  printed by %2  %3</source>
        <translation>%1  打印人%2  %3</translation>
    </message>
    <message>
        <source>Demo, not valid</source>
        <translation>演示，无效</translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message>
        <source>ID card</source>
        <translation>身份证</translation>
    </message>
    <message>
        <source>Household register</source>
        <translation>户口簿</translation>
    </message>
    <message>
        <source>Appointment document</source>
        <translation>任免文件</translation>
    </message>
    <message>
        <source>Letter of authorisation</source>
        <translation>授权书</translation>
    </message>
    <message>
        <source>Declaration of avoidance</source>
        <translation>回避申报</translation>
    </message>
    <message>
        <source>Approval sheet of powers</source>
        <translation>权限审批单</translation>
    </message>
    <message>
        <source>Policy document</source>
        <translation>政策文件</translation>
    </message>
    <message>
        <source>All copies of the receipt</source>
        <translation>收据全部联次</translation>
    </message>
    <message>
        <source>Signed application for the refund</source>
        <translation>签字的退款申请</translation>
    </message>
    <message>
        <source>Signed application for another tier</source>
        <translation>签字的改档申请</translation>
    </message>
    <message>
        <source>Roster on paper, signed</source>
        <translation>签字盖章的纸质名册</translation>
    </message>
    <message>
        <source>Sheet that was imported</source>
        <translation>导入的表格</translation>
    </message>
    <message>
        <source>Proof of the change (police certificate or bank card)</source>
        <translation>变更证明材料（公安证明、银行卡等）</translation>
    </message>
</context>
<context>
    <name>Founding</name>
    <message>
        <source>The plan names no office.</source>
        <translation>方案没有写明经办机构名称。</translation>
    </message>
    <message>
        <source>No signer holds the post %1.</source>
        <translation>没有签署人担任%1岗。</translation>
    </message>
    <message>
        <source>Four different persons sign the founding.</source>
        <translation>建账须由四个不同的人签署。</translation>
    </message>
    <message>
        <source>Every account has a name of its own.</source>
        <translation>每个账号须有各自的名称。</translation>
    </message>
    <message>
        <source>%1: the ID number is not valid with 18 characters.</source>
        <translation>%1：身份证号不是有效的 18 位号码。</translation>
    </message>
    <message>
        <source>%1: there is no post “%2”.</source>
        <translation>%1：没有岗位“%2”。</translation>
    </message>
    <message>
        <source>%1: there is no department “%2”.</source>
        <translation>%1：没有科室“%2”。</translation>
    </message>
    <message>
        <source>%1: the post %2 cannot stand in the department %3; the five areas stand in departments of their own.</source>
        <translation>%1：岗位“%2”不能设在科室“%3”，五类业务应分设在不同部门。</translation>
    </message>
    <message>
        <source>%1: there is no division “%2”.</source>
        <translation>%1：没有区划“%2”。</translation>
    </message>
    <message>
        <source>%1: one person cannot hold the posts %2 and %3 (%4).</source>
        <translation>%1：同一人不得兼任“%2”和“%3”（%4）。</translation>
    </message>
    <message>
        <source>The power “%1” of %2 is beyond the matrix.</source>
        <translation>%2 的权限“%1”超出权限矩阵。</translation>
    </message>
    <message>
        <source>The posts %1 exclude one another and must stand in the plan.</source>
        <translation>岗位 %1 互不相容，方案中不得省去。</translation>
    </message>
    <message>
        <source>The cost of passwords in the plan is beyond what a PC can pay.</source>
        <translation>方案中的口令运算参数超出一般计算机的承受能力。</translation>
    </message>
    <message>
        <source>“%1” holds a character that nobody sees (%2).</source>
        <translation>“%1”含有看不见的字符（%2）。</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>A new data key is decided. It is made when no other program has the office open.</source>
        <translation>已批准更换数据密钥，待其他程序关闭本机构数据后自动更换。</translation>
    </message>
    <message>
        <source>The new data key could not be made: %1 It is tried again at the next sign-in.</source>
        <translation>数据密钥更换未成功：%1 下次登录时将再次更换。</translation>
    </message>
    <message>
        <source>The key slot of “%1” is not the one that was last written: an older one was put back, or it was edited. Change the password, and tell the auditor.</source>
        <translation>“%1”的密钥槽不是最后写入的那一份：被换回了旧的，或被改动。请修改口令，并告知稽核人员。</translation>
    </message>
    <message>
        <source>A new data key is decided. Stop jubao-hub on the county&apos;s server, and sign in there with jubaoctl: it is made then.</source>
        <translation>已决定更换数据密钥。请在县级服务器上停止 jubao-hub，并在该机用 jubaoctl 登录，届时即更换。</translation>
    </message>
</context>
<context>
    <name>Maintenance</name>
    <message>
        <source>A newer version of the program has written this office. This one may go on; install the newer one soon.</source>
        <translation>本机构数据已由新版程序写入。当前版本仍可使用，请尽快安装新版。</translation>
    </message>
    <message>
        <source>This office was restored from a backup at %1. Acknowledge entry %2.</source>
        <translation>本机构于%1由备份恢复，请确认第%2号日志。</translation>
    </message>
    <message>
        <source>This office was upgraded at %1. Acknowledge entry %2.</source>
        <translation>本机构于%1升级，请确认第%2号日志。</translation>
    </message>
    <message>
        <source>Administrators got new keys with two envelopes at %1. Acknowledge entry %2.</source>
        <translation>管理员于%1凭两份恢复凭证取得新密钥，请确认第%2号日志。</translation>
    </message>
</context>
<context>
    <name>Passwords</name>
    <message>
        <source>at least 10 characters</source>
        <translation>至少10个字符</translation>
    </message>
    <message>
        <source>three of: small letters, capital letters, digits, signs</source>
        <translation>小写字母、大写字母、数字、符号中至少三种</translation>
    </message>
    <message>
        <source>not the name of the account</source>
        <translation>不含账号名</translation>
    </message>
    <message>
        <source>no run such as 12345 or aaaaa</source>
        <translation>不含 12345、aaaaa 之类的连续字符</translation>
    </message>
</context>
<context>
    <name>Payload</name>
    <message>
        <source>This is no amount of money.</source>
        <translation>这不是金额。</translation>
    </message>
    <message>
        <source>This is no whole number.</source>
        <translation>这不是整数。</translation>
    </message>
    <message>
        <source>This is answered by yes or no.</source>
        <translation>只能填是或否。</translation>
    </message>
    <message>
        <source>There is no such day.</source>
        <translation>没有这一天，请按 2026-03-31 的样子填写。</translation>
    </message>
    <message>
        <source>This is no text.</source>
        <translation>这里只能填写文字。</translation>
    </message>
    <message>
        <source>This is longer than %1 characters.</source>
        <translation>超过%1个字。</translation>
    </message>
    <message>
        <source>Choose one of the offered answers.</source>
        <translation>请从所列选项中选择。</translation>
    </message>
    <message>
        <source>“%1” has no field “%2”.</source>
        <translation>“%1”没有“%2”这一栏。</translation>
    </message>
    <message>
        <source>The text holds a character that nobody sees (%1). Type it anew.</source>
        <translation>文字中含有看不见的字符（%1），请重新录入。</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>The program at this computer is not the county&apos;s: forms may be refused. IT installs the same version everywhere.</source>
        <translation>本机的程序与县里的不一致，业务可能被拒绝。请信息人员在各处安装同一版本。</translation>
    </message>
    <message>
        <source>This computer is connected to a public network (%1). Take it off; the auditor is told.</source>
        <translation>本机连接着公共网络（%1）。请断开；稽核人员会收到提示。</translation>
    </message>
    <message>
        <source>Computer %1 was connected to a public network: %2.</source>
        <translation>计算机 %1 曾连接公共网络：%2。</translation>
    </message>
</context>
<context>
    <name>Posts</name>
    <message>
        <source>Developer of the software</source>
        <translation>软件开发人员</translation>
    </message>
</context>
<context>
    <name>Refusals</name>
    <message>
        <source>This office file is not the one this computer saw last. Work stops until an auditor has acknowledged it.</source>
        <translation>该数据文件不是本机上次所见的文件。在稽核人员确认之前停止办理。</translation>
    </message>
    <message>
        <source>The name or the password is wrong.</source>
        <translation>账号或口令不正确。</translation>
    </message>
    <message>
        <source>Too many failed tries. The account is locked until %1.</source>
        <translation>失败次数过多，账号锁定至%1。</translation>
    </message>
    <message>
        <source>The key of this account is not confirmed yet. The security administrator confirms the printed slip.</source>
        <translation>该账号的密钥尚未确认，请安全管理员核对密钥条后确认。</translation>
    </message>
    <message>
        <source>This account is closed.</source>
        <translation>该账号已关闭。</translation>
    </message>
    <message>
        <source>The key of this account is closed. A new key is made by two administrators.</source>
        <translation>该账号的密钥已停用，须由两名管理员启用新密钥。</translation>
    </message>
    <message>
        <source>Change the password first.</source>
        <translation>请先修改口令。</translation>
    </message>
    <message>
        <source>This password is too weak: %1</source>
        <translation>口令太弱：%1</translation>
    </message>
    <message>
        <source>This password is the present one or one of the last five. Take another.</source>
        <translation>该口令是现用口令或最近五次用过的口令，请另换一个。</translation>
    </message>
    <message>
        <source>There is no account “%1”.</source>
        <translation>没有账号“%1”。</translation>
    </message>
    <message>
        <source>The account “%1” has an open key. Two administrators close it first.</source>
        <translation>账号“%1”还有启用中的密钥，须先由两名管理员停用。</translation>
    </message>
    <message>
        <source>There is no operation type “%1”.</source>
        <translation>没有“%1”这种业务。</translation>
    </message>
    <message>
        <source>No route is in force for “%1”, so it cannot be made.</source>
        <translation>“%1”没有生效的流程，不能办理。</translation>
    </message>
    <message>
        <source>There is no operation no. %1.</source>
        <translation>没有第%1号业务。</translation>
    </message>
    <message>
        <source>One person never takes two steps of one operation, under any account, post or delegation.</source>
        <translation>同一个人不得办理同一业务的两个环节，无论使用哪个账号、岗位或授权。</translation>
    </message>
    <message>
        <source>This concerns yourself, a relative or a declared interest. Another person must take this step.</source>
        <translation>此事涉及本人、亲属或申报的利害关系，须由他人办理。</translation>
    </message>
    <message>
        <source>The operation is in the state “%1”; this step is not possible there.</source>
        <translation>该业务处于“%1”状态，不能办理这一环节。</translation>
    </message>
    <message>
        <source>The operation waits for another step: %1.</source>
        <translation>该业务等待的是另一环节：%1。</translation>
    </message>
    <message>
        <source>The operation has been handed in again since. Look at the new version.</source>
        <translation>该业务已重新提交，请查看新的内容。</translation>
    </message>
    <message>
        <source>You hold posts that exclude one another: %1. Nothing can be done under them.</source>
        <translation>您担任的岗位不相容：%1。不能以这些岗位办理业务。</translation>
    </message>
    <message>
        <source>This step belongs to the post %1, which you do not hold.</source>
        <translation>这一环节属于%1岗，您不担任该岗位。</translation>
    </message>
    <message>
        <source>Your time in the post %1 has ended or not begun.</source>
        <translation>您在%1岗的任期尚未开始或已经结束。</translation>
    </message>
    <message>
        <source>The matter belongs to another division than yours.</source>
        <translation>该业务不在您的辖区。</translation>
    </message>
    <message>
        <source>Only the head of the post %1 may take this step.</source>
        <translation>只有%1岗负责人可以办理这一环节。</translation>
    </message>
    <message>
        <source>The post %1 has no power for this step.</source>
        <translation>%1岗没有办理这一环节的权限。</translation>
    </message>
    <message>
        <source>The amount is above your power. The post that may: %1.</source>
        <translation>金额超过您的权限。有权办理的岗位：%1。</translation>
    </message>
    <message>
        <source>Only the maker may do this.</source>
        <translation>只有经办人可以这样办理。</translation>
    </message>
    <message>
        <source>Write the reason.</source>
        <translation>请填写理由。</translation>
    </message>
    <message>
        <source>Evidence is missing: %1. Attach it or mark the paper as seen.</source>
        <translation>缺少材料：%1。请上传或勾选已核对原件。</translation>
    </message>
    <message>
        <source>Confirm that the evidence is true, complete and valid.</source>
        <translation>请确认材料真实、完整、有效。</translation>
    </message>
    <message>
        <source>There is a warning: write the reason why it may go on.</source>
        <translation>有提示：请填写仍可办理的理由。</translation>
    </message>
    <message>
        <source>Operations of this kind are decided one by one.</source>
        <translation>这类业务须逐件决定。</translation>
    </message>
    <message>
        <source>The record changed while you looked. Look again.</source>
        <translation>您查看期间记录已变更，请重新查看。</translation>
    </message>
    <message>
        <source>The record changed since the form was filled in: %1</source>
        <translation>填表之后记录已变更：%1</translation>
    </message>
    <message>
        <source>%1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>There is no document “%1” for this.</source>
        <translation>没有可用于此处的“%1”单据。</translation>
    </message>
    <message>
        <source>The window is locked. Enter the password, then do it again.</source>
        <translation>窗口已锁定。请输入口令后再操作。</translation>
    </message>
    <message>
        <source>The clock of this computer was set while the office was open: it shows %1. Work stops until two administrators have confirmed the time.</source>
        <translation>本机时钟在业务系统打开期间被改动：现显示 %1。经两名管理员确认时间后方可继续办理业务。</translation>
    </message>
    <message>
        <source>The last entry is long ago and the clock of this computer shows %1. Work stops until two administrators have confirmed the time.</source>
        <translation>距上一笔日志已久，本机时钟显示 %1。经两名管理员确认时间后方可继续办理业务。</translation>
    </message>
    <message>
        <source>This place saw nothing that the office file does not hold. There is nothing to acknowledge.</source>
        <translation>本机所见与业务库一致，没有需要确认的事项。</translation>
    </message>
    <message>
        <source>This sign-in on the spot ended after %1 seconds without use. Give the password again.</source>
        <translation>现场授权已因 %1 秒未操作而结束，请重新输入口令。</translation>
    </message>
    <message>
        <source>This one-time code is void since the data key was changed. Ask the system administrator for a new one.</source>
        <translation>数据密钥更换后，此一次性口令已作废。请系统管理员重新签发。</translation>
    </message>
    <message>
        <source>The two sheets do not belong together, or a character was misread. Compare them with the paper.</source>
        <translation>两份恢复凭证不属于同一套，或有字符录错。请对照纸件核对。</translation>
    </message>
    <message>
        <source>These sheets do not open this office: newer ones took their place, or they are of another office.</source>
        <translation>这两份恢复凭证不能打开本机构：已被新凭证取代，或属于其他机构。</translation>
    </message>
    <message>
        <source>A recovery is for the system administrator and the security administrator together, as different persons.</source>
        <translation>恢复须由系统管理员和安全管理员共同办理，且为不同的人。</translation>
    </message>
    <message>
        <source>The account has made no key with a one-time code, so there is no slip.</source>
        <translation>该账号尚未凭一次性口令生成密钥，没有确认单可打印。</translation>
    </message>
    <message>
        <source>The file %1 exists. Take another name.</source>
        <translation>文件%1已存在，请另取名称。</translation>
    </message>
    <message>
        <source>This office waits for its upgrade. IT or the system administrator does it, with a second person present.</source>
        <translation>本机构账簿由旧版程序写成，等待升级。须由信息维护人员或系统管理员办理，并有第二人在场。</translation>
    </message>
    <message>
        <source>Another program has this office open. Close it there, then do this again.</source>
        <translation>另有程序正打开本机构，请先在那里关闭再办理。</translation>
    </message>
    <message>
        <source>This backup does not prove whole, so nothing was restored. %1</source>
        <translation>备份核验不完整，未予恢复。%1</translation>
    </message>
    <message>
        <source>Entry %1 does not wait for you to acknowledge it.</source>
        <translation>第%1号日志无须由您确认。</translation>
    </message>
    <message>
        <source>Whoever had a hand in the operation that this one continues may not check it.</source>
        <translation>参与过本业务所承接业务的人员，不得对本业务进行复核、审核或审批。</translation>
    </message>
    <message>
        <source>This is a matter of importance. A collective decision that names operation no. %1 must be posted first.</source>
        <translation>本业务属于重大事项，须先有列明第%1号业务的集体决策记录并已生效。</translation>
    </message>
    <message>
        <source>This follows operation no. %1, which is not posted. It waits for that.</source>
        <translation>本业务承接第%1号业务，该业务尚未生效，须待其生效后办理。</translation>
    </message>
    <message>
        <source>Rows from outside come in by the import of a file, whose digest is signed with them.</source>
        <translation>外部数据须以文件导入，并随文件摘要一并签名。</translation>
    </message>
    <message>
        <source>No post of yours gives the right to people&apos;s data: %1.</source>
        <translation>您的岗位没有查看或使用参保人资料的权限：%1。</translation>
    </message>
    <message>
        <source>finding persons</source>
        <translation>查找参保人</translation>
    </message>
    <message>
        <source>the record of a person</source>
        <translation>参保人档案</translation>
    </message>
    <message>
        <source>the operations on a person</source>
        <translation>参保人的业务记录</translation>
    </message>
    <message>
        <source>the account of a person</source>
        <translation>参保人的个人账户</translation>
    </message>
    <message>
        <source>showing protected fields</source>
        <translation>显示受保护的信息</translation>
    </message>
    <message>
        <source>taking a list out</source>
        <translation>导出名单</translation>
    </message>
    <message>
        <source>printing a list</source>
        <translation>打印名单</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>The first notice did not name: %1. What is needed is named once; write why it comes only now.</source>
        <translation>首次告知未列明：%1。所需材料应一次性告知；请写明为何现在才提出。</translation>
    </message>
    <message>
        <source>There is nobody whose %1 could be printed.</source>
        <translation>没有可打印%1的人员。</translation>
    </message>
    <message>
        <source>The key slot of “%1” in office.slots is damaged or was edited; no password opens it. Put the .slots file of the newest backup in its place, or have a new key made by two administrators.</source>
        <translation>office.slots 中“%1”的密钥槽已损坏或被改动，任何口令都打不开。请用最近备份的 .slots 文件替换，或由两名管理员办理新密钥。</translation>
    </message>
    <message>
        <source> or </source>
        <translation>或</translation>
    </message>
    <message>
        <source>%1 (another one)</source>
        <translation>%1（已变更）</translation>
    </message>
    <message>
        <source>The clock of this computer shows %1, earlier than the newest entry. Set it right if it is wrong; if it is right, two administrators say why the entries are ahead.</source>
        <translation>本机时间为 %1，早于最新一笔日志。如果本机时间不对，请校准；如果正确，须由两名管理员说明日志时间偏快的原因。</translation>
    </message>
    <message>
        <source>The clock of this computer is wrong: %1 is before a time that is beyond doubt. Set it right.</source>
        <translation>本机时间不对：%1 早于已经确认无误的时间。请校准。</translation>
    </message>
    <message>
        <source>There is an office or something else in %1 already. Take a new, empty folder; nothing was changed in this one.</source>
        <translation>%1 中已有账套或其他文件。请另选一个新的空文件夹；此文件夹未作任何改动。</translation>
    </message>
    <message>
        <source>%1 is a folder. Name the file that is to be written in it.</source>
        <translation>%1 是文件夹。请写明要在其中写入的文件名。</translation>
    </message>
    <message>
        <source>The file is empty: %1. Scan the paper again or mark it as seen.</source>
        <translation>文件是空的：%1。请重新扫描，或勾选“已核对原件”。</translation>
    </message>
    <message>
        <source>The clock of this computer shows %1, that of the office&apos;s server another time. Set it right and hand in again.</source>
        <translation>本机时钟显示 %1，与单位服务器的时间不符。请校准本机时钟后重新提交。</translation>
    </message>
    <message>
        <source>What was signed is not what would be entered: the records changed meanwhile. Look again and hand in again.</source>
        <translation>所签内容与将要登记的内容不一致：其间记录已有变动。请重新查看后再提交。</translation>
    </message>
    <message>
        <source>The key of the registrar is not open in the journal: two administrators open it first.</source>
        <translation>登记服务的密钥尚未在操作日志中启用，请先由两名管理人员启用。</translation>
    </message>
    <message>
        <source>The text holds a character that nobody sees (%1). Type it anew.</source>
        <translation>文字中含有看不见的字符（%1），请重新录入。</translation>
    </message>
    <message>
        <source>A paper has no name. Say which one it is.</source>
        <translation>有一份材料没有名称，请写明是什么材料。</translation>
    </message>
    <message>
        <source>It was returned for these papers, which are missing: %1. Attach them or mark them as seen.</source>
        <translation>退回时要求补交的材料尚缺：%1。请附上扫描件或标记为已查看原件。</translation>
    </message>
    <message>
        <source>The office in %1 is on the county server now. Sign in there; nobody works in its former file.</source>
        <translation>%1 中的单位现已迁到县级服务器，请在那里登录；原文件不再使用。</translation>
    </message>
    <message>
        <source>This office does not prove whole, so it was not moved. %1</source>
        <translation>本单位账册未能核验完整，因此没有迁移。%1</translation>
    </message>
    <message>
        <source>Another office, or a later state of this one, is on the county server under the name %1. Take another name; nothing was changed.</source>
        <translation>县级服务器上名为 %1 的账册属于其他单位，或是本单位较新的状态。请换一个名称；未作任何更改。</translation>
    </message>
    <message>
        <source>The key of the service is kept by %1: two of them open it together. Where one has a new key, the service needs a new one too.</source>
        <translation>服务密钥由 %1 保管，须其中两人共同开启。若其中有人换了密钥，服务也须换新密钥。</translation>
    </message>
    <message>
        <source>This is done at the county&apos;s server, not at a desk: there the office is opened with its key file.</source>
        <translation>这项工作在县级服务器上办理，不在业务电脑上：只有那里有密钥文件。</translation>
    </message>
    <message>
        <source>The journal of this office knows no such backup: %1. Is it another office&apos;s, or has this office been set back?</source>
        <translation>本单位操作日志中没有这份备份：%1。是其他单位的备份，还是本单位账册被退回过？</translation>
    </message>
    <message>
        <source>The key of “%1” is on a USB stick. Plug the stick in, then enter the password.</source>
        <translation>“%1”的密钥在密钥盘上。请先插入密钥盘，再输入口令。</translation>
    </message>
    <message>
        <source>The key file on the stick, %1, is damaged. Without another copy of it a new key is made by two administrators.</source>
        <translation>密钥盘上的密钥文件 %1 已损坏。若没有另一份副本，须由两名管理员重新制作密钥。</translation>
    </message>
    <message>
        <source>No USB stick is registered for “%1”. The system administrator registers the one that is handed out (Key stick of an operator).</source>
        <translation>“%1”尚未登记密钥盘。请由系统管理员登记所发的密钥盘（业务“操作员密钥盘”）。</translation>
    </message>
    <message>
        <source>A post of yours signs with a key on a USB stick. Put the key onto the registered stick first.</source>
        <translation>您的岗位须用密钥盘签名。请先把密钥写入已登记的密钥盘。</translation>
    </message>
    <message>
        <source>The database server listens on a public network (%1). The service does not run there: set listen_addresses to the office&apos;s own address, or name the network in office.county (own_networks).</source>
        <translation>数据库服务器在公共网络上监听（%1），服务不在此运行：请把 listen_addresses 设为机构内网地址，或在 office.county 中登记该网络（own_networks）。</translation>
    </message>
    <message>
        <source>The program at this computer does not fit the county&apos;s books. Install version %1, the county&apos;s, here.</source>
        <translation>本机的程序与县里的账册不相符。请在本机安装县里的版本 %1。</translation>
    </message>
    <message>
        <source>The service cannot see which addresses the database server listens on (%1), so nobody can say whether that is a public network. Write addresses or * into listen_addresses, not names; the service&apos;s unit must allow AF_NETLINK and have no PrivateNetwork.</source>
        <translation>服务看不到数据库服务器监听的是哪些地址（%1），无法判断是否为公共网络。listen_addresses 请填写地址或 *，不要填写名称；服务的 systemd 单元须允许 AF_NETLINK，且不得设 PrivateNetwork。</translation>
    </message>
    <message>
        <source>This is more than goes to the county&apos;s server at once. Divide the sheet into parts of some ten thousand rows, or make the scans smaller.</source>
        <translation>超出一次能送到县级服务器的量。请把表格分成每份一万行左右，或缩小扫描件。</translation>
    </message>
    <message>
        <source>Another operation is open on the same record: %1.</source>
        <translation>同一记录上有未办结的业务：%1。</translation>
    </message>
</context>
<context>
    <name>Registrar</name>
    <message>
        <source>the maker</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>lifting of the hold by director and auditor</source>
        <translation>主任与稽核解除暂停</translation>
    </message>
    <message>
        <source> or </source>
        <translation>或</translation>
    </message>
    <message>
        <source>%1 by the head of %2</source>
        <translation>%2负责人%1</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%2%1</translation>
    </message>
    <message>
        <source>one of another township; the county office knows which</source>
        <translation>其他乡镇的业务，可向县经办机构查询</translation>
    </message>
    <message>
        <source>no. %1 (%2, made by %3 on %4)</source>
        <translation>%1号（%2，%3于%4经办）</translation>
    </message>
</context>
<context>
    <name>SheetImport</name>
    <message>
        <source>%1: “%2” is none of: %3</source>
        <translation>%1：“%2”不在可选项之内：%3</translation>
    </message>
    <message>
        <source>%1: “%2” is no whole number.</source>
        <translation>%1：“%2”不是整数。</translation>
    </message>
    <message>
        <source>The sheet has no column “%1”.</source>
        <translation>表中没有“%1”列。</translation>
    </message>
    <message>
        <source>%1: the county has no “%2”.</source>
        <translation>%1：本县没有“%2”。</translation>
    </message>
    <message>
        <source>%1: there are several “%2”; use the division code.</source>
        <translation>%1：有多个“%2”，请填写区划代码。</translation>
    </message>
    <message>
        <source>%1: “%2” is no amount in yuan with at most two decimals.</source>
        <translation>%1：“%2”不是以元为单位、至多两位小数的金额。</translation>
    </message>
    <message>
        <source>%1: “%2” is no date.</source>
        <translation>%1：“%2”不是日期。</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>缺少%1。</translation>
    </message>
    <message>
        <source>%1: the sheet kept it as a number and lost its last digits. Format the column as text and enter it again.</source>
        <translation>%1：表中以数值保存，末几位已丢失。请将该列设为文本格式后重新填写。</translation>
    </message>
    <message>
        <source>Row in the file</source>
        <translation>原文件行号</translation>
    </message>
    <message>
        <source>Why it was given back</source>
        <translation>退回原因</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>退回明细</translation>
    </message>
    <message>
        <source>%1-given-back</source>
        <translation>%1-退回</translation>
    </message>
    <message>
        <source>%1 holds a character that nobody sees (%2). Enter it anew.</source>
        <translation>%1含有看不见的字符（%2），请重新录入。</translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message>
        <source>The account is not locked: its operator signs in as always.</source>
        <translation>该账号没有被锁定，操作员可以照常登录。</translation>
    </message>
</context>
<context>
    <name>Verify</name>
    <message>
        <source>The entry&apos;s detail is not what was written.</source>
        <translation>该条记录的内容与写入时不同。</translation>
    </message>
    <message>
        <source>An entry is missing before number %1.</source>
        <translation>第%1条之前缺少记录。</translation>
    </message>
    <message>
        <source>The entry does not continue the one before it.</source>
        <translation>该条记录与前一条不衔接。</translation>
    </message>
    <message>
        <source>The entry&apos;s content does not give its hash.</source>
        <translation>该条记录的内容与其摘要不符。</translation>
    </message>
    <message>
        <source>The entry is earlier than the one before it.</source>
        <translation>该条记录早于前一条。</translation>
    </message>
    <message>
        <source>The signature is not that of the operator&apos;s key at that time.</source>
        <translation>签名不是该操作员当时密钥的签名。</translation>
    </message>
    <message>
        <source>What was handed in is gone.</source>
        <translation>提交的内容已不存在。</translation>
    </message>
    <message>
        <source>What was handed in is not what was signed.</source>
        <translation>提交的内容与签署的内容不同。</translation>
    </message>
    <message>
        <source>The findings are not those that were signed.</source>
        <translation>核查结果与签署时不同。</translation>
    </message>
    <message>
        <source>The persons concerned are not those that were signed.</source>
        <translation>所涉人员与签署时不同。</translation>
    </message>
    <message>
        <source>The evidence “%1” is not what was attached.</source>
        <translation>材料“%1”与提交时不同。</translation>
    </message>
    <message>
        <source>The list of evidence is not the one that was signed.</source>
        <translation>材料清单与签署时不同。</translation>
    </message>
    <message>
        <source>The staged rows are not those that were signed.</source>
        <translation>批量明细与签署时不同。</translation>
    </message>
    <message>
        <source>Rows that this operation wrote were changed, added or removed. It now stands behind: %1</source>
        <translation>该业务写入的行被改动、增加或删除。现有：%1</translation>
    </message>
    <message>
        <source>No signed entry stands behind this row.</source>
        <translation>该行没有对应的签署记录。</translation>
    </message>
    <message>
        <source>Operation %1 was posted before its last step.</source>
        <translation>业务%1在最后环节之前生效。</translation>
    </message>
    <message>
        <source>The journal knows no such operation.</source>
        <translation>操作日志中没有这一业务。</translation>
    </message>
    <message>
        <source>The operation&apos;s state is not the one that the journal makes.</source>
        <translation>业务状态与操作日志推算的不同。</translation>
    </message>
    <message>
        <source>The operation is gone.</source>
        <translation>该业务已不存在。</translation>
    </message>
    <message>
        <source>A line of the access trail was changed or removed here.</source>
        <translation>此处的查询日志被改动或删除。</translation>
    </message>
    <message>
        <source>The signed head does not fit the trail.</source>
        <translation>已签署的日志头与查询日志不符。</translation>
    </message>
    <message>
        <source>The slot holds another key than the journal&apos;s.</source>
        <translation>密钥槽中的密钥与操作日志中的不同。</translation>
    </message>
    <message>
        <source>The office has no founding by four signers.</source>
        <translation>没有四人签署的建账记录。</translation>
    </message>
    <message>
        <source>the founding certificate</source>
        <translation>建账证书</translation>
    </message>
    <message>
        <source>This is not the founding that the certificate names.</source>
        <translation>这不是证书所载的建账。</translation>
    </message>
    <message>
        <source>a witness of entry %1</source>
        <translation>第%1条的见证</translation>
    </message>
    <message>
        <source>whole up to entry %1; compared with nothing outside</source>
        <translation>至第%1条完整；未与外部任何见证比对</translation>
    </message>
    <message>
        <source>A recovery changes keys alone; this one wrote %1.</source>
        <translation>恢复只能变更密钥，本次却写入了%1。</translation>
    </message>
    <message>
        <source>Administrators got new keys with two recovery envelopes. The reason given: %1</source>
        <translation>管理员凭两份恢复凭证取得了新密钥。所填事由：%1</translation>
    </message>
    <message>
        <source>The time that was claimed is not the time of the entry.</source>
        <translation>所报时间与本笔日志的时间不符。</translation>
    </message>
    <message>
        <source>The last step was taken, but nothing was posted with it.</source>
        <translation>最后一步已办理，但没有随之记账。</translation>
    </message>
    <message>
        <source>The delegation that the entry names was not the one used.</source>
        <translation>日志所记授权与实际使用的授权不一致。</translation>
    </message>
    <message>
        <source>It was posted as another type than it was made as.</source>
        <translation>记账时的业务类型与经办时不一致。</translation>
    </message>
    <message>
        <source>The route that was signed was not in force for this type then.</source>
        <translation>所签流程当时对该业务类型并不有效。</translation>
    </message>
    <message>
        <source>The books are not those that the auditor saw at this checkpoint; all was checked anew.</source>
        <translation>账簿与稽核人员设立该核查点时所见不一致，已全部重新核验。</translation>
    </message>
    <message>
        <source>A version of this row does not end where the next one begins.</source>
        <translation>该记录的某一版本的终止与下一版本的起始不衔接。</translation>
    </message>
    <message>
        <source>compared with nothing outside</source>
        <translation>未与库外任何凭据比对</translation>
    </message>
    <message>
        <source>signatures, papers and decisions checked from entry %1 on, before it by the auditor&apos;s checkpoint of entry %2; rows and chain from the first entry on</source>
        <translation>签名、凭据与审批自第 %1 笔起核验，此前以稽核人员第 %2 笔核查点为准；数据行与日志链自首笔起核验</translation>
    </message>
    <message>
        <source>there is no good checkpoint, so all was checked from the first entry on</source>
        <translation>没有有效的核查点，已自首笔起全部核验</translation>
    </message>
    <message>
        <source>Division, amount or matter are not those that the payload gives.</source>
        <translation>区划、金额或事项与业务内容不符。</translation>
    </message>
    <message>
        <source>The route that was signed is not the one in force for “%1” then.</source>
        <translation>所签流程并非“%1”当时有效的流程。</translation>
    </message>
    <message>
        <source>rows of %1 entries that belong to no operation taken as they stand</source>
        <translation>其中 %1 笔不属于任何业务的记录按原样采用</translation>
    </message>
    <message>
        <source>The records that this operation holds are not those that its maker signed.</source>
        <translation>这笔业务占用的记录与经办人签名的不符。</translation>
    </message>
    <message>
        <source>The data key is sealed to another key than that of the envelopes.</source>
        <translation>数据密钥的恢复封装不是用恢复信封的密钥做的。</translation>
    </message>
    <message>
        <source>No program makes an entry of this kind.</source>
        <translation>任何程序都不会写入这种日志记录。</translation>
    </message>
    <message>
        <source>The entry says that it wrote rows, but such an entry writes none.</source>
        <translation>该日志记录声称写入了数据，但这种记录不会写入数据。</translation>
    </message>
    <message>
        <source>The entry does not say what it wrote, as such an entry must.</source>
        <translation>该日志记录没有说明写入了什么，而这种记录必须说明。</translation>
    </message>
    <message>
        <source>What was filed with this post, or its acknowledgement, is not what the journal says.</source>
        <translation>向该岗位的备案或其阅知与日志不符。</translation>
    </message>
    <message>
        <source>Nobody handed in such a revision of this operation.</source>
        <translation>没有人提交过这笔业务的这一版本。</translation>
    </message>
    <message>
        <source>The counter would give out numbers that rows have already.</source>
        <translation>编号计数器会发出数据中已用过的编号。</translation>
    </message>
    <message>
        <source>The line of the access trail behind which entry %1 was signed is gone or another.</source>
        <translation>第 %1 条日志签名时所依据的访问留痕已不存在或被更换。</translation>
    </message>
    <message>
        <source>What was signed as written is not what this operation writes.</source>
        <translation>签名认定的写入内容与该业务实际应写入的不一致。</translation>
    </message>
    <message>
        <source>What this entry did cannot be built again: %1</source>
        <translation>本条日志所办事项无法重演：%1</translation>
    </message>
    <message>
        <source>effects of %1 entries built again, every row compared with them</source>
        <translation>已重演 %1 条日志的写入结果，并逐行比对</translation>
    </message>
    <message>
        <source>The row is not what entry %1 wrote: %2</source>
        <translation>该行与第 %1 条日志写入的不一致：%2</translation>
    </message>
    <message>
        <source>By what was handed in entry %1 writes another row here: %2</source>
        <translation>按经办提交的内容，第 %1 条日志写入的应为另一内容：%2</translation>
    </message>
    <message>
        <source>Entry %1 wrote no such row: %2</source>
        <translation>第 %1 条日志没有写入过该行：%2</translation>
    </message>
    <message>
        <source>By what was handed in entry %1 writes no such row: %2</source>
        <translation>按经办提交的内容，第 %1 条日志不应写入该行：%2</translation>
    </message>
    <message>
        <source>The row that entry %1 wrote is gone. It was: %2</source>
        <translation>第 %1 条日志写入的该行已不存在，原内容：%2</translation>
    </message>
    <message>
        <source>By what was handed in entry %1 writes this row too; it is not there: %2</source>
        <translation>按经办提交的内容，第 %1 条日志还应写入该行，但账内没有：%2</translation>
    </message>
    <message>
        <source>%1 more rows differ; they are not named.</source>
        <translation>另有 %1 行不一致，未逐一列出。</translation>
    </message>
    <message>
        <source>%1 witnesses, the newest of entry %2</source>
        <translation>%1 份见证，最新一份为第 %2 条</translation>
    </message>
    <message>
        <source>The trail says that this head was signed; it is gone or another.</source>
        <translation>访问留痕记载此处已签名，但该签名已不存在或被更换。</translation>
    </message>
    <message>
        <source>The key file is not one: nobody can sign in with it any more.</source>
        <translation>密钥文件已不成其为密钥文件，任何人都无法再凭它登录。</translation>
    </message>
    <message>
        <source>The books know no such account.</source>
        <translation>账内没有这个账号。</translation>
    </message>
    <message>
        <source>The slot is not the one that was last written: an older one was put back, or its cost, its former passwords or its wrapped key were edited.</source>
        <translation>密钥槽不是最后写入的那一份：被换回了旧的，或其运算参数、历史口令标记、加密私钥被改动。</translation>
    </message>
    <message>
        <source>The key of this account is open, but its slot was taken out of the key file.</source>
        <translation>该账号的密钥有效，但其密钥槽已被从密钥文件中删去。</translation>
    </message>
    <message>
        <source>What the key file says of the office (name, identity, demo, cost of passwords) is not what was founded.</source>
        <translation>密钥文件所载单位信息（名称、标识、演示标记、口令运算参数）与建账时不一致。</translation>
    </message>
    <message>
        <source>The staged rows bear other numbers than those of the sheet.</source>
        <translation>暂存行的行号与表格中的行号不一致。</translation>
    </message>
    <message>
        <source>The entries that it says to be ahead are not those that are.</source>
        <translation>其所写的时间偏快的日志范围与实际不符。</translation>
    </message>
    <message>
        <source>Entries %1 to %2 were made with a clock that was ahead, up to %3; two administrators set the time back: %4</source>
        <translation>第 %1 至 %2 笔日志是在时钟偏快时记下的，最晚到 %3；两名管理员已把时间调回：%4</translation>
    </message>
    <message>
        <source>The signed head bears another time than the trail&apos;s line about it.</source>
        <translation>已签名的链头所载时间与访问记录中对应行的时间不同。</translation>
    </message>
    <message>
        <source>The key file holds more than one slot of this account.</source>
        <translation>密钥文件中该账户有不止一个密钥槽。</translation>
    </message>
    <message>
        <source>This is no public key: nothing can have been signed with it.</source>
        <translation>这不是公钥，不可能用它签过名。</translation>
    </message>
    <message>
        <source>There is a counter of a node that made no entry.</source>
        <translation>存在某节点的编号计数器，而该节点没有任何日志条目。</translation>
    </message>
    <message>
        <source>The counter of this node is gone.</source>
        <translation>该节点的编号计数器不见了。</translation>
    </message>
    <message>
        <source>The counter leaves out %1 numbers after the newest one in the books.</source>
        <translation>编号计数器在数据中最新编号之后跳过了 %1 个编号。</translation>
    </message>
    <message>
        <source>No line of the trail says that this head was signed.</source>
        <translation>轨迹中没有记载该签名头的记录。</translation>
    </message>
    <message>
        <source>The service may enter by itself that it made a backup by the plan, and nothing else; this entry says something that is not so.</source>
        <translation>县级服务只能自行记入按计划所做的备份，不得记入其他事项；本条所记与事实不符。</translation>
    </message>
</context>
<context>
    <name>Witness</name>
    <message>
        <source>Compared with nothing outside the file.</source>
        <translation>未与文件之外的任何见证比对。</translation>
    </message>
    <message>
        <source>Entry %1 is the one seen before.</source>
        <translation>第%1条与上次所见相同。</translation>
    </message>
    <message>
        <source>Entry %1 was seen before and is gone: the journal is shorter than it was.</source>
        <translation>第%1条曾经见过，现已不存在：操作日志比以前短。</translation>
    </message>
    <message>
        <source>Entry %1 is not the one seen before: the journal was replaced.</source>
        <translation>第%1条与上次所见不同：操作日志被替换。</translation>
    </message>
</context>
</TS>
