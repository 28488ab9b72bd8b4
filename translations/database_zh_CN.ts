<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Database</name>
    <message>
        <source>This is not an office file of this program.</source>
        <translation>这不是本程序的数据文件。</translation>
    </message>
    <message>
        <source>A newer version of the program has written this office file. Install that version.</source>
        <translation>该数据文件由更新版本的程序写入，请安装该版本。</translation>
    </message>
    <message>
        <source>The office file is damaged. Restore the last backup; nothing is written to the damaged file.</source>
        <translation>数据文件已损坏，请恢复最近的备份；损坏的文件不会再被写入。</translation>
    </message>
    <message>
        <source>The office file or its folder cannot be written. Ask for the right to write there.</source>
        <translation>数据文件或所在目录不可写，请申请写入权限。</translation>
    </message>
    <message>
        <source>The disk is full. Nothing was changed; make room and try again.</source>
        <translation>磁盘已满，未作任何改动；请腾出空间后再试。</translation>
    </message>
    <message>
        <source>Another program is writing to the office file and does not finish. Try again in a moment.</source>
        <translation>另一个程序正在写入数据文件且没有结束，请稍后再试。</translation>
    </message>
    <message>
        <source>The folder is on a network share, where an office file is not safe. Use a local disk, or the county server.</source>
        <translation>该目录在网络共享上，存放数据文件不安全；请使用本机磁盘或县级服务器。</translation>
    </message>
    <message>
        <source>The books do not allow this change: the row exists already or has been closed.</source>
        <translation>账簿不允许这一改动：该行已存在或已关闭。</translation>
    </message>
    <message>
        <source>The books do not allow this statement.</source>
        <translation>账簿不允许这一语句。</translation>
    </message>
    <message>
        <source>The office file is not there.</source>
        <translation>数据文件不存在。</translation>
    </message>
    <message>
        <source>The work was cancelled. Nothing was changed.</source>
        <translation>工作已取消，未作任何改动。</translation>
    </message>
    <message>
        <source>The office file could not be read or written.</source>
        <translation>数据文件无法读写。</translation>
    </message>
    <message>
        <source>The upgrade of the office file failed and nothing was changed. The former version of the program still opens it.</source>
        <translation>业务库升级失败，数据未作任何改动，原版程序仍可打开。</translation>
    </message>
    <message>
        <source>The disk reports a failure. Nothing was changed; have the disk checked and keep the last backup safe.</source>
        <translation>磁盘报告故障，数据未作改动。请检修磁盘，并妥善保管最近的备份。</translation>
    </message>
    <message>
        <source>The key does not open this office file: key file and office file are not of the same time, or the file&apos;s first page is damaged.</source>
        <translation>密钥打不开这个数据文件：密钥文件与数据文件不是同一时期的，或文件首页已损坏。</translation>
    </message>
    <message>
        <source>The key file office.slots is damaged or was edited, so nobody can sign in. Put the .slots file of the newest backup in its place; the books themselves are untouched.</source>
        <translation>密钥文件 office.slots 已损坏或被改动，无法登录。请用最近备份的 .slots 文件替换；账务数据本身未受影响。</translation>
    </message>
    <message>
        <source>%1 cannot be written. Nothing was written; take a folder that is there and that you may write to.</source>
        <translation>无法写入 %1，未写出任何内容。请选择已存在且有写入权限的文件夹。</translation>
    </message>
    <message>
        <source>The county server does not answer. Nothing was changed; what you typed is kept. Try again when the network is back.</source>
        <translation>县级服务器没有应答。没有任何改动，已录入的内容仍保留。请在网络恢复后重试。</translation>
    </message>
    <message>
        <source>The county server does not let this account in.</source>
        <translation>县级服务器不允许该账号进入。</translation>
    </message>
    <message>
        <source>This is not the county server that this PC knows: its certificate is another one. No password was sent.</source>
        <translation>这不是本机所登记的县级服务器：证书不一致。口令未发送。</translation>
    </message>
    <message>
        <source>The county server is there, but its service does not answer. What you typed is kept; hand in again in a moment: nothing is entered twice.</source>
        <translation>县级服务器可以连接，但登记服务没有应答。已录入的内容都在，请稍后重新提交，不会重复登记。</translation>
    </message>
    <message>
        <source>The file office.county, which says where the county server is, is damaged or was edited. Copy it anew from the server.</source>
        <translation>说明县级服务器所在的文件 office.county 已损坏或被改动，请从服务器重新复制。</translation>
    </message>
    <message>
        <source>The county server runs another version of the program than this PC. Install the version that the server has; nothing was changed.</source>
        <translation>县级服务器上的程序与本机不是同一版本。请安装与服务器相同的版本；未作任何更改。</translation>
    </message>
</context>
</TS>
