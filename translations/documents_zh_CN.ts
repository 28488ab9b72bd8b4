<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Documents</name>
    <message>
        <source>The character %1 in “%2” is in no installed font. Install a font with rare characters before printing.</source>
        <translation>本机字体中没有“%2”里的字符 %1，请先安装生僻字字体再打印。</translation>
    </message>
    <message>
        <source>The printer does not take the page. Is it switched on?</source>
        <translation>打印机未接收页面，请检查是否已开机、连接。</translation>
    </message>
    <message>
        <source>The cross stands 20 mm from the left and from the upper edge. Measure it; the difference is the shift.</source>
        <translation>十字应距左边和上边各 20 毫米，实测差值即为偏移量。</translation>
    </message>
    <message>
        <source>“%1” is too long for its place on the paper. Shorten it.</source>
        <translation>“%1”过长，表单上放不下，请缩短后再打印。</translation>
    </message>
    <message>
        <source>%1 version %2</source>
        <translation>%1 第%2版</translation>
    </message>
    <message>
        <source>page %1 of %2</source>
        <translation>第%1页 共%2页</translation>
    </message>
</context>
</TS>
