// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>
#include <functional>
#include <optional>

namespace jubao {

/** What this place last saw of an office: kept outside the office file, because nothing inside can
 * show that its own tail was cut, that it was rolled back, or that the whole was founded anew. */
struct WitnessState {
    qint64 seq = 0;
    QString hash;
    QStringList acknowledgedActions; ///< newest last, at most 200
    QString root;                    ///< fingerprint of the founding, empty where unknown
};

enum class WitnessVerdict { Nothing, Matches, RolledBack, Forked };

/** `hashAt` gives the hash of the journal entry with that number, empty where there is none. */
WitnessVerdict compareWitness(const std::optional<WitnessState> &state,
                              const std::function<QString(qint64 seq)> &hashAt);
/** Words for the sign-in page and for `verify`. */
QString witnessText(WitnessVerdict verdict, const WitnessState &state);

/** One file per office and operator below the user's state folder. */
class Witness {
public:
    Witness(const QString &folder, const QString &officeIdentity, const QString &operatorName);

    std::optional<WitnessState> read() const;
    static std::optional<WitnessState> readFile(const QString &path);
    /** Every file in which this place keeps what it saw of the office, whoever looked. */
    static QStringList filesOf(const QString &folder, const QString &officeIdentity);
    /** Throws DatabaseError when the state folder cannot be written. */
    void remember(const WitnessState &state) const;
    /**
     * Adds a line with this head and these actions to what is there. It is not forced to the disk,
     * since the action it follows is: a loss of power may leave the witness some entries behind,
     * which never contradicts the books. Throws DatabaseError as above.
     */
    void add(const WitnessState &state) const;
    static void rememberIn(const QString &path, const WitnessState &state);
    QString path() const { return m_path; }

private:
    QString m_path;
};

/** $XDG_STATE_HOME/jubao, or ~/.local/state/jubao: what a user keeps beside the office. */
QString stateFolder();
/** $XDG_STATE_HOME/jubao/witness, or ~/.local/state/jubao/witness. */
QString defaultWitnessFolder();

} // namespace jubao
