# Compiler, libraries and folders that every room shares.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_AUTOMOC ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_WINDOWS_EXPORT_ALL_SYMBOLS ON)

option(JUBAO_TESTS "Build the tests" ON)
option(JUBAO_SANITIZE "Address and undefined-behaviour sanitizers" OFF)
option(JUBAO_DESKTOP "Build the window programs (needs Qt Widgets)" ON)

# One layout for the build tree and the installed tree, so that one relative path serves both.
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)
set(CMAKE_LIBRARY_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/lib/jubao)
set(CMAKE_BUILD_RPATH_USE_ORIGIN ON)
set(CMAKE_INSTALL_RPATH "$ORIGIN/../lib/jubao;$ORIGIN")

find_package(Qt6 6.4 REQUIRED COMPONENTS Core Network LinguistTools)
if(JUBAO_DESKTOP)
  find_package(Qt6 6.4 REQUIRED COMPONENTS Gui Widgets PrintSupport Svg Pdf PdfWidgets Test)
endif()
find_package(OpenSSL 3.0 REQUIRED COMPONENTS Crypto)
# The client library; which server it talks to is another matter (15 and newer).
find_package(PostgreSQL 13 REQUIRED)
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(BOTAN REQUIRED IMPORTED_TARGET botan-2)
pkg_check_modules(LIBZIP REQUIRED IMPORTED_TARGET libzip)
pkg_check_modules(XLSXWRITER REQUIRED IMPORTED_TARGET xlsxwriter)
pkg_check_modules(QPDF REQUIRED IMPORTED_TARGET libqpdf)
pkg_check_modules(SYSTEMD REQUIRED IMPORTED_TARGET libsystemd)
pkg_check_modules(ICU REQUIRED IMPORTED_TARGET icu-i18n icu-uc)

find_program(JUBAO_CCACHE ccache)
if(JUBAO_CCACHE)
  set(CMAKE_C_COMPILER_LAUNCHER ${JUBAO_CCACHE})
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
      CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${JUBAO_CCACHE})
endif()
find_program(JUBAO_MOLD mold)
if(JUBAO_MOLD AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  add_link_options(-fuse-ld=mold)
endif()

# Warnings are errors for our own code; third-party headers come in as SYSTEM.
add_library(jubao_flags INTERFACE)
target_compile_options(jubao_flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor
                                             -Woverloaded-virtual -Wimplicit-fallthrough -Werror)
target_compile_definitions(jubao_flags INTERFACE QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
                                                 QT_DISABLE_DEPRECATED_BEFORE=0x060400)
target_include_directories(jubao_flags INTERFACE ${CMAKE_SOURCE_DIR}/modules)
if(JUBAO_SANITIZE)
  target_compile_options(jubao_flags INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=undefined
                                               -fno-omit-frame-pointer)
  target_link_options(jubao_flags INTERFACE -fsanitize=address,undefined)
endif()

# Library headers that nearly every source reads, compiled once for all that ask for them. Our own
# headers are not among them: they change.
function(jubao_precompile name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "LINK;OPTIONS;HEADERS")
  set(source ${CMAKE_BINARY_DIR}/precompiled/${name}.cpp)
  file(CONFIGURE OUTPUT ${source} CONTENT "")
  add_library(${name} OBJECT ${source})
  set_target_properties(${name} PROPERTIES AUTOMOC OFF)
  target_compile_options(${name} PRIVATE ${arg_OPTIONS})
  target_link_libraries(${name} PRIVATE jubao_flags ${arg_LINK})
  target_precompile_headers(${name} PRIVATE ${arg_HEADERS})
endfunction()

# Few: each source reads all of them, and the whole of <QtCore> takes as long as what it saves.
set(headers
    <QByteArray> <QCoreApplication> <QDateTime> <QFile> <QHash> <QJsonArray> <QJsonDocument> <QJsonObject>
    <QList> <QMap> <QSet> <QString> <QStringList> <QVariant>
    <algorithm> <chrono> <functional> <memory> <optional> <vector>)
set(window_headers
    <QAction> <QApplication> <QBoxLayout> <QDialog> <QKeyEvent> <QLabel> <QLineEdit> <QPainter> <QPushButton>
    <QTableView> <QWidget>)
jubao_precompile(jubao_headers LINK Qt6::Core HEADERS ${headers})
if(JUBAO_DESKTOP)
  jubao_precompile(jubao_window_headers LINK Qt6::Widgets HEADERS ${headers} ${window_headers})
endif()
