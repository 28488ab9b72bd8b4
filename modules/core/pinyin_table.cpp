// Copyright (C) 2026 The Jubao developers
// SPDX-License-Identifier: GPL-3.0-or-later

// A tool of the build: writes the first letter of each Han character's common reading, as ICU knows
// it, so that the programs neither carry ICU's data for it nor pay its time for each name.

#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>
#include <unicode/translit.h>

namespace {

char initialOf(icu::Transliterator &reader, UChar32 sign)
{
    icu::UnicodeString text(sign);
    reader.transliterate(text);
    const char16_t first = text.isEmpty() ? u'?' : text.charAt(0);
    return first >= u'a' && first <= u'z' ? static_cast<char>(first) : '?';
}

} // namespace

int main(int argc, char **argv)
{
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Transliterator> reader(icu::Transliterator::createInstance(
        "Han-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, status));
    std::FILE *out = argc == 2 ? std::fopen(argv[1], "w") : nullptr;
    if (U_FAILURE(status) || !out) {
        std::fputs("usage: jubao_pinyin_table FILE (and ICU with its data for Han)\n", stderr);
        return 1;
    }
    std::fputs("// Made by jubao_pinyin_table from ICU's data.\n", out);
    constexpr UChar32 ranges[][2] = {{0x3400, 0x4DBF}, {0x4E00, 0x9FFF}, {0x20000, 0x2EBEF}};
    for (const auto &[from, to] : ranges) {
        std::fprintf(out, "{0x%X, 0x%X,\n \"", unsigned(from), unsigned(to));
        for (UChar32 sign = from; sign <= to; ++sign) {
            std::fputc(initialOf(*reader, sign), out);
            if ((sign - from) % 80 == 79)
                std::fputs("\"\n \"", out);
        }
        std::fputs("\"},\n", out);
    }
    return std::fclose(out) == 0 ? 0 : 1;
}
