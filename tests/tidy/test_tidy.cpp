// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdio>

namespace {

const QString root = QStringLiteral(JUBAO_SOURCE_DIR);

struct Source {
    QString path; ///< below the repository
    QString text;
};

QList<Source> sources(const QStringList &folders, const QStringList &patterns)
{
    QList<Source> list;
    for (const QString &folder : folders) {
        QDirIterator files(root + u'/' + folder, patterns, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly))
                list.append(
                    {file.fileName().mid(root.size() + 1), QString::fromUtf8(file.readAll())});
        }
    }
    REQUIRE_FALSE(list.isEmpty());
    return list;
}

QList<Source> code()
{
    return sources({"modules", "app", "tests"}, {"*.cpp", "*.h"});
}

/** The cells of tests/tidy/requirements.csv, without its heading. */
QList<QStringList> requirementRows()
{
    QFile table(root + "/tests/tidy/requirements.csv");
    REQUIRE(table.open(QIODevice::ReadOnly));
    QList<QStringList> rows;
    const QStringList lines = QString::fromUtf8(table.readAll()).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines.mid(1))
        rows.append(line.split(u','));
    return rows;
}

/** Files that may be longer than the rest, each with its reason. */
const QMap<QString, QString> longFiles{
    {"modules/operations/verify.cpp",
     "one pass over the office: all parts read the same folded journal"}};

} // namespace

TEST_CASE("Every source names its licence and stays readable in length")
{
    for (const Source &source : code()) {
        CAPTURE(source.path.toStdString());
        CHECK(source.text.contains("SPDX-License-Identifier: GPL-3.0-or-later"));
        if (!longFiles.contains(source.path))
            CHECK(source.text.count(u'\n') <= 620);
        if (source.path.endsWith(".h"))
            CHECK(source.text.contains("#pragma once"));
    }
}

TEST_CASE("No mark of unfinished work, no call that has a better one")
{
    struct Banned {
        QRegularExpression pattern;
        QString instead;
        QStringList allowed;
    };
    const QList<Banned> banned{
        {QRegularExpression("\\b(TO"
                            "DO|FIX"
                            "ME|XX"
                            "X)\\b"),
         "finish it, or write it into an issue",
         {}},
        {QRegularExpression("\\bQSqlQuery\\b"), "jubao::Query", {}},
        {QRegularExpression("sqlite3_"),
         "jubao::Database",
         {"modules/database/", "tests/support/database_tool."}},
        {QRegularExpression("\\bQMessageBox\\b"),
         "words at the field, or a dialog of the desk",
         {"app/desktop/"}},
        {QRegularExpression("currentDateTime"),
         "the office's clock",
         {"modules/core/clock.cpp", "modules/database/migrations.cpp", "app/ctl/"}},
        {QRegularExpression("\\b(double|float)\\b"),
         "Money, or an exact rate",
         {"modules/desk/", "modules/documents/", "tests/"}},
        {QRegularExpression("#include <QtNetwork|QTcpSocket|QNetworkAccess"),
         "no network outside the hub",
         {}},
    };
    for (const Source &source : code()) {
        if (source.path.startsWith("tests/tidy/"))
            continue;
        QString text = source.text;
        text.remove(QRegularExpression("//[^\n]*"));
        text.remove(
            QRegularExpression("/\\*.*?\\*/", QRegularExpression::DotMatchesEverythingOption));
        for (const Banned &ban : banned) {
            bool allowed = false;
            for (const QString &prefix : ban.allowed)
                allowed = allowed || source.path.startsWith(prefix);
            const QRegularExpressionMatch match =
                ban.pattern.match(ban.instead.startsWith("finish") ? source.text : text);
            if (match.hasMatch() && !allowed)
                FAIL_CHECK(source.path.toStdString() << ": " << match.captured().toStdString()
                                                     << " – use " << ban.instead.toStdString());
        }
    }
}

TEST_CASE("A room includes only what lies below it")
{
    const QMap<QString, QStringList> mayUse{
        {"core", {"core"}},
        {"database", {"core", "database"}},
        {"sheets", {"core", "sheets"}},
        {"operations", {"core", "database", "sheets", "operations"}},
        {"documents", {"core", "database", "sheets", "operations", "documents"}},
        {"desk", {"core", "database", "sheets", "operations", "documents", "desk"}},
    };
    static const QRegularExpression include("#include \"([a-z_]+)/");
    for (const Source &source : sources({"modules"}, {"*.cpp", "*.h"})) {
        const QString room = source.path.section(u'/', 1, 1);
        QStringList allowed =
            mayUse.value(room, {"core", "database", "sheets", "operations", room});
        if (source.path.section(u'/', 2, 2) == "pages")
            allowed += {"documents", "desk"};
        for (auto it = include.globalMatch(source.text); it.hasNext();) {
            const QString used = it.next().captured(1);
            if (!allowed.contains(used))
                FAIL_CHECK(source.path.toStdString()
                           << " looks up or sideways to " << used.toStdString());
        }
    }
}

TEST_CASE("No test hides behind its own name")
{
    // CTest splits names at semicolons: such a case would be asked for by half its name and never
    // run.
    static const QRegularExpression name("TEST_CASE\\(\\s*\"([^\"]*)\"");
    for (const Source &source : sources({"tests"}, {"*.cpp"})) {
        for (auto it = name.globalMatch(source.text); it.hasNext();) {
            const QString title = it.next().captured(1);
            if (title.contains(u';'))
                FAIL_CHECK(source.path.toStdString() << ": " << title.toStdString());
        }
    }
}

TEST_CASE("Each test that the security paper names is there")
{
    static const QRegularExpression title("TEST_CASE\\(\\s*((?:\"(?:[^\"\\\\]|\\\\.)*\"\\s*)+)");
    static const QRegularExpression seam("\"\\s*\"");
    QStringList titles;
    for (const Source &source : sources({"tests"}, {"*.cpp"})) {
        for (auto it = title.globalMatch(source.text); it.hasNext();)
            titles.append(it.next().captured(1).trimmed().mid(1).replace(seam, QString()));
    }
    QFile paper(root + "/SECURITY.md");
    REQUIRE(paper.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(paper.readAll());
    static const QRegularExpression quoted(QStringLiteral("“([^”]*)”"));
    int named = 0;
    for (auto it = quoted.globalMatch(text); it.hasNext(); ++named) {
        const QString name = it.next().captured(1);
        if (std::none_of(titles.begin(), titles.end(),
                         [&name](const QString &each) { return each.startsWith(name); }))
            FAIL_CHECK(name.toStdString());
    }
    CHECK(named > 40);
}

TEST_CASE("Every text is translated")
{
    for (const Source &source : sources({"translations"}, {"*.ts"})) {
        CAPTURE(source.path.toStdString());
        CHECK_FALSE(source.text.contains("type=\"unfinished\""));
        CHECK_FALSE(source.text.contains("type=\"vanished\""));
        static const QRegularExpression pair(
            "<source>(.*?)</source>\\s*<translation>(.*?)</translation>",
            QRegularExpression::DotMatchesEverythingOption);
        for (auto it = pair.globalMatch(source.text); it.hasNext();) {
            const QRegularExpressionMatch match = it.next();
            for (const char *place : {"%1", "%2", "%3", "%4"}) {
                if (match.captured(1).contains(QLatin1String(place))
                    != match.captured(2).contains(QLatin1String(place)))
                    FAIL_CHECK(match.captured(1).toStdString() << " loses " << place);
            }
        }
    }
}

TEST_CASE("Every refusal of the catalogue is tried by a test")
{
    QFile catalogue(root + "/modules/operations/refusals.cpp");
    REQUIRE(catalogue.open(QIODevice::ReadOnly));
    QString tests;
    for (const Source &source : sources({"tests"}, {"*.cpp"})) {
        if (!source.path.startsWith("tests/tidy/"))
            tests += source.text;
    }
    static const QRegularExpression row("\\{\"([A-Z][A-Z_]+)\",\\s*QT_TRANSLATE_NOOP");
    int rows = 0;
    for (auto it = row.globalMatch(QString::fromUtf8(catalogue.readAll())); it.hasNext(); ++rows) {
        const QString code = it.next().captured(1);
        if (!tests.contains(u'"' + code + u'"'))
            FAIL_CHECK("no test tries the refusal " << code.toStdString());
    }
    CHECK(rows > 40);
}

TEST_CASE("Every refusal and finding of the business rooms is tried by a test")
{
    QString tests;
    for (const Source &source : sources({"tests"}, {"*.cpp"})) {
        if (!source.path.startsWith("tests/tidy/"))
            tests += source.text;
    }
    // Codes are the only words of this shape in a domain: two parts at least, in capitals.
    static const QRegularExpression code("\"([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\"");
    QSet<QString> codes;
    for (const Source &source : sources({"modules"}, {"*.cpp"})) {
        if (source.path.section(u'/', 2, 2) != "domain")
            continue;
        for (auto it = code.globalMatch(source.text); it.hasNext();)
            codes.insert(it.next().captured(1));
    }
    CHECK(codes.size() > 100);
    for (const QString &each : std::as_const(codes)) {
        if (!tests.contains(u'"' + each + u'"'))
            FAIL_CHECK("no test tries the finding " << each.toStdString());
    }
}

TEST_CASE("No script, no macro, no console in the programs [SEC-06]")
{
    // The sources of the programs: nothing that runs text as a program, and no other program. The
    // bench alone starts itself again, to measure its memory, and a county to measure: the database
    // server's own tools and jubao-hub, by fixed words.
    static const QSet<QString> bench{"app/ctl/bench.cpp", "app/ctl/bench_county.cpp",
                                     "app/ctl/bench_county.h", "app/ctl/bench_server.cpp"};
    static const QRegularExpression runs(
        "\\b(QProcess|QJSEngine|QQmlEngine|QScriptEngine|QLibrary|popen|dlopen|posix_spawn|"
        "execl[pe]?|execv[pe]?|fork)\\b|\\bsystem\\s*\\(");
    for (const Source &source : sources({"modules", "app"}, {"*.cpp", "*.h"})) {
        const QRegularExpressionMatch match = runs.match(source.text);
        if (match.hasMatch() && !bench.contains(source.path))
            FAIL_CHECK(source.path.toStdString()
                       << " can run something: " << match.captured().toStdString());
    }
    // What they are linked with: every library by name, none of them an interpreter.
    const QSet<QString> known{"Qt6::Core",
                              "Qt6::Gui",
                              "Qt6::Widgets",
                              "Qt6::Network",
                              "Qt6::PrintSupport",
                              "Qt6::Svg",
                              "Qt6::Pdf",
                              "Qt6::PdfWidgets",
                              "Qt6::Test",
                              "Qt6::lrelease",
                              "OpenSSL::Crypto",
                              "Threads::Threads",
                              "PkgConfig::BOTAN",
                              "PkgConfig::ICU",
                              "PkgConfig::LIBZIP",
                              "PkgConfig::QPDF",
                              "PostgreSQL::PostgreSQL",
                              "PkgConfig::SYSTEMD",
                              "PkgConfig::XLSXWRITER"};
    static const QRegularExpression linked("\\b([A-Z]\\w+::\\w+)");
    for (const Source &source :
         sources({"modules", "app", "packaging"}, {"CMakeLists.txt", "*.cmake"})) {
        for (auto it = linked.globalMatch(source.text); it.hasNext();) {
            const QString library = it.next().captured(1);
            if (!known.contains(library) && library != "Catch2::Catch2")
                FAIL_CHECK(source.path.toStdString() << " links " << library.toStdString());
        }
    }
    // What jubaoctl can be told to do: no verb that takes a statement or a script.
    static const QRegularExpression command(
        "QStringLiteral\\(\"([a-z-]+)\"\\), \\d+, \\w+Command\\}");
    int commands = 0;
    for (const Source &source : sources({"app/ctl"}, {"*.cpp"})) {
        for (auto it = command.globalMatch(source.text); it.hasNext(); ++commands) {
            const QString verb = it.next().captured(1);
            for (const char *banned :
                 {"sql", "exec", "run", "eval", "script", "macro", "shell", "query"})
                CHECK_FALSE(verb.contains(QLatin1String(banned)));
        }
    }
    CHECK(commands > 25);
}

TEST_CASE("The requirement table is whole: sorted, without a gap, each row with room and words")
{
    const QStringList rooms{
        "core",     "database",      "operations", "documents",   "desk",          "enrollment",
        "accounts", "contributions", "benefits",   "finance",     "archives",      "petitions",
        "seals",    "office",        "statistics", "supervision", "administration"};
    QMap<QString, int> last;
    QString before;
    const QList<QStringList> rows = requirementRows();
    for (const QStringList &row : rows) {
        CAPTURE(row.join(u',').toStdString());
        REQUIRE(row.size() == 4);
        CHECK(before < row[0]);
        before = row[0];
        const QString group = row[0].section(u'-', 0, 0);
        CHECK(row[0].section(u'-', 1).toInt() == last.value(group) + 1);
        ++last[group];
        CHECK(rooms.contains(row[1]));
        CHECK((row[2] == "tested" || row[2] == "partial" || row[2] == "later"));
        CHECK(row[3].size() > 8);
    }
}

TEST_CASE("The service's unit keeps it from the network and lets it see the machine's addresses "
          "[SEC-11]")
{
    const QList<Source> units = sources({"packaging"}, {"jubao-hub.service"});
    const QStringList lines = units.first().text.split(u'\n');
    for (const char *line :
         {"RestrictAddressFamilies=AF_UNIX AF_NETLINK", "IPAddressDeny=any", "User=jubao",
          "NoNewPrivileges=yes", "CapabilityBoundingSet=", "ProtectSystem=strict",
          "ProtectHome=yes", "LimitDATA=1536M", "MemoryMax=2G", "LimitCORE=0"}) {
        INFO(line);
        CHECK(lines.contains(QLatin1String(line)));
    }
    CHECK_FALSE(units.first().text.contains("PrivateNetwork"));
}

TEST_CASE("Each entry of housekeeping has a title in the journal")
{
    const QString rules = sources({"modules/operations"}, {"verify_derived.cpp"}).first().text;
    const QString titles = sources({"modules/supervision"}, {"journal_query.cpp"}).first().text;
    static const QRegularExpression kind("\\{\"([a-z_]+)\",\\s*\\{");
    int kinds = 0;
    for (auto each = kind.globalMatch(rules); each.hasNext(); ++kinds) {
        const QString name = each.next().captured(1);
        INFO(name.toStdString());
        CHECK(titles.contains("QStringLiteral(\"" + name + "\")"));
    }
    CHECK(kinds > 10);
}

TEST_CASE("The requirement table and the tests name the same numbers")
{
    QSet<QString> named;
    static const QRegularExpression label("\\[([A-Z]+-\\d+)\\]");
    for (const Source &source : sources({"tests"}, {"*.cpp"})) {
        for (auto it = label.globalMatch(source.text); it.hasNext();)
            named.insert(it.next().captured(1));
    }
    QMap<QString, int> states;
    QSet<QString> known;
    const QList<QStringList> rows = requirementRows();
    for (const QStringList &row : rows) {
        known.insert(row[0]);
        ++states[row[2]];
        const bool carried = row[2] != "later";
        if (carried && !named.contains(row[0]))
            FAIL_CHECK(row[0].toStdString()
                       << " is " << row[2].toStdString() << " but no test names it");
        if (!carried && named.contains(row[0]))
            FAIL_CHECK(row[0].toStdString() << " is named by a test but stands as later");
    }
    for (const QString &number : named) {
        if (!known.contains(number))
            FAIL_CHECK(number.toStdString() << " does not stand in the table");
    }
    for (auto it = states.constBegin(); it != states.constEnd(); ++it)
        std::printf("requirements %s: %d\n", qPrintable(it.key()), it.value());
}
