// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/crypto.h"
#include <catch2/catch.hpp>

using namespace jubao;

TEST_CASE("SM3 gives the standard's digest")
{
    CHECK(sm3Hex("abc") == "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
}

TEST_CASE("A signature is good for its message and its key alone [SEC-01]")
{
    const auto pair = KeyPair::generate();
    const auto other = KeyPair::generate();
    const QByteArray message = "what was decided";
    const QByteArray signature = pair->sign(message);
    CHECK(signature.size() == 64);
    SignatureChecker checker(pair->publicKeyHex());
    CHECK(checker.check(message, signature));
    CHECK_FALSE(checker.check(message + ' ', signature));
    CHECK_FALSE(SignatureChecker(other->publicKeyHex()).check(message, signature));
    for (qsizetype i = 0; i < signature.size(); i += 7) {
        QByteArray bent = signature;
        bent[i] = char(bent.at(i) ^ 1);
        CHECK_FALSE(checker.check(message, bent));
    }
    CHECK_FALSE(checker.check(message, "short"));
    CHECK(KeyPair::fromPrivateScalar(pair->privateScalar())->publicKeyHex()
          == pair->publicKeyHex());
    CHECK_THROWS_AS(SignatureChecker("04ff"), CryptoError);
}

TEST_CASE("Of many keys each opens its own signatures, and what is no key is none a second time")
{
    const auto one = KeyPair::generate();
    const auto other = KeyPair::generate();
    const QByteArray message = "what was decided";
    SignatureCheckers checkers;
    for (int round = 0; round < 2; ++round) {
        CHECK(checkers.check(one->publicKeyHex(), message, one->sign(message)));
        CHECK(checkers.check(other->publicKeyHex(), message, other->sign(message)));
        CHECK_FALSE(checkers.check(other->publicKeyHex(), message, one->sign(message)));
        CHECK_THROWS_AS(checkers.check("04ff", message, one->sign(message)), CryptoError);
    }
}

TEST_CASE("What is sealed to a key opens with it alone")
{
    const auto pair = KeyPair::generate();
    const QByteArray sealed = encryptTo(pair->publicKeyHex(), "the data key");
    CHECK(pair->decrypt(sealed) == "the data key");
    CHECK_THROWS_AS(KeyPair::generate()->decrypt(sealed), CryptoError);
    CHECK_THROWS_AS(pair->decrypt("rubbish"), CryptoError);
    CHECK(keyFingerprint(pair->publicKeyHex()).size() == 29);
}
