<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Template</name>
    <message>
        <source>There is no operation of this number.</source>
        <translation>没有该编号的业务。</translation>
    </message>
    <message>
        <source>Minutes name who attended and what was decided.</source>
        <translation>会议纪要须写明参加人员和决定事项。</translation>
    </message>
    <message>
        <source>Minutes of a collective decision</source>
        <translation>集体决策会议纪要</translation>
    </message>
    <message>
        <source>Number of the operation</source>
        <translation>业务编号</translation>
    </message>
    <message>
        <source>Who attended</source>
        <translation>参加人员</translation>
    </message>
    <message>
        <source>What was decided</source>
        <translation>决定事项</translation>
    </message>
    <message>
        <source>Decision on operation %1</source>
        <translation>对第%1号业务的决定</translation>
    </message>
    <message>
        <source>The thing of this loan is not out.</source>
        <translation>该笔借用的物品不在借出状态。</translation>
    </message>
    <message>
        <source>Destruction of a lent thing</source>
        <translation>借出物品销毁</translation>
    </message>
    <message>
        <source>Number of the loan</source>
        <translation>借用业务编号</translation>
    </message>
    <message>
        <source>%1 is destroyed</source>
        <translation>销毁%1</translation>
    </message>
    <message>
        <source>Write what happened.</source>
        <translation>请填写发生的事项。</translation>
    </message>
    <message>
        <source>A line notes what has happened.</source>
        <translation>登记只记录已发生的事项。</translation>
    </message>
    <message>
        <source>There is no such line.</source>
        <translation>没有该登记行。</translation>
    </message>
    <message>
        <source>Line of the duty book</source>
        <translation>值班登记</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Corrects the line</source>
        <translation>更正登记行</translation>
    </message>
    <message>
        <source>Duty book, %1: %2</source>
        <translation>值班登记，%1：%2</translation>
    </message>
    <message>
        <source>Say what is lent.</source>
        <translation>请填写借用物品。</translation>
    </message>
    <message>
        <source>%1 is with somebody already.</source>
        <translation>%1已借出。</translation>
    </message>
    <message>
        <source>Choose somebody with an open account.</source>
        <translation>请选择账号有效的人员。</translation>
    </message>
    <message>
        <source>%1 holds another thing of “%2”; these are kept apart.</source>
        <translation>%1已保管“%2”中的另一件，须分人保管。</translation>
    </message>
    <message>
        <source>Say by which day it comes back.</source>
        <translation>请填写归还期限。</translation>
    </message>
    <message>
        <source>That is more than %1 days. Write why.</source>
        <translation>借用超过%1天，请说明理由。</translation>
    </message>
    <message>
        <source>Is with</source>
        <translation>由谁保管</translation>
    </message>
    <message>
        <source>the office</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Thing</source>
        <translation>物品</translation>
    </message>
    <message>
        <source>Kept apart from</source>
        <translation>分管组别</translation>
    </message>
    <message>
        <source>Lent to</source>
        <translation>借用人</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>价值</translation>
    </message>
    <message>
        <source>Back by</source>
        <translation>归还期限</translation>
    </message>
    <message>
        <source>Things of one name here are never with one person</source>
        <translation>同一组别的物品不得由一人保管</translation>
    </message>
    <message>
        <source>Lending of a thing</source>
        <translation>物品借用</translation>
    </message>
    <message>
        <source>%1 is lent to %2</source>
        <translation>%1借给%2</translation>
    </message>
</context>
</TS>
