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
        <source>This is no date.</source>
        <translation>日期无效。</translation>
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
</context>
</TS>
