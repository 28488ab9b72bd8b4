// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database/postgres_connecting.h"

#include "database/error.h"
#include "database/postgres_connection.h"
#include <QElapsedTimer>
#include <QRegularExpression>
#include <atomic>
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <new>
#include <poll.h>
#include <pthread.h>
#include <sys/mman.h>
#include <system_error>
#include <thread>
#include <unistd.h>
#include <utility>
#include <vector>

namespace jubao {

namespace {

constexpr std::chrono::milliseconds patience(5000);
/** More of them and nobody would get to his work for reckoning. */
constexpr int mostLeftBehind = 8;
std::atomic<int> leftBehind = 0;

/** The client library reads the root certificate from a file: one in memory, which nobody else can
 * put another in the place of. It is read before the connection stands. */
class RootInMemory {
public:
    explicit RootInMemory(const QByteArray &pem)
    {
        if (pem.isEmpty())
            return;
        m_descriptor = memfd_create("root certificate", MFD_CLOEXEC);
        if (m_descriptor < 0
            || write(m_descriptor, pem.constData(), size_t(pem.size())) < pem.size())
            throw DatabaseError(DatabaseError::Kind::Other, QStringLiteral("root certificate"));
    }
    ~RootInMemory()
    {
        if (m_descriptor >= 0)
            close(m_descriptor);
    }
    RootInMemory(const RootInMemory &) = delete;
    RootInMemory &operator=(const RootInMemory &) = delete;

    /** Names no file where there is no certificate, so that no other one is trusted. */
    QByteArray path() const
    {
        return m_descriptor < 0 ? QByteArray("/nonexistent")
                                : "/proc/self/fd/" + QByteArray::number(m_descriptor);
    }

private:
    int m_descriptor = -1;
};

QList<std::pair<QByteArray, QByteArray>> connectionWords(const Database::Options &options,
                                                         const RootInMemory &root)
{
    const ServerAddress &server = *options.server;
    // pg_temp comes last, so that no temporary table stands before one of the books.
    // Compiling a statement takes longer than any of ours does, and a guess at its cost decides.
    QByteArray settings = "-c search_path=" + server.schema.toUtf8()
        + ",pg_temp -c timezone=UTC -c client_min_messages=warning -c jit=off";
    // Whoever comes in by a role may have kept others for it.
    for (const char *kept :
         {"role=none", "statement_timeout=0", "lock_timeout=0", "idle_session_timeout=0",
          "idle_in_transaction_session_timeout=0", "row_security=on", "local_preload_libraries=",
          "default_transaction_isolation=read\\ committed", "standard_conforming_strings=on"})
        settings += QByteArray(" -c ") + kept;
    settings += options.mode == Database::Mode::ReadOnly ? " -c default_transaction_read_only=on"
                                                         : " -c default_transaction_read_only=off";
    QList<std::pair<QByteArray, QByteArray>> words{{"host", server.host.toUtf8()},
                                                   {"port", QByteArray::number(server.port)},
                                                   {"dbname", server.database.toUtf8()},
                                                   {"user", server.role.toUtf8()},
                                                   {"application_name", "jubao"},
                                                   {"client_encoding", "UTF8"},
                                                   {"gssencmode", "disable"},
                                                   {"options", settings}};
    if (server.isLocalSocket())
        return words << std::pair<QByteArray, QByteArray>{"sslmode", "disable"};
    return words << std::pair<QByteArray, QByteArray>{"sslmode", "verify-full"}
                 << std::pair<QByteArray, QByteArray>{"sslrootcert", root.path()}
                 << std::pair<QByteArray, QByteArray>{"channel_binding", "require"}
                 // A cable that is out is a server that is gone, within seconds.
                 << std::pair<QByteArray, QByteArray>{"tcp_user_timeout", "10000"}
                 << std::pair<QByteArray, QByteArray>{"keepalives_idle", "10"}
                 << std::pair<QByteArray, QByteArray>{"keepalives_interval", "5"}
                 << std::pair<QByteArray, QByteArray>{"keepalives_count", "2"};
}

/** The client library gives no error number while it connects, only this short text with it. */
DatabaseError::Kind kindOfRefusal(const QByteArray &words)
{
    static const QRegularExpression number(QStringLiteral("\\b([0-9A-Z]{5})\\s*$"));
    const QRegularExpressionMatch found = number.match(QString::fromUtf8(words));
    if (words.contains("certificate"))
        return DatabaseError::Kind::ForeignServer;
    return found.hasMatch() ? PostgresConnection::kindOf(found.captured(1).toLatin1())
                            : DatabaseError::Kind::ServerGone;
}

/** Shared by who waits and by the thread, which may outlive him. */
class Connecting {
public:
    explicit Connecting(const Database::Options &options)
        : m_root(options.server->rootCertificate)
        , m_words(connectionWords(options, m_root))
        , m_place(options.server->text())
    {
        if (!options.server->password.isEmpty())
            m_words.append({"password", options.server->password});
    }
    Connecting(const Connecting &) = delete;
    Connecting &operator=(const Connecting &) = delete;

    /** The thread's work. */
    void run()
    {
        PGconn *handle = nullptr;
        try {
            handle = start();
        } catch (const std::bad_alloc &) {
            qWarning("no memory to connect with"); // reads as a server that is gone
        }
        const PostgresPollingStatusType reached = go(handle);
        const std::lock_guard lock(m_guard);
        m_handle = handle;
        m_reached = reached;
        m_done = true;
        if (m_abandoned) {
            PQfinish(handle);
            --leftBehind;
        }
        m_ended.notify_one();
    }
    /** False where the thread goes on by itself. */
    bool wait()
    {
        constexpr std::chrono::milliseconds toSaySo(500);
        std::unique_lock lock(m_guard);
        m_abandoned = !m_ended.wait_for(lock, patience + toSaySo, [this] { return m_done; });
        if (m_abandoned)
            ++leftBehind;
        return !m_abandoned;
    }
    PGconn *result()
    {
        if (m_reached == PGRES_POLLING_OK) {
            PQsetErrorVerbosity(m_handle, PQERRORS_DEFAULT);
            return m_handle;
        }
        const QByteArray words = QByteArray(PQerrorMessage(m_handle)).trimmed();
        PQfinish(m_handle);
        throw DatabaseError(m_reached == PGRES_POLLING_FAILED ? kindOfRefusal(words)
                                                              : DatabaseError::Kind::ServerGone,
                            m_place + QStringLiteral(": ") + QString::fromUtf8(words));
    }

private:
    PGconn *start() const
    {
        std::vector<const char *> names;
        std::vector<const char *> values;
        for (const auto &[name, value] : m_words) {
            names.push_back(name.constData());
            values.push_back(value.constData());
        }
        names.push_back(nullptr);
        values.push_back(nullptr);
        PGconn *handle = PQconnectStartParams(names.data(), values.data(), 0);
        PQsetErrorVerbosity(handle, PQERRORS_SQLSTATE);
        PQsetNoticeProcessor(
            handle, [](void *, const char *words) { qInfo("server: %s", words); }, nullptr);
        return handle;
    }
    static PostgresPollingStatusType go(PGconn *handle)
    {
        if (PQstatus(handle) == CONNECTION_BAD)
            return PGRES_POLLING_FAILED;
        QElapsedTimer waiting;
        waiting.start();
        PostgresPollingStatusType wants = PGRES_POLLING_WRITING;
        while (wants != PGRES_POLLING_OK && wants != PGRES_POLLING_FAILED) {
            const qint64 left = patience.count() - waiting.elapsed();
            if (left <= 0)
                break;
            pollfd wait{PQsocket(handle), short(wants == PGRES_POLLING_READING ? POLLIN : POLLOUT),
                        0};
            if (poll(&wait, 1, int(left)) > 0)
                wants = PQconnectPoll(handle);
        }
        return wants;
    }

    const RootInMemory m_root;
    QList<std::pair<QByteArray, QByteArray>> m_words;
    const QString m_place;
    std::mutex m_guard;
    std::condition_variable m_ended;
    PGconn *m_handle = nullptr;
    PostgresPollingStatusType m_reached = PGRES_POLLING_FAILED;
    bool m_done = false;
    bool m_abandoned = false;
};

/** Lets it reckon only while nobody else wants the processor. A program that ends takes away what
 * the thread works with, so it ends without tidying up then. */
void leave(std::thread &thread)
{
    const sched_param lowest{};
    pthread_setschedparam(thread.native_handle(), SCHED_IDLE, &lowest);
    thread.detach();
    static std::once_flag once;
    std::call_once(once, [] {
        on_exit(
            [](int status, void *) {
                if (leftBehind == 0)
                    return;
                fflush(nullptr);
                _exit(status);
            },
            nullptr);
    });
}

} // namespace

PGconn *connectToServer(const Database::Options &options)
{
    const auto late = [&options] {
        return DatabaseError(DatabaseError::Kind::ServerGone,
                             options.server->text() + QStringLiteral(": too slow to let in"));
    };
    if (leftBehind >= mostLeftBehind)
        throw late();
    const auto connecting = std::make_shared<Connecting>(options);
    std::thread thread;
    try {
        thread = std::thread([connecting] { connecting->run(); });
    } catch (const std::system_error &) {
        throw late();
    }
    if (!connecting->wait()) {
        leave(thread);
        throw late();
    }
    thread.join();
    return connecting->result();
}

} // namespace jubao
