<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Ctl</name>
    <message>
        <source>No password: use --password-fd or --password-file.</source>
        <translation>没有口令：请使用 --password-fd 或 --password-file。</translation>
    </message>
    <message>
        <source>File descriptor %1 cannot be read.</source>
        <translation>文件描述符%1无法读取。</translation>
    </message>
    <message>
        <source>Missing: %1</source>
        <translation>缺少：%1</translation>
    </message>
    <message>
        <source>Which office? Use --office DIR.</source>
        <translation>哪个经办机构？请使用 --office 目录。</translation>
    </message>
    <message>
        <source>Who acts? Use --as OPERATOR.</source>
        <translation>由谁办理？请使用 --as 操作员。</translation>
    </message>
    <message>
        <source>Give all passwords by descriptor or all by file.</source>
        <translation>口令要么全部用描述符，要么全部用文件给出。</translation>
    </message>
    <message>
        <source>A date looks like 2026-03-31.</source>
        <translation>日期格式如 2026-03-31。</translation>
    </message>
    <message>
        <source>%1 is no amount.</source>
        <translation>%1不是金额。</translation>
    </message>
    <message>
        <source>This is no valid amount in capitals.</source>
        <translation>这不是有效的大写金额。</translation>
    </message>
    <message>
        <source>not valid</source>
        <translation>无效</translation>
    </message>
    <message>
        <source>There is no calculation “%1”.</source>
        <translation>没有“%1”这种计算。</translation>
    </message>
    <message>
        <source>The file cannot be read: %1</source>
        <translation>文件无法读取：%1</translation>
    </message>
    <message>
        <source>This place has seen nothing of the office yet.</source>
        <translation>本机尚未见过该经办机构的任何记录。</translation>
    </message>
    <message>
        <source>Folder of the office</source>
        <translation>经办机构所在目录</translation>
    </message>
    <message>
        <source>Operator; repeat where several sign</source>
        <translation>操作员；多人签署时重复给出</translation>
    </message>
    <message>
        <source>File descriptor with the password</source>
        <translation>提供口令的文件描述符</translation>
    </message>
    <message>
        <source>File with the password</source>
        <translation>存有口令的文件</translation>
    </message>
    <message>
        <source>File descriptor with the one-time code</source>
        <translation>提供一次性口令码的文件描述符</translation>
    </message>
    <message>
        <source>File descriptor with the new password</source>
        <translation>提供新口令的文件描述符</translation>
    </message>
    <message>
        <source>File with the new password</source>
        <translation>存有新口令的文件</translation>
    </message>
    <message>
        <source>Answer with one JSON document</source>
        <translation>以一个 JSON 文档回答</translation>
    </message>
    <message>
        <source>Founding plan</source>
        <translation>建账方案</translation>
    </message>
    <message>
        <source>How many persons</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Seed of the demo data</source>
        <translation>演示数据的种子</translation>
    </message>
    <message>
        <source>Payload file, or - for the standard input</source>
        <translation>业务内容文件，- 表示标准输入</translation>
    </message>
    <message>
        <source>KIND=FILE</source>
        <translation>种类=文件</translation>
    </message>
    <message>
        <source>Kind of paper that was seen</source>
        <translation>已核对原件的材料种类</translation>
    </message>
    <message>
        <source>Returned operation that is handed in again</source>
        <translation>重新提交的被退回业务</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Digest of the view that was seen</source>
        <translation>所见内容的摘要</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>办理决定</translation>
    </message>
    <message>
        <source>The evidence is true, complete and valid</source>
        <translation>材料真实、完整、有效</translation>
    </message>
    <message>
        <source>At most so many</source>
        <translation>最多条数</translation>
    </message>
    <message>
        <source>Show sealed fields; leaves a trace</source>
        <translation>显示受保护的信息，并留下记录</translation>
    </message>
    <message>
        <source>Value date up to</source>
        <translation>起息日截至</translation>
    </message>
    <message>
        <source>As the books stood on</source>
        <translation>以某日账面为准</translation>
    </message>
    <message>
        <source>Witness file</source>
        <translation>见证文件</translation>
    </message>
    <message>
        <source>Fingerprint of the founding certificate</source>
        <translation>建账证书上的指纹</translation>
    </message>
    <message>
        <source>Tier in yuan</source>
        <translation>缴费档次（元）</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Division code</source>
        <translation>行政区划代码</translation>
    </message>
    <message>
        <source>Capital amount to read</source>
        <translation>待读取的大写金额</translation>
    </message>
    <message>
        <source>There is no command “%1”. See --help.</source>
        <translation>没有“%1”这个命令，请看 --help。</translation>
    </message>
    <message>
        <source>The office without a window. Commands: %1</source>
        <translation>不用窗口办理业务。命令：%1</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>办理什么</translation>
    </message>
    <message>
        <source>Founded in %1. Root: %2</source>
        <translation>已在%1建账。根指纹：%2</translation>
    </message>
    <message>
        <source>A demo office with %1 persons is in %2. The passwords stand in demo-passwords.json.</source>
        <translation>演示经办机构（%1人）在%2，口令见 demo-passwords.json。</translation>
    </message>
    <message>
        <source>The key is made. Two administrators confirm it: %1</source>
        <translation>密钥已生成，由两名管理员确认：%1</translation>
    </message>
    <message>
        <source>The password is changed.</source>
        <translation>口令已修改。</translation>
    </message>
    <message>
        <source>%1 is no number.</source>
        <translation>%1不是数字。</translation>
    </message>
    <message>
        <source>--evidence takes KIND=FILE.</source>
        <translation>--evidence 的写法是 种类=文件。</translation>
    </message>
    <message>
        <source>Give exactly one decision: --recheck, --review, --approve, --return, --reject …</source>
        <translation>请只给出一个决定：--recheck、--review、--approve、--return、--reject ……</translation>
    </message>
    <message>
        <source>There is no such person.</source>
        <translation>没有这个人员。</translation>
    </message>
    <message>
        <source>The person has no personal account.</source>
        <translation>该人员没有个人账户。</translation>
    </message>
    <message>
        <source>File to write</source>
        <translation>要写入的文件</translation>
    </message>
    <message>
        <source>Two administrators sign: --as A --as B, each with a password.</source>
        <translation>须由两名管理员签署：--as 甲 --as 乙，各给口令。</translation>
    </message>
    <message>
        <source>Acknowledged with entry %1.</source>
        <translation>已确认，见第 %1 笔日志。</translation>
    </message>
    <message>
        <source>The clock is trusted: %1</source>
        <translation>时钟已确认可信：%1</translation>
    </message>
    <message>
        <source>“%1” is no type that takes rows from a sheet.</source>
        <translation>“%1”不是可从表格导入的业务类型。</translation>
    </message>
    <message>
        <source>%1 rows: %2 good, %3 given back</source>
        <translation>共%1行：合格%2行，退回%3行</translation>
    </message>
    <message>
        <source>Given back with reasons: %1</source>
        <translation>退回明细及原因：%1</translation>
    </message>
    <message>
        <source>Only check the rows; nothing is made</source>
        <translation>只校验各行，不经办</translation>
    </message>
    <message>
        <source>JSON file: heading in the sheet to field name</source>
        <translation>JSON 文件：表头到字段名的对应</translation>
    </message>
    <message>
        <source>Write an empty sheet to fill in</source>
        <translation>生成空白模板</translation>
    </message>
    <message>
        <source>(nobody)</source>
        <translation>（无人）</translation>
    </message>
    <message>
        <source>delegated by %1</source>
        <translation>由%1授权</translation>
    </message>
    <message>
        <source>%1 %2: vacant; could take it: %3</source>
        <translation>%1 %2：空岗；可由以下人员担任：%3</translation>
    </message>
    <message>
        <source>%1 %2: not enough different persons</source>
        <translation>%1 %2：不同人员不足</translation>
    </message>
    <message>
        <source>%1: cannot be done</source>
        <translation>%1：无法进行</translation>
    </message>
    <message>
        <source>%1: at least %2 persons, such as %3</source>
        <translation>%1：至少须 %2 人串通，如%3</translation>
    </message>
    <message>
        <source>The day to look at; without it the complete history</source>
        <translation>查看的日期；不填为全部历史</translation>
    </message>
    <message>
        <source>Account to look at</source>
        <translation>查看的账号</translation>
    </message>
    <message>
        <source>Checkpoint of %1 entries signed as entry %2.</source>
        <translation>已对 %1 笔日志设立核查点，见第 %2 笔日志。</translation>
    </message>
    <message>
        <source>Trust the auditor&apos;s newest checkpoint for what lies before it</source>
        <translation>以稽核人员最近一次核查点为准，只核验其后的签名</translation>
    </message>
    <message>
        <source>There is no figure “%1”.</source>
        <translation>没有“%1”这项指标。</translation>
    </message>
    <message>
        <source>Hand in the day close</source>
        <translation>提交日清</translation>
    </message>
    <message>
        <source>Counted cash in yuan</source>
        <translation>实点现金（元）</translation>
    </message>
    <message>
        <source>Number of the bank&apos;s deposit slip</source>
        <translation>银行缴款单号</translation>
    </message>
    <message>
        <source>used %1, void %2, lost %3, missing %4, due %5, waiting for recheck %6</source>
        <translation>使用 %1，作废 %2，遗失 %3，缺号 %4，应缴 %5，待复核 %6</translation>
    </message>
    <message>
        <source>This day is not handed in yet: its sheet is printed with --make.</source>
        <translation>该日尚未提交日清，加 --make 提交后才能打印日清单。</translation>
    </message>
    <message>
        <source>ties</source>
        <translation>勾稽相符</translation>
    </message>
    <message>
        <source>does not tie</source>
        <translation>勾稽不符</translation>
    </message>
    <message>
        <source>The code of the envelope cannot be read.</source>
        <translation>无法读取信封内的恢复凭证。</translation>
    </message>
    <message>
        <source>File descriptor with the code of an envelope</source>
        <translation>读取恢复凭证的文件描述符</translation>
    </message>
    <message>
        <source>File with the code of an envelope</source>
        <translation>存放恢复凭证的文件</translation>
    </message>
    <message>
        <source>Folder for the three recovery sheets</source>
        <translation>存放三份恢复凭证的文件夹</translation>
    </message>
    <message>
        <source>File for the key slip</source>
        <translation>密钥确认单的输出文件</translation>
    </message>
    <message>
        <source>The certificate is in %1.</source>
        <translation>初始化证书已写入%1。</translation>
    </message>
    <message>
        <source>Print the three sheets, seal each in an envelope of its own, give them to three persons, then delete the files:</source>
        <translation>请打印三份恢复凭证，分别密封，交三人分开保管，然后删除这些文件：</translation>
    </message>
    <message>
        <source>Where do the three recovery sheets go? Use --sheets FOLDER: print them, seal them, then delete the files.</source>
        <translation>三份恢复凭证写到哪里？请用 --sheets 指定文件夹；打印、密封后删除文件。</translation>
    </message>
    <message>
        <source>The folder cannot be written: %1</source>
        <translation>无法写入文件夹：%1</translation>
    </message>
    <message>
        <source>There are recovery sheets already: %1</source>
        <translation>已有恢复凭证：%1</translation>
    </message>
    <message>
        <source>These administrators have new keys: %1</source>
        <translation>已为下列管理员换发新密钥：%1</translation>
    </message>
    <message>
        <source>The opened envelopes are void. Print the three new sheets, seal them, then delete the files:</source>
        <translation>已启封的凭证作废。请打印三份新凭证并密封，然后删除这些文件：</translation>
    </message>
    <message>
        <source>Restore the last backup there is, although it is not whole</source>
        <translation>仅剩此备份时，虽核验不完整也予恢复</translation>
    </message>
    <message>
        <source>Two sign: first IT or the system administrator, then the second person present: --as A --as B.</source>
        <translation>须两人签署：先由信息岗或系统管理员，再由在场第二人：--as A --as B。</translation>
    </message>
    <message>
        <source>Backed up to %1 and %1.slots. The two belong together: keep both.</source>
        <translation>已备份到%1和%1.slots。两个文件须一并保管，缺一不可。</translation>
    </message>
    <message>
        <source>Restored to %1; whole up to entry %2.</source>
        <translation>已恢复到%1；核验至第%2号日志。</translation>
    </message>
    <message>
        <source>Upgraded from schema %1 to %2.</source>
        <translation>数据结构已由版本%1升级到%2。</translation>
    </message>
    <message>
        <source>The office is up to date: schema %1.</source>
        <translation>本机构已是最新数据结构：版本%1。</translation>
    </message>
    <message>
        <source>Entry %1 is acknowledged.</source>
        <translation>第%1号日志已确认。</translation>
    </message>
    <message>
        <source>Write the rows of a batch to this sheet; leaves a trace</source>
        <translation>将批量业务的明细写入该表格，并留下记录</translation>
    </message>
    <message>
        <source>This operation has no rows.</source>
        <translation>该业务没有明细行。</translation>
    </message>
    <message>
        <source>Leader who handed the matter down</source>
        <translation>交办事项的领导</translation>
    </message>
    <message>
        <source>Day on which the leader did</source>
        <translation>领导交办日期</translation>
    </message>
    <message>
        <source>Objection of the maker, kept with the operation</source>
        <translation>经办人提出的异议，随业务留存</translation>
    </message>
    <message>
        <source>%1 is no date.</source>
        <translation>“%1”不是日期。</translation>
    </message>
    <message>
        <source>--%1 takes a number above 0.</source>
        <translation>--%1 须为大于 0 的数。</translation>
    </message>
    <message>
        <source>The answer could not be written.</source>
        <translation>结果无法写出。</translation>
    </message>
    <message>
        <source>Kind of paper that is to be handed in, with --return</source>
        <translation>退回时要求补交的材料种类（与 --return 同用）</translation>
    </message>
    <message>
        <source>Why a paper was not on the first list of what is needed</source>
        <translation>为何首次告知时未列明该材料</translation>
    </message>
    <message>
        <source>Year of a roster or of a run of statements</source>
        <translation>花名册或成批打印记录单的年度</translation>
    </message>
    <message>
        <source>--paper goes with --return.</source>
        <translation>--paper 只能与 --return 同用。</translation>
    </message>
    <message>
        <source>A month looks like 2026-03.</source>
        <translation>月份写作 2026-03。</translation>
    </message>
    <message>
        <source>it begins with “[”, not with “{”</source>
        <translation>它以“[”开头，而不是“{”</translation>
    </message>
    <message>
        <source>%1 is no JSON object: %2</source>
        <translation>%1 不是 JSON 对象：%2</translation>
    </message>
    <message>
        <source>There is an argument too many: %1</source>
        <translation>多了参数：%1</translation>
    </message>
    <message>
        <source>--%1 takes a number up to %2.</source>
        <translation>--%1 的数值最大为 %2。</translation>
    </message>
    <message>
        <source>A date looks like 2026-03-31 and lies between 1900 and 2199.</source>
        <translation>日期的写法如 2026-03-31，须在 1900 年至 2199 年之间。</translation>
    </message>
    <message>
        <source>N is a number of working days from 0 to %1.</source>
        <translation>N 是工作日天数，从 0 到 %1。</translation>
    </message>
    <message>
        <source>Amounts in capitals go from 0 to below %1 yuan.</source>
        <translation>大写金额的范围为 0 元至 %1 元以下。</translation>
    </message>
    <message>
        <source>%1 says “%2” twice.</source>
        <translation>%1 中“%2”出现了两次。</translation>
    </message>
    <message>
        <source>The option %1 has an empty value.</source>
        <translation>选项 %1 的值为空。</translation>
    </message>
    <message>
        <source>--late-reason goes with --paper.</source>
        <translation>--late-reason 与 --paper 一起使用。</translation>
    </message>
    <message>
        <source>%1: the sheet is written as a workbook; its name ends in .xlsx.</source>
        <translation>%1：表格只写成工作簿，文件名须以 .xlsx 结尾。</translation>
    </message>
    <message>
        <source>The file cannot be written: %1</source>
        <translation>文件无法写入：%1</translation>
    </message>
    <message>
        <source>Who opens the service&apos;s key at each start? Two administrators: --keeper A --keeper B; or the machine alone: --credential FILE.</source>
        <translation>每次启动由谁开启服务密钥？由两名管理员：--keeper A --keeper B；或由本机自行开启：--credential FILE。</translation>
    </message>
    <message>
        <source>The service&apos;s key is in %1, fingerprint %2.</source>
        <translation>服务密钥在 %1 中，指纹 %2。</translation>
    </message>
    <message>
        <source>It counts when operation %1 is posted, which waits for: %2. Then the office can move.</source>
        <translation>业务 %1 生效后该密钥方可使用，目前等待：%2。之后即可迁移。</translation>
    </message>
    <message>
        <source>%1 is no certificate in PEM form.</source>
        <translation>%1 不是 PEM 格式的证书。</translation>
    </message>
    <message>
        <source>The office is on the county server, whole up to entry %1.</source>
        <translation>本单位已迁到县级服务器，至第 %1 条记录核验完整。</translation>
    </message>
    <message>
        <source>Its former file is %1; keep it like a backup, or destroy it.</source>
        <translation>原文件为 %1，请按备份保管或销毁。</translation>
    </message>
    <message>
        <source>PCs of the office need this file: %1</source>
        <translation>各业务电脑需要此文件：%1</translation>
    </message>
    <message>
        <source>Administrator who opens the service&apos;s key with another; repeat</source>
        <translation>与他人共同开启服务密钥的管理员；可多次给出</translation>
    </message>
    <message>
        <source>File for the service&apos;s key in clear, to be sealed by systemd-creds</source>
        <translation>以明文存放服务密钥的文件，随后由 systemd-creds 封存</translation>
    </message>
    <message>
        <source>Name of the county server, as its certificate says</source>
        <translation>县级服务器的名称，与其证书一致</translation>
    </message>
    <message>
        <source>Port of the county server</source>
        <translation>县级服务器的端口</translation>
    </message>
    <message>
        <source>PEM file of the certificate that signed the server&apos;s</source>
        <translation>签发服务器证书的根证书（PEM 文件）</translation>
    </message>
    <message>
        <source>Folder of the server&apos;s local socket</source>
        <translation>服务器本机套接字所在文件夹</translation>
    </message>
    <message>
        <source>The service&apos;s role on the server</source>
        <translation>服务在服务器上的角色</translation>
    </message>
    <message>
        <source>Database on the server</source>
        <translation>服务器上的数据库</translation>
    </message>
    <message>
        <source>Name of the office&apos;s books in the database</source>
        <translation>本单位账册在数据库中的名称</translation>
    </message>
    <message>
        <source>Measure a county on the server that --host names, or on its own</source>
        <translation>测量县级服务器：由 --host 指明，否则自行启动一台</translation>
    </message>
    <message>
        <source>How long each load is kept up</source>
        <translation>每种负载持续多少秒</translation>
    </message>
    <message>
        <source>An office that is there gives way and is put aside</source>
        <translation>原有账册让位并另行存放</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从未</translation>
    </message>
    <message>
        <source>Newest backup: %1</source>
        <translation>最近备份：%1</translation>
    </message>
    <message>
        <source>Newest at the second place: %1</source>
        <translation>异地最近备份：%1</translation>
    </message>
    <message>
        <source>Last restore drill: %1</source>
        <translation>最近恢复演练：%1</translation>
    </message>
    <message>
        <source>No plan for backups is in force (operation system.backup_plan).</source>
        <translation>没有生效的备份计划（业务 system.backup_plan）。</translation>
    </message>
    <message>
        <source>What was there is put aside whole: %1</source>
        <translation>原有账册已完整另存：%1</translation>
    </message>
    <message>
        <source>It could not be read, so nobody can say what is lost: %1</source>
        <translation>原账册无法读取，无法列出丢失的记录：%1</translation>
    </message>
    <message>
        <source>Entries that are lost: %1</source>
        <translation>丢失的日志条数：%1</translation>
    </message>
    <message>
        <source>The backup was restored elsewhere, opened and verified: whole up to entry %1.</source>
        <translation>备份已在另一处恢复、打开并验证：至第 %1 条完整。</translation>
    </message>
    <message>
        <source>The backup does not prove whole (up to entry %1).</source>
        <translation>备份不完整（至第 %1 条）。</translation>
    </message>
    <message>
        <source>Its certificate is operation %1, which waits for: %2.</source>
        <translation>演练证明为业务 %1，待：%2。</translation>
    </message>
    <message>
        <source>Folder with the key file of a USB stick</source>
        <translation>存有密钥盘密钥文件的文件夹</translation>
    </message>
    <message>
        <source>The key is on the stick, in %1.</source>
        <translation>密钥已写入密钥盘，文件：%1。</translation>
    </message>
    <message>
        <source>not the county&apos;s program</source>
        <translation>与县里的程序不一致</translation>
    </message>
    <message>
        <source>Network of the county with public addresses; repeat</source>
        <translation>县内使用公网地址的网络；可重复</translation>
    </message>
    <message>
        <source>Whole: entries 1 to %1.</source>
        <translation>完整：第 1 至第 %1 条。</translation>
    </message>
    <message>
        <source>NOT whole: %1 violations in %2 entries.</source>
        <translation>不完整：%2 条中有 %1 处违规。</translation>
    </message>
    <message>
        <source>It is on the county&apos;s server again; the books of before are beside it under the name %1.</source>
        <translation>账簿已回到县级服务器，原账簿改名为 %1 并存于旁。</translation>
    </message>
    <message>
        <source>It is a file and did not get back to the county&apos;s server: %1</source>
        <translation>账簿现为本目录内的文件，未能回到县级服务器：%1</translation>
    </message>
    <message>
        <source>“county move --instead %1” takes it there.</source>
        <translation>可用“county move --instead %1”迁到服务器。</translation>
    </message>
    <message>
        <source>Folder of the office whose place on the server it takes</source>
        <translation>原机构的目录，本机构接替其在服务器上的位置</translation>
    </message>
</context>
<context>
    <name>Desktop</name>
    <message>
        <source>Residents&apos; pension</source>
        <translation>城乡居民养老保险</translation>
    </message>
    <message>
        <source>Dark face</source>
        <translation>深色界面</translation>
    </message>
    <message>
        <source>Folder of the office</source>
        <translation>经办机构所在目录</translation>
    </message>
    <message>
        <source>Ask which office, or found a new one</source>
        <translation>启动时选择机构或新建机构</translation>
    </message>
</context>
<context>
    <name>HubProgram</name>
    <message>
        <source>Which office? Use --office DIR.</source>
        <translation>哪个单位？请用 --office DIR。</translation>
    </message>
    <message>
        <source>Two administrators open the service&apos;s key: --as A --as B.</source>
        <translation>服务密钥须由两名管理员开启：--as A --as B。</translation>
    </message>
    <message>
        <source>The service of this office runs already.</source>
        <translation>本单位的服务已在运行。</translation>
    </message>
    <message>
        <source>The service wants another key.</source>
        <translation>服务需要的是另一把密钥。</translation>
    </message>
    <message>
        <source>The service has its key.</source>
        <translation>服务已取得密钥。</translation>
    </message>
    <message>
        <source>There is no command “%1”. See --help.</source>
        <translation>没有命令“%1”，请看 --help。</translation>
    </message>
    <message>
        <source>The service of a county office. Commands: serve, open</source>
        <translation>县级单位的服务。命令：serve、open</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>要做什么</translation>
    </message>
    <message>
        <source>Folder of the office</source>
        <translation>单位文件夹</translation>
    </message>
    <message>
        <source>Administrator; two open the service&apos;s key</source>
        <translation>管理员；两人共同开启服务密钥</translation>
    </message>
    <message>
        <source>File descriptor with the password</source>
        <translation>含口令的文件描述符</translation>
    </message>
    <message>
        <source>File with the password</source>
        <translation>含口令的文件</translation>
    </message>
</context>
<context>
    <name>PersonSections</name>
    <message>
        <source>Contribution</source>
        <translation>缴费</translation>
    </message>
    <message>
        <source>Personal account</source>
        <translation>个人账户</translation>
    </message>
    <message>
        <source>Value date</source>
        <translation>起息日期</translation>
    </message>
    <message>
        <source>Booked on</source>
        <translation>记账日期</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>For year</source>
        <translation>所属年度</translation>
    </message>
    <message>
        <source>Amount (yuan)</source>
        <translation>金额（元）</translation>
    </message>
    <message>
        <source>Balance (yuan)</source>
        <translation>余额（元）</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>收据</translation>
    </message>
    <message>
        <source>Taken on</source>
        <translation>收款日期</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>号码</translation>
    </message>
    <message>
        <source>Collector</source>
        <translation>收款人</translation>
    </message>
    <message>
        <source>Taken over</source>
        <translation>期初导入</translation>
    </message>
    <message>
        <source>%1 yuan</source>
        <translation>%1 元</translation>
    </message>
    <message>
        <source>Contribution of %1</source>
        <translation>%1 年度缴费</translation>
    </message>
    <message>
        <source>collected, waits for recheck</source>
        <translation>已收款，待复核</translation>
    </message>
    <message>
        <source>receipt %1</source>
        <translation>收据 %1</translation>
    </message>
    <message>
        <source>paid, %1</source>
        <translation>已缴 %1</translation>
    </message>
    <message>
        <source>not paid</source>
        <translation>未缴</translation>
    </message>
    <message>
        <source>%1 declared</source>
        <translation>已申报 %1</translation>
    </message>
    <message>
        <source>no tier declared</source>
        <translation>未申报档次</translation>
    </message>
    <message>
        <source>Balance of the account</source>
        <translation>账户余额</translation>
    </message>
    <message>
        <source>no account</source>
        <translation>未开户</translation>
    </message>
    <message>
        <source>Paid in all</source>
        <translation>累计缴费</translation>
    </message>
    <message>
        <source>%1 years</source>
        <translation>%1 年</translation>
    </message>
    <message>
        <source>%1 years and %2 months</source>
        <translation>%1 年 %2 个月</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
</TS>
