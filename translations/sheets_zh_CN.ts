<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Sheets</name>
    <message>
        <source>This system cannot read GB18030. Save the file as UTF-8.</source>
        <translation>本机无法识别 GB18030 编码。请将文件另存为 UTF-8。</translation>
    </message>
    <message>
        <source>The file is neither UTF-8 nor GB18030 text. Save it as CSV (UTF-8) or as .xlsx.</source>
        <translation>文件既不是 UTF-8 也不是 GB18030 编码的文本。请另存为 CSV（UTF-8）或 .xlsx。</translation>
    </message>
    <message>
        <source>There are more columns or longer texts than an import can take.</source>
        <translation>列数过多或单元格内容过长，超出导入所能接受的范围。</translation>
    </message>
    <message>
        <source>A quotation mark is not closed.</source>
        <translation>引号没有成对。</translation>
    </message>
    <message>
        <source>The sheet has too many rows.</source>
        <translation>工作表行数过多。</translation>
    </message>
    <message>
        <source>Row %1: %2</source>
        <translation>第%1行：%2</translation>
    </message>
    <message>
        <source>The file cannot be opened: %1</source>
        <translation>文件无法打开：%1</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>文件是空的。</translation>
    </message>
    <message>
        <source>This is an old .xls workbook or one with a password. Open it and save it as .xlsx without a password.</source>
        <translation>这是旧版 .xls 工作簿，或设有密码。请打开后另存为不带密码的 .xlsx。</translation>
    </message>
    <message>
        <source>The file cannot be written: %1 (%2)</source>
        <translation>文件无法写入：%1（%2）</translation>
    </message>
    <message>
        <source>The workbook&apos;s content is damaged. Open it and save it again.</source>
        <translation>工作簿内容已损坏。请打开后重新保存。</translation>
    </message>
    <message>
        <source>The workbook has no sheet.</source>
        <translation>工作簿中没有工作表。</translation>
    </message>
    <message>
        <source>The workbook has no sheet “%1”.</source>
        <translation>工作簿中没有工作表“%1”。</translation>
    </message>
    <message>
        <source>This is no .xlsx workbook. Open it and save it as .xlsx.</source>
        <translation>这不是 .xlsx 工作簿。请打开后另存为 .xlsx。</translation>
    </message>
    <message>
        <source>The workbook is damaged or cut short. Open it and save it again.</source>
        <translation>工作簿已损坏或不完整。请打开后重新保存。</translation>
    </message>
    <message>
        <source>The workbook unpacks to more than a sheet of this office can be.</source>
        <translation>工作簿解压后过大，超出可接受的范围。</translation>
    </message>
    <message>
        <source>The file has a password. Save it without one.</source>
        <translation>文件设有密码。请取消密码后保存。</translation>
    </message>
</context>
</TS>
