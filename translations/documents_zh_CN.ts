<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Documents</name>
    <message>
        <source>A character of “%1” is in no installed font. Install a font with rare characters before printing.</source>
        <translation>“%1”中有字库没有的字，请先安装含生僻字的字库再打印。</translation>
    </message>
</context>
</TS>
