// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <stdexcept>

namespace jubao {

/** An infrastructure failure of the office file: what kind, and words that a user can act on. */
class DatabaseError : public std::runtime_error {
public:
    enum class Kind {
        WrongKey,
        NotAnOffice,
        NewerSchema,
        Damaged,
        ReadOnly,
        DiskFull,
        Busy,
        NetworkShare,
        Constraint,
        Denied,
        Missing,
        Interrupted,
        UpgradeFailed,
        DeviceFailed,
        KeyFileDamaged,
        TargetUnwritable, ///< a file that is to be written beside the books; detail = its path
        ServerGone,
        RoleRefused,
        ForeignServer,
        ServiceSilent,     ///< the server is there, the county's service does not answer
        CountyFileDamaged, ///< detail = its path and what is wrong with it
        OtherVersion,      ///< the county's service does not know what this program asks
        Other
    };

    DatabaseError(Kind kind, const QString &detail);

    Kind kind() const { return m_kind; }
    /** In the office's language, without the engine's wording. */
    QString text() const;
    /** The engine's own words, for the diagnostic log. */
    QString detail() const { return m_detail; }

private:
    Kind m_kind;
    QString m_detail;
};

} // namespace jubao
