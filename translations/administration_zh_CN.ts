<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Administration</name>
    <message>
        <source>There is no such account.</source>
        <translation>没有这个账号。</translation>
    </message>
    <message>
        <source>The account has no open key.</source>
        <translation>该账号没有启用中的密钥。</translation>
    </message>
    <message>
        <source>The account has an open key. Close it first.</source>
        <translation>该账号还有启用中的密钥，请先停用。</translation>
    </message>
    <message>
        <source>This is no public key. Copy it from the printed slip.</source>
        <translation>这不是公钥，请照打印的密钥条录入。</translation>
    </message>
    <message>
        <source>This key was used before. A new one is made at each admission.</source>
        <translation>该密钥曾经使用过；每次启用都须生成新的密钥。</translation>
    </message>
    <message>
        <source>Key of an operator</source>
        <translation>操作员密钥</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>办理事项</translation>
    </message>
    <message>
        <source>Open a key</source>
        <translation>启用密钥</translation>
    </message>
    <message>
        <source>Close the key</source>
        <translation>停用密钥</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Public key</source>
        <translation>公钥</translation>
    </message>
    <message>
        <source>Open the key of %1, fingerprint %2</source>
        <translation>启用%1的密钥，指纹%2</translation>
    </message>
    <message>
        <source>Close the key of %1</source>
        <translation>停用%1的密钥</translation>
    </message>
    <message>
        <source>The account does not hold this post.</source>
        <translation>该账号未任此岗位。</translation>
    </message>
    <message>
        <source>The account holds this post in several divisions. End the one of the division and give it anew.</source>
        <translation>该账号在多个区划任此岗位，请先免去其中一个区划的岗位，再重新任用。</translation>
    </message>
    <message>
        <source>Enter the code of one of the departments.</source>
        <translation>请录入本单位的科室代码。</translation>
    </message>
    <message>
        <source>The post %1 cannot stand in the department %2: relation, benefits, finance, audit and information stand in departments of their own.</source>
        <translation>岗位“%1”不能设在“%2”：参保征缴、待遇、财务、稽核、信息应分设在不同部门。</translation>
    </message>
    <message>
        <source>This person would hold posts that exclude one another: %1.</source>
        <translation>该人员将同时担任不相容岗位：%1。</translation>
    </message>
    <message>
        <source>A declared relative would stand above or below: %1.</source>
        <translation>与已申报的亲属将构成上下级或制约关系：%1。</translation>
    </message>
    <message>
        <source>The last day lies before the first.</source>
        <translation>截止日早于起始日。</translation>
    </message>
    <message>
        <source>The account holds this post %1.</source>
        <translation>该账号已任此岗位（%1）。</translation>
    </message>
    <message>
        <source>Nobody holds the post %1 after that. Operations that need it will wait until it is filled.</source>
        <translation>此后岗位“%1”无人担任，需要该岗位的业务将等待补岗。</translation>
    </message>
    <message>
        <source>There is no such open account.</source>
        <translation>没有这个启用中的账号。</translation>
    </message>
    <message>
        <source>There is no such post.</source>
        <translation>没有这个岗位。</translation>
    </message>
    <message>
        <source>The post was ended meanwhile.</source>
        <translation>该岗位其间已被免去。</translation>
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
        <source>Post</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>科室</translation>
    </message>
    <message>
        <source>Division</source>
        <translation>区划</translation>
    </message>
    <message>
        <source>Head of the post</source>
        <translation>岗位负责人</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>任期</translation>
    </message>
    <message>
        <source>Give %1 the post %2</source>
        <translation>任用%1为%2</translation>
    </message>
    <message>
        <source>End the post %2 of %1</source>
        <translation>免去%1的%2岗位</translation>
    </message>
    <message>
        <source>Change the post %2 of %1</source>
        <translation>变更%1的%2岗位</translation>
    </message>
    <message>
        <source>Empty: the department of the post&apos;s area</source>
        <translation>不填：岗位所属业务的科室</translation>
    </message>
    <message>
        <source>Empty: the whole county</source>
        <translation>不填：全县</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>起始日</translation>
    </message>
    <message>
        <source>Empty: the day of posting; never before that day</source>
        <translation>不填：入账生效当日；不得早于当日</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>截止日</translation>
    </message>
    <message>
        <source>Empty: no end, or at once where a post is ended</source>
        <translation>不填：长期；免岗时为立即生效</translation>
    </message>
    <message>
        <source>Give a post</source>
        <translation>任用</translation>
    </message>
    <message>
        <source>Change a post</source>
        <translation>变更岗位</translation>
    </message>
    <message>
        <source>End a post</source>
        <translation>免岗</translation>
    </message>
    <message>
        <source>Assignment to a post</source>
        <translation>岗位任免</translation>
    </message>
    <message>
        <source>The account holds the post %1. End it first.</source>
        <translation>该账号仍任“%1”岗位，请先免岗。</translation>
    </message>
    <message>
        <source>%1 operations of this account are open. Nobody can hand them in again.</source>
        <translation>该账号有 %1 笔未办结业务，停用后无人可以重新提交。</translation>
    </message>
    <message>
        <source>Closing of an operator account</source>
        <translation>停用操作员账号</translation>
    </message>
    <message>
        <source>Close the account of %1</source>
        <translation>停用%1的账号</translation>
    </message>
    <message>
        <source>This division code is not one of the county&apos;s.</source>
        <translation>该区划代码不属于本县。</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>自 %1 至 %2</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>The relative stands above or below: %1. One of the two must change the post.</source>
        <translation>该亲属处于上下级或制约岗位：%1。两人中须有一人调整岗位。</translation>
    </message>
    <message>
        <source>One&apos;s own matters are barred without a declaration. Enter the other person.</source>
        <translation>本人事项无须申报即应回避，请录入对方。</translation>
    </message>
    <message>
        <source>No declaration about this person is in force.</source>
        <translation>没有关于此人的有效回避申报。</translation>
    </message>
    <message>
        <source>Write why the ground has fallen away.</source>
        <translation>请写明回避事由消失的原因。</translation>
    </message>
    <message>
        <source>This is declared already.</source>
        <translation>已申报过。</translation>
    </message>
    <message>
        <source>Choose the relation.</source>
        <translation>请选择关系。</translation>
    </message>
    <message>
        <source>The declaration ended meanwhile.</source>
        <translation>该申报其间已终止。</translation>
    </message>
    <message>
        <source>Declarant</source>
        <translation>申报人</translation>
    </message>
    <message>
        <source>ID number of the other</source>
        <translation>对方身份证号</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>Declare</source>
        <translation>申报</translation>
    </message>
    <message>
        <source>End</source>
        <translation>终止</translation>
    </message>
    <message>
        <source>Declaration of avoidance</source>
        <translation>回避申报</translation>
    </message>
    <message>
        <source>End a declaration of %1</source>
        <translation>终止%1的回避申报</translation>
    </message>
    <message>
        <source>%1 declares a relative or an interest</source>
        <translation>%1申报亲属或利害关系</translation>
    </message>
    <message>
        <source>Nobody delegates to himself, whatever the account.</source>
        <translation>不得授权给本人，换账号也不行。</translation>
    </message>
    <message>
        <source>Enter the first day.</source>
        <translation>请录入起始日。</translation>
    </message>
    <message>
        <source>A delegation has a last day. Enter it.</source>
        <translation>授权必须有截止日，请录入。</translation>
    </message>
    <message>
        <source>The last day lies before the first, or in the past.</source>
        <translation>截止日早于起始日或已过去。</translation>
    </message>
    <message>
        <source>The grantor does not hold this post in own right over the whole period.</source>
        <translation>授权人在整个期间内并未由本人担任该岗位。</translation>
    </message>
    <message>
        <source>The post has no power “%1” to lend.</source>
        <translation>该岗位没有可授出的权限“%1”。</translation>
    </message>
    <message>
        <source>No delegation of this post between the two is running.</source>
        <translation>两人之间没有该岗位的有效授权。</translation>
    </message>
    <message>
        <source>This post is delegated between the two already.</source>
        <translation>该岗位已在两人之间授权。</translation>
    </message>
    <message>
        <source>The delegation ended meanwhile.</source>
        <translation>该授权其间已终止。</translation>
    </message>
    <message>
        <source>Take back the post %2 that %1 delegated to %3</source>
        <translation>收回%1授予%3的%2岗位</translation>
    </message>
    <message>
        <source>%1 delegates the post %2 to %3</source>
        <translation>%1将%2岗位授权给%3</translation>
    </message>
    <message>
        <source>Grantor</source>
        <translation>授权人</translation>
    </message>
    <message>
        <source>Grantee</source>
        <translation>被授权人</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>授权范围</translation>
    </message>
    <message>
        <source>Codes of the powers, separated by spaces; empty: all of the post</source>
        <translation>权限代码，以空格分隔；不填：该岗位全部权限</translation>
    </message>
    <message>
        <source>Amount up to</source>
        <translation>金额上限</translation>
    </message>
    <message>
        <source>Empty: the bound of the post</source>
        <translation>不填：按岗位限额</translation>
    </message>
    <message>
        <source>Delegate</source>
        <translation>授权</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>Delegation of a post</source>
        <translation>岗位授权</translation>
    </message>
    <message>
        <source>Spouse</source>
        <translation>配偶</translation>
    </message>
    <message>
        <source>Parent</source>
        <translation>父母</translation>
    </message>
    <message>
        <source>Child</source>
        <translation>子女</translation>
    </message>
    <message>
        <source>Brother or sister</source>
        <translation>兄弟姐妹</translation>
    </message>
    <message>
        <source>Relative by marriage</source>
        <translation>姻亲</translation>
    </message>
    <message>
        <source>Other relative</source>
        <translation>其他亲属</translation>
    </message>
    <message>
        <source>Other interest</source>
        <translation>其他利害关系</translation>
    </message>
    <message>
        <source>A sign-in name has 2 to 32 small letters, digits, dots or hyphens and begins with a letter.</source>
        <translation>登录名为 2 至 32 位小写字母、数字、点或连字符，以字母开头。</translation>
    </message>
    <message>
        <source>There is an account of this name. Names are never used again.</source>
        <translation>已有同名账号；登录名不得重复使用。</translation>
    </message>
    <message>
        <source>Enter the person&apos;s name.</source>
        <translation>请录入姓名。</translation>
    </message>
    <message>
        <source>This person has the account %1. Posts and duty are judged over both.</source>
        <translation>此人已有账号 %1；岗位与职责分离按两个账号合并判断。</translation>
    </message>
    <message>
        <source>New operator account</source>
        <translation>新建操作员账号</translation>
    </message>
    <message>
        <source>Sign-in name</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>Person&apos;s name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>ID number</source>
        <translation>身份证号</translation>
    </message>
    <message>
        <source>Account %1 for %2</source>
        <translation>为%2新建账号 %1</translation>
    </message>
    <message>
        <source>New data key</source>
        <translation>更换数据密钥</translation>
    </message>
    <message>
        <source>Occasion</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>Yearly change</source>
        <translation>年度更换</translation>
    </message>
    <message>
        <source>Somebody who knew the key has left</source>
        <translation>知悉密钥的人员离岗</translation>
    </message>
    <message>
        <source>A backup or computer was lost</source>
        <translation>备份或计算机遗失</translation>
    </message>
    <message>
        <source>The key was taken out for an inspection</source>
        <translation>因检查导出过密钥</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Say why a new data key is made.</source>
        <translation>请说明更换数据密钥的事由。</translation>
    </message>
    <message>
        <source>A new data key for the office: %1</source>
        <translation>更换本机构数据密钥：%1</translation>
    </message>
    <message>
        <source>“%1” cannot be read. Write: 2027-02-15..2027-02-21 off name, or: 2027-02-28 work</source>
        <translation>“%1”无法识别。请写成：2027-02-15..2027-02-21 休 节日名，或：2027-02-28 班</translation>
    </message>
    <message>
        <source>%1 lies in another year.</source>
        <translation>%1 不在该年度。</translation>
    </message>
    <message>
        <source>%1 is a working day without being named.</source>
        <translation>%1 本来就是工作日。</translation>
    </message>
    <message>
        <source>%1 is past: deadlines were counted with it.</source>
        <translation>%1 已过去，期限已按原日历计算。</translation>
    </message>
    <message>
        <source>Enter the days.</source>
        <translation>请录入日期。</translation>
    </message>
    <message>
        <source>Name the document it rests on.</source>
        <translation>请写明依据文件。</translation>
    </message>
    <message>
        <source>%1 stands there twice.</source>
        <translation>%1 重复。</translation>
    </message>
    <message>
        <source>The statutory day %1 is not among them.</source>
        <translation>缺少法定节日 %1。</translation>
    </message>
    <message>
        <source>Holiday calendar of a year</source>
        <translation>年度节假日安排</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年度</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>One line each: 2027-02-15..2027-02-21 off name – 2027-02-28 work</source>
        <translation>每行一条：2027-02-15..2027-02-21 休 节日名 – 2027-02-28 班</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Title and number of the document</source>
        <translation>文件名称与文号</translation>
    </message>
    <message>
        <source>Holiday calendar of %1</source>
        <translation>%1 年节假日安排</translation>
    </message>
    <message>
        <source>Choose two different posts.</source>
        <translation>请选择两个不同的岗位。</translation>
    </message>
    <message>
        <source>These posts exclude one another already.</source>
        <translation>这两个岗位已互不相容。</translation>
    </message>
    <message>
        <source>One person holds both posts: %1. End one of them first.</source>
        <translation>有人同时担任这两个岗位：%1。请先免去其一。</translation>
    </message>
    <message>
        <source>Posts that exclude one another</source>
        <translation>不相容岗位</translation>
    </message>
    <message>
        <source>One post</source>
        <translation>岗位一</translation>
    </message>
    <message>
        <source>Other post</source>
        <translation>岗位二</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>%1 and %2 exclude one another</source>
        <translation>%1与%2不相容</translation>
    </message>
    <message>
        <source>Then nobody could approve “%1” any more.</source>
        <translation>这样将无人可以审批“%1”。</translation>
    </message>
    <message>
        <source>The regulation keeps the post %1 from “%2” in “%3”; no county may give it.</source>
        <translation>按制度，岗位“%1”不得在“%3”中行使“%2”，本县不能授予。</translation>
    </message>
    <message>
        <source>An amount is not negative.</source>
        <translation>金额不能为负数。</translation>
    </message>
    <message>
        <source>Choose the kind of operations.</source>
        <translation>请选择业务类别。</translation>
    </message>
    <message>
        <source>The post has no such power.</source>
        <translation>该岗位没有这项权限。</translation>
    </message>
    <message>
        <source>%1 up to %2</source>
        <translation>%1，限额 %2</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>Kind of operations</source>
        <translation>业务类别</translation>
    </message>
    <message>
        <source>Letters of the matrix, such as MC</source>
        <translation>权限矩阵字母，如 MC</translation>
    </message>
    <message>
        <source>Empty: without a bound</source>
        <translation>不填：不限额</translation>
    </message>
    <message>
        <source>Set the power</source>
        <translation>设定权限</translation>
    </message>
    <message>
        <source>Withdraw the power</source>
        <translation>取消权限</translation>
    </message>
    <message>
        <source>Change of powers</source>
        <translation>权限调整</translation>
    </message>
    <message>
        <source>Withdraw the powers of %1 in “%2”</source>
        <translation>取消%1在“%2”中的权限</translation>
    </message>
    <message>
        <source>Powers of %1 in “%2”</source>
        <translation>%1在“%2”中的权限</translation>
    </message>
    <message>
        <source>A township&apos;s route has every step of the county&apos;s.</source>
        <translation>乡镇流程须包含县级流程的全部环节。</translation>
    </message>
    <message>
        <source>There is no such kind of operation.</source>
        <translation>没有这种业务。</translation>
    </message>
    <message>
        <source> (head)</source>
        <translation>（负责人）</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>流程</translation>
    </message>
    <message>
        <source>Filed with</source>
        <translation>备案岗位</translation>
    </message>
    <message>
        <source>One step in a line: make TC EN – recheck TR – approve DEP head</source>
        <translation>每行一个环节：经办 TC EN – 复核 TR – 审批 DEP；head 表示负责人</translation>
    </message>
    <message>
        <source>Posts, such as: AU IT</source>
        <translation>岗位代码，如：AU IT</translation>
    </message>
    <message>
        <source>Change of a route</source>
        <translation>流程调整</translation>
    </message>
    <message>
        <source>Route of “%1”</source>
        <translation>“%1”的流程</translation>
    </message>
    <message>
        <source>“%1” cannot be read. Write: %2</source>
        <translation>“%1”无法识别。写法：%2</translation>
    </message>
    <message>
        <source>From %1 to %2.</source>
        <translation>应在 %1 至 %2 之间。</translation>
    </message>
    <message>
        <source>Tiers rise from line to line: %1</source>
        <translation>档次须逐行递增：%1</translation>
    </message>
    <message>
        <source>The shares make 100 % together.</source>
        <translation>各方比例合计须为 100%。</translation>
    </message>
    <message>
        <source>Another value is in force %1; two at once cannot be.</source>
        <translation>另一数值的有效期为%1，不能同时有两个数值。</translation>
    </message>
    <message>
        <source>The value begins in the past. What was computed with the old one stays as it is.</source>
        <translation>生效日在过去；已按原数值计算的结果不变。</translation>
    </message>
    <message>
        <source>Choose one of the policy figures.</source>
        <translation>请选择政策参数。</translation>
    </message>
    <message>
        <source>This figure is one for the whole county.</source>
        <translation>该参数全县统一。</translation>
    </message>
    <message>
        <source>Policy figure</source>
        <translation>政策参数</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Empty: until the next value</source>
        <translation>不填：至下一数值生效</translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <translation>%1，自 %2 起</translation>
    </message>
    <message>
        <source>A route begins with the making.</source>
        <translation>流程第一个环节须为经办。</translation>
    </message>
    <message>
        <source>The steps follow in this order: make, recheck, review, approve, carry out.</source>
        <translation>环节顺序须为：经办、复核、审核、审批、执行。</translation>
    </message>
    <message>
        <source>The post %1 can never have the step “%2” in “%3”.</source>
        <translation>岗位“%1”在“%3”中不得担任“%2”。</translation>
    </message>
    <message>
        <source>None of the posts of the step “%1” has the power in force.</source>
        <translation>环节“%1”的岗位均无有效权限。</translation>
    </message>
    <message>
        <source>At least %1 different persons take part in “%2”.</source>
        <translation>“%2”至少须由 %1 人办理。</translation>
    </message>
    <message>
        <source>The route cannot omit the approval by %1.</source>
        <translation>流程不能省去 %1 的审批。</translation>
    </message>
    <message>
        <source>The route is filed with %1.</source>
        <translation>流程须报%1备案。</translation>
    </message>
    <message>
        <source>There is no post “%1”.</source>
        <translation>没有岗位“%1”。</translation>
    </message>
    <message>
        <source>“%1” is no step. Write one step in a line, such as: make TC EN</source>
        <translation>“%1”不是流程环节。每行写一个环节，如：经办 TC EN</translation>
    </message>
    <message>
        <source>Invent an operator</source>
        <translation>虚设操作员</translation>
    </message>
    <message>
        <source>Invent an insured person</source>
        <translation>虚设参保人</translation>
    </message>
    <message>
        <source>Credit an account without money</source>
        <translation>无款记账</translation>
    </message>
    <message>
        <source>Invent an insured person and credit the account</source>
        <translation>虚设参保人并记账</translation>
    </message>
    <message>
        <source>Change a route</source>
        <translation>擅改流程</translation>
    </message>
    <message>
        <source>Change a power</source>
        <translation>擅改权限</translation>
    </message>
    <message>
        <source>Change a policy figure</source>
        <translation>擅改政策参数</translation>
    </message>
    <message>
        <source>Founding certificate</source>
        <translation>业务系统初始化证书</translation>
    </message>
    <message>
        <source>Key slip of an operator</source>
        <translation>操作员密钥确认单</translation>
    </message>
    <message>
        <source>These posts do not exclude one another.</source>
        <translation>这两个岗位目前并非不相容岗位。</translation>
    </message>
    <message>
        <source>The regulation sets this pair; no county ends it.</source>
        <translation>该不相容岗位由实施细则规定，县级不得取消。</translation>
    </message>
    <message>
        <source>Add the pair</source>
        <translation>增加</translation>
    </message>
    <message>
        <source>End the pair</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>%1 and %2 no longer exclude one another</source>
        <translation>%1与%2不再列为不相容岗位</translation>
    </message>
    <message>
        <source>The deputy approves only what concerns the director himself; posts of others are the director&apos;s.</source>
        <translation>分管副主任只审批涉及主任本人的事项，其他人员的岗位由主任审批。</translation>
    </message>
    <message>
        <source>No posted change of powers stands behind it.</source>
        <translation>该权限没有对应的已生效权限变更业务。</translation>
    </message>
    <message>
        <source>The change is not filed with both audit and information.</source>
        <translation>该变更未同时报稽核和信息岗位备案。</translation>
    </message>
    <message>
        <source>The change is posted and changed no power.</source>
        <translation>该变更已生效，但未改变任何权限。</translation>
    </message>
    <message>
        <source>Powers: in force = founded + posted changes, each filed</source>
        <translation>权限：现行 = 建立时 + 已生效变更，且均已备案</translation>
    </message>
    <message>
        <source>Write how you made sure who asks for it.</source>
        <translation>请写明如何核实申请人身份。</translation>
    </message>
    <message>
        <source>Unlocking of an account</source>
        <translation>账号解锁</translation>
    </message>
    <message>
        <source>Unlock the account of %1</source>
        <translation>解锁%1的账号</translation>
    </message>
    <message>
        <source>Write letters: M make, C recheck, R review, A approve, X carry out, J joint statement, V look into.</source>
        <translation>请填写字母：M 经办、C 复核、R 审核、A 审批、X 执行、J 会签、V 查看。</translation>
    </message>
    <message>
        <source>A developer of the software holds no post here; this person holds: %1.</source>
        <translation>软件开发人员不得在本单位任岗；此人现任：%1。</translation>
    </message>
    <message>
        <source>Developer or seller of the software</source>
        <translation>软件开发或供应方人员</translation>
    </message>
    <message>
        <source>Say which computer the service runs on.</source>
        <translation>请填写登记服务所在的计算机。</translation>
    </message>
    <message>
        <source>The registrar has an open key. Close it first.</source>
        <translation>登记服务已有启用的密钥，请先停用。</translation>
    </message>
    <message>
        <source>The registrar has no open key.</source>
        <translation>登记服务没有启用的密钥。</translation>
    </message>
    <message>
        <source>Key of the registrar</source>
        <translation>登记服务密钥</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>计算机</translation>
    </message>
    <message>
        <source>Open the registrar&apos;s key on %1, fingerprint %2</source>
        <translation>启用登记服务（%1）的密钥，指纹 %2</translation>
    </message>
    <message>
        <source>Close the registrar&apos;s key</source>
        <translation>停用登记服务的密钥</translation>
    </message>
    <message>
        <source>Open a key of the county&apos;s service</source>
        <translation>启用县登记服务的密钥</translation>
    </message>
    <message>
        <source>Monday to Friday at %1</source>
        <translation>周一至周五 %1</translation>
    </message>
    <message>
        <source>every day at %1</source>
        <translation>每日 %1</translation>
    </message>
    <message>
        <source>Write the whole path of a folder: /…</source>
        <translation>请填写文件夹的完整路径：/…</translation>
    </message>
    <message>
        <source>There is no plan to end.</source>
        <translation>没有可以终止的计划。</translation>
    </message>
    <message>
        <source>Write the time as hours and minutes: 01:30</source>
        <translation>请按时、分填写时间：01:30</translation>
    </message>
    <message>
        <source>Without a second place a fire or a thief takes books and backups.</source>
        <translation>没有异地存放处，火灾或失窃会使账册与备份同时丢失。</translation>
    </message>
    <message>
        <source>Plan of the backups</source>
        <translation>备份计划</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>存放处</translation>
    </message>
    <message>
        <source>Second place</source>
        <translation>异地存放处</translation>
    </message>
    <message>
        <source>How many are kept</source>
        <translation>保留份数</translation>
    </message>
    <message>
        <source>Warn when older than, hours</source>
        <translation>超过多少小时提示</translation>
    </message>
    <message>
        <source>What is done</source>
        <translation>办理事项</translation>
    </message>
    <message>
        <source>Set the plan</source>
        <translation>制定计划</translation>
    </message>
    <message>
        <source>End the plan</source>
        <translation>终止计划</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>每日时间</translation>
    </message>
    <message>
        <source>Hours and minutes: 01:30</source>
        <translation>时、分：01:30</translation>
    </message>
    <message>
        <source>From Monday to Friday only</source>
        <translation>仅周一至周五</translation>
    </message>
    <message>
        <source>Folder on the server</source>
        <translation>服务器上的文件夹</translation>
    </message>
    <message>
        <source>Folder on another disk or machine</source>
        <translation>另一磁盘或另一台机器上的文件夹</translation>
    </message>
    <message>
        <source>End the plan of the backups</source>
        <translation>终止备份计划</translation>
    </message>
    <message>
        <source>Backups %1, %2 kept</source>
        <translation>备份：%1，保留 %2 份</translation>
    </message>
    <message>
        <source>The journal knows no backup with this head.</source>
        <translation>操作日志中没有这一末条摘要值的备份。</translation>
    </message>
    <message>
        <source>The second person present is another one.</source>
        <translation>在场见证人须为另一人。</translation>
    </message>
    <message>
        <source>The backup did not prove whole. Write what is done about it.</source>
        <translation>备份不完整，请写明如何处理。</translation>
    </message>
    <message>
        <source>whole</source>
        <translation>完整</translation>
    </message>
    <message>
        <source>not whole</source>
        <translation>不完整</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Drilled on</source>
        <translation>演练日期</translation>
    </message>
    <message>
        <source>Journal entries in it</source>
        <translation>所含日志条数</translation>
    </message>
    <message>
        <source>Hash of its newest</source>
        <translation>末条摘要值</translation>
    </message>
    <message>
        <source>Rows compared</source>
        <translation>比对记录数</translation>
    </message>
    <message>
        <source>Sums compared</source>
        <translation>比对金额</translation>
    </message>
    <message>
        <source>Violations found</source>
        <translation>发现问题数</translation>
    </message>
    <message>
        <source>Tables that differ</source>
        <translation>不一致的数据表</translation>
    </message>
    <message>
        <source>Seconds it took</source>
        <translation>用时（秒）</translation>
    </message>
    <message>
        <source>Second person present</source>
        <translation>在场见证人</translation>
    </message>
    <message>
        <source>Restore drill</source>
        <translation>备份恢复演练</translation>
    </message>
    <message>
        <source>Restore drill of %1, up to entry %2: %3</source>
        <translation>%1 备份恢复演练，至第 %2 条：%3</translation>
    </message>
    <message>
        <source>Certificate of the restore drill</source>
        <translation>备份恢复演练证明</translation>
    </message>
    <message>
        <source>No stick is registered for this account.</source>
        <translation>该账号没有登记密钥盘。</translation>
    </message>
    <message>
        <source>The post %1 signs with a key on a stick. Register the new stick in place of this one.</source>
        <translation>岗位“%1”须用密钥盘签名。请直接登记新的密钥盘以替换这一个。</translation>
    </message>
    <message>
        <source>Enter the number that is written on the stick.</source>
        <translation>请填写密钥盘上的编号。</translation>
    </message>
    <message>
        <source>This stick is registered already.</source>
        <translation>该密钥盘已登记。</translation>
    </message>
    <message>
        <source>This stick is registered for somebody else.</source>
        <translation>该密钥盘已登记给其他人。</translation>
    </message>
    <message>
        <source>Number of the stick</source>
        <translation>密钥盘编号</translation>
    </message>
    <message>
        <source>Register key stick %1 for %2</source>
        <translation>为%2登记密钥盘 %1</translation>
    </message>
    <message>
        <source>Withdraw the key stick of %1</source>
        <translation>收回%1的密钥盘</translation>
    </message>
    <message>
        <source>Register a stick</source>
        <translation>登记密钥盘</translation>
    </message>
    <message>
        <source>Withdraw the stick</source>
        <translation>收回密钥盘</translation>
    </message>
    <message>
        <source>As it is written on the stick</source>
        <translation>以盘上所写编号为准</translation>
    </message>
    <message>
        <source>Key stick of an operator</source>
        <translation>操作员密钥盘</translation>
    </message>
    <message>
        <source>No key stick is registered for: %1. Register the sticks first.</source>
        <translation>以下人员尚未登记密钥盘：%1。请先登记。</translation>
    </message>
    <message>
        <source>The second place is another one.</source>
        <translation>异地存放处须与存放处不同。</translation>
    </message>
    <message>
        <source>This day has not come yet.</source>
        <translation>这一天尚未到来。</translation>
    </message>
    <message>
        <source>No figure is below zero.</source>
        <translation>数字不能小于零。</translation>
    </message>
    <message>
        <source>The post %1 signs with a key on a stick, and none is registered for this account. Register it first.</source>
        <translation>%1岗位使用密钥盘签署，而该账号尚未登记密钥盘。请先登记。</translation>
    </message>
    <message>
        <source>such as 30; older ones are removed</source>
        <translation>例如 30，更早的自动删除</translation>
    </message>
    <message>
        <source>such as 30 for one each day</source>
        <translation>例如每天一份填 30</translation>
    </message>
</context>
<context>
    <name>AdministrationPages</name>
    <message>
        <source>whole county</source>
        <translation>全县</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>may sign in</source>
        <translation>可登录</translation>
    </message>
    <message>
        <source>no key yet</source>
        <translation>未制密钥</translation>
    </message>
    <message>
        <source>Operators</source>
        <translation>操作人员</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>在列表中筛选</translation>
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
        <source>Posts</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>启用日期</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>%1 (head)</source>
        <translation>%1（负责人）</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>已终止</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>Who holds which post</source>
        <translation>岗位任职</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>操作人员</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>科室</translation>
    </message>
    <message>
        <source>Division</source>
        <translation>管辖区划</translation>
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
        <source>view</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Powers of the posts</source>
        <translation>岗位权限</translation>
    </message>
    <message>
        <source>changed only by an operation of their own</source>
        <translation>只能通过专门业务变更</translation>
    </message>
    <message>
        <source>Business</source>
        <translation>业务</translation>
    </message>
    <message>
        <source>May</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>Up to (yuan)</source>
        <translation>金额上限（元）</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Routes of the operations</source>
        <translation>业务流程</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>情形</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>办理步骤</translation>
    </message>
    <message>
        <source>Filed with</source>
        <translation>备案岗位</translation>
    </message>
    <message>
        <source>Print a one-time code…</source>
        <translation>打印一次性口令码…</translation>
    </message>
    <message>
        <source>Confirm the new key…</source>
        <translation>确认新密钥…</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>about a deputy</source>
        <translation>涉及分管副主任</translation>
    </message>
    <message>
        <source>about an administrator</source>
        <translation>涉及管理员</translation>
    </message>
    <message>
        <source>by the director</source>
        <translation>主任授权</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>with a difference</source>
        <translation>有长短款</translation>
    </message>
    <message>
        <source>of a township</source>
        <translation>乡镇</translation>
    </message>
    <message>
        <source>of a township, with a difference</source>
        <translation>乡镇，有长短款</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Who could do what</source>
        <translation>谁能办什么</translation>
    </message>
    <message>
        <source>Hands for each route</source>
        <translation>流程人员配备</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无人</translation>
    </message>
    <message>
        <source>, delegated by %1</source>
        <translation>，由%1授权</translation>
    </message>
    <message>
        <source>/</source>
        <translation>、</translation>
    </message>
    <message>
        <source>enough</source>
        <translation>人员足够</translation>
    </message>
    <message>
        <source>too few persons</source>
        <translation>人员不足</translation>
    </message>
    <message>
        <source>Person, post, business or step</source>
        <translation>人员、岗位、业务或环节</translation>
    </message>
    <message>
        <source>This power stands in the founding plan.</source>
        <translation>该权限由建库方案设定。</translation>
    </message>
    <message>
        <source>as many different persons as steps are needed</source>
        <translation>每个环节须由不同人员办理</translation>
    </message>
    <message>
        <source>Person, business or division</source>
        <translation>人员、业务或辖区</translation>
    </message>
    <message>
        <source>Who could take the steps</source>
        <translation>各环节可办理人员</translation>
    </message>
    <message>
        <source>usual case</source>
        <translation>一般情形</translation>
    </message>
</context>
<context>
    <name>CodeSlip</name>
    <message>
        <source>One-time code for the first sign-in</source>
        <translation>首次登录一次性口令码</translation>
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
        <source>One-time code</source>
        <translation>一次性口令码</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>生成日期</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>使用方法</translation>
    </message>
    <message>
        <source>Start the program, choose “First sign-in with a printed code”, type account and code, choose an own password.</source>
        <translation>启动程序，选择“凭一次性口令码首次登录”，输入账号和口令码，自设本人口令。</translation>
    </message>
    <message>
        <source>Give it to nobody but its holder; destroy it after use.</source>
        <translation>仅交本人，用后销毁。</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>A code for %1 was made.</source>
        <translation>已为%1生成一次性口令码。</translation>
    </message>
</context>
</TS>
