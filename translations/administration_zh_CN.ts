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
</context>
</TS>
