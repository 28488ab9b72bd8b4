# SQLCipher's amalgamation lies below the build folder, put there by packaging/set-up.sh, which fetches
# it from the package registry and compares its checksum. It is never committed.

set(JUBAO_SQLCIPHER_DIR ${CMAKE_SOURCE_DIR}/build/third-party/sqlcipher
    CACHE PATH "Folder with sqlite3.c and sqlite3.h of SQLCipher")
set(JUBAO_SQLCIPHER_SHA256 2ba87bbc92caf02c0ac640198c537c24bdda899a18bbba289f3d3f44d56795e4)

if(NOT EXISTS ${JUBAO_SQLCIPHER_DIR}/sqlite3.c)
  message(FATAL_ERROR "SQLCipher's source is not in ${JUBAO_SQLCIPHER_DIR}. Run packaging/set-up.sh first.")
endif()
file(SHA256 ${JUBAO_SQLCIPHER_DIR}/sqlite3.c found)
if(NOT found STREQUAL JUBAO_SQLCIPHER_SHA256)
  message(FATAL_ERROR "sqlite3.c in ${JUBAO_SQLCIPHER_DIR} is not the pinned version (SHA-256 ${found}).")
endif()

add_library(jubao_sqlcipher STATIC ${JUBAO_SQLCIPHER_DIR}/sqlite3.c)
target_include_directories(jubao_sqlcipher SYSTEM PUBLIC ${JUBAO_SQLCIPHER_DIR})
# Leaving out SQLITE_HAS_CODEC compiles to plain SQLite without a word; tests/database asserts the cipher.
target_compile_definitions(
  jubao_sqlcipher
  PUBLIC SQLITE_HAS_CODEC
  PRIVATE SQLCIPHER_CRYPTO_OPENSSL
          SQLITE_TEMP_STORE=2
          SQLITE_THREADSAFE=1
          SQLITE_EXTRA_INIT=sqlcipher_extra_init
          SQLITE_EXTRA_SHUTDOWN=sqlcipher_extra_shutdown
          SQLITE_ENABLE_COLUMN_METADATA
          SQLITE_ENABLE_STAT4
          SQLITE_DQS=0
          SQLITE_DEFAULT_FOREIGN_KEYS=1
          SQLITE_LIKE_DOESNT_MATCH_BLOBS
          SQLITE_MAX_EXPR_DEPTH=0
          SQLITE_OMIT_DEPRECATED
          SQLITE_OMIT_LOAD_EXTENSION
          SQLITE_DEFAULT_MEMSTATUS=0
          HAVE_STDINT_H=1
          HAVE_USLEEP=1
          HAVE_ISNAN
          HAVE_GMTIME_R=1
          HAVE_LOCALTIME_R=1
          NDEBUG)
target_compile_options(jubao_sqlcipher PRIVATE -O2 -w)
set_target_properties(jubao_sqlcipher PROPERTIES C_VISIBILITY_PRESET hidden AUTOMOC OFF)
target_link_libraries(jubao_sqlcipher PUBLIC OpenSSL::Crypto Threads::Threads m ${CMAKE_DL_LIBS})
