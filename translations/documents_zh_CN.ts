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
</context>
</TS>
