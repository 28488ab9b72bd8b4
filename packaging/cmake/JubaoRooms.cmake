# The rooms of the house and the arrows between them. An arrow that points up or sideways stops the
# configuration with the names of both rooms.
#
#   jubao_room(NAME core DEPENDS ... LINK ... SOURCES ...)        a ground room: library jubao_core
#   jubao_domain(NAME enrollment DEPENDS ... SOURCES ...)         modules/enrollment/domain: the law
#                                                                 (NOT_SHIPPED: no program carries it)
#   jubao_pages(NAME enrollment TITLE ... POSTS ... DEPENDS ... SOURCES ...)   its plugin of pages
#   jubao_program(NAME jubaoctl PACKAGE ctl DEPENDS ... SOURCES ...)   a program below app/
#   jubao_test(NAME core DEPENDS ... [GUI] [SERVER])              one test program; cases go to CTest; with
#                                                                 SERVER once more on the county server's engine,
#                                                                 with ONLY_SERVER on that alone, with SERVICE once
#                                                                 more with the registrar as a service, with LAN
#                                                                 once more on that engine with that service;
#                                                                 FIXTURE names what CTest makes before,
#                                                                 and the dearer (COST) the earlier it begins

set(JUBAO_ALLOWED_core "")
set(JUBAO_ALLOWED_database core)
set(JUBAO_ALLOWED_sheets core)
set(JUBAO_ALLOWED_operations core database sheets)
# The way between a desk and the county's service; business rooms know nothing of it.
set(JUBAO_ALLOWED_hub core database operations)
set(JUBAO_ALLOWED_documents core database sheets operations)
set(JUBAO_ALLOWED_desk core database sheets operations documents)
# A business room's domain: everything below the desk, never another business room.
set(JUBAO_ALLOWED_domain core database sheets operations)
# Its pages: the desk too, and its own domain.
set(JUBAO_ALLOWED_pages core database sheets operations documents desk)

define_property(GLOBAL PROPERTY JUBAO_DOMAINS BRIEF_DOCS "Business rooms whose law every registrar carries")

function(jubao_check_arrows room)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "ALLOWED;DEPENDS")
  foreach(dependency IN LISTS arg_DEPENDS)
    if(NOT dependency IN_LIST arg_ALLOWED)
      string(REPLACE ";" ", " allowed "${arg_ALLOWED}")
      message(FATAL_ERROR "${room} may not depend on ${dependency}: arrows point down only (allowed: ${allowed})")
    endif()
  endforeach()
endfunction()

# Which package (JubaoPackages) a target goes into.
function(jubao_ship target package)
  install(TARGETS ${target} RUNTIME DESTINATION bin COMPONENT ${package} LIBRARY DESTINATION lib/jubao COMPONENT ${package})
endfunction()

function(jubao_set_up_target target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "DEPENDS;LINK")
  target_link_libraries(${target} PRIVATE jubao_flags)
  foreach(dependency IN LISTS arg_DEPENDS)
    target_link_libraries(${target} PUBLIC jubao_${dependency})
  endforeach()
  target_link_libraries(${target} PUBLIC ${arg_LINK})
endfunction()

function(jubao_room)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "NAME" "DEPENDS;LINK;LINK_PRIVATE;SOURCES")
  jubao_check_arrows("${arg_NAME}" ALLOWED ${JUBAO_ALLOWED_${arg_NAME}} DEPENDS ${arg_DEPENDS})
  add_library(jubao_${arg_NAME} SHARED ${arg_SOURCES})
  target_include_directories(jubao_${arg_NAME} PUBLIC ${CMAKE_SOURCE_DIR}/modules)
  jubao_set_up_target(jubao_${arg_NAME} DEPENDS ${arg_DEPENDS} LINK ${arg_LINK})
  target_link_libraries(jubao_${arg_NAME} PRIVATE ${arg_LINK_PRIVATE})
  if(arg_NAME STREQUAL "desk")
    jubao_ship(jubao_${arg_NAME} desktop)
    target_precompile_headers(jubao_${arg_NAME} REUSE_FROM jubao_window_headers)
  else()
    jubao_ship(jubao_${arg_NAME} common)
    target_precompile_headers(jubao_${arg_NAME} REUSE_FROM jubao_headers)
  endif()
endfunction()

function(jubao_domain)
  cmake_parse_arguments(PARSE_ARGV 0 arg "NOT_SHIPPED" "NAME" "DEPENDS;LINK;SOURCES")
  jubao_check_arrows("${arg_NAME}/domain" ALLOWED ${JUBAO_ALLOWED_domain} DEPENDS ${arg_DEPENDS})
  if(NOT arg_NOT_SHIPPED)
    set_property(GLOBAL APPEND PROPERTY JUBAO_DOMAINS ${arg_NAME})
  endif()
  add_library(jubao_${arg_NAME}_domain SHARED ${arg_SOURCES})
  if(NOT arg_NOT_SHIPPED)
    jubao_ship(jubao_${arg_NAME}_domain common)
  endif()
  target_include_directories(jubao_${arg_NAME}_domain PUBLIC ${CMAKE_SOURCE_DIR}/modules)
  jubao_set_up_target(jubao_${arg_NAME}_domain DEPENDS ${arg_DEPENDS} LINK ${arg_LINK})
  target_precompile_headers(jubao_${arg_NAME}_domain REUSE_FROM jubao_headers)
endfunction()

function(jubao_pages)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "NAME;TITLE;ICON;ORDER" "POSTS;DEPENDS;LINK;SOURCES")
  jubao_check_arrows("${arg_NAME}/pages" ALLOWED ${JUBAO_ALLOWED_pages} DEPENDS ${arg_DEPENDS})
  set(meta "{}")
  string(JSON meta SET "${meta}" name "\"${arg_NAME}\"")
  string(JSON meta SET "${meta}" title "\"${arg_TITLE}\"")
  string(JSON meta SET "${meta}" icon "\"${arg_ICON}\"")
  string(JSON meta SET "${meta}" order "${arg_ORDER}")
  foreach(list IN ITEMS POSTS DEPENDS)
    string(REPLACE ";" "\",\"" joined "${arg_${list}}")
    string(TOLOWER ${list} key)
    string(JSON meta SET "${meta}" ${key} "[\"${joined}\"]")
  endforeach()
  file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/module.json CONTENT "${meta}\n" @ONLY)
  set(target jubao_${arg_NAME}_pages)
  add_library(${target} MODULE ${arg_SOURCES})
  set_target_properties(
    ${target} PROPERTIES PREFIX "" OUTPUT_NAME ${arg_NAME} CXX_VISIBILITY_PRESET hidden
                         LIBRARY_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/lib/jubao/modules
                         INSTALL_RPATH "$ORIGIN/.."
                         AUTOMOC_MOC_OPTIONS "-I${CMAKE_CURRENT_BINARY_DIR}")
  # A changed module.json is noticed by neither moc nor the compiler unless it changes their command.
  string(SHA1 hash "${meta}")
  target_compile_definitions(${target} PRIVATE JUBAO_META=${hash})
  jubao_set_up_target(${target} DEPENDS ${arg_DEPENDS} LINK ${arg_LINK})
  target_precompile_headers(${target} REUSE_FROM jubao_window_headers)
  get_property(domains GLOBAL PROPERTY JUBAO_DOMAINS)
  if(arg_NAME IN_LIST domains)
    target_link_libraries(${target} PUBLIC jubao_${arg_NAME}_domain)
    install(TARGETS ${target} LIBRARY DESTINATION lib/jubao/modules COMPONENT desktop)
  endif()
  target_link_options(${target} PRIVATE -Wl,--no-undefined)
  set_property(GLOBAL APPEND PROPERTY JUBAO_PAGES ${target})
endfunction()

function(jubao_program)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "NAME;PACKAGE" "DEPENDS;LINK;SOURCES")
  add_executable(${arg_NAME} ${arg_SOURCES})
  jubao_ship(${arg_NAME} ${arg_PACKAGE})
  jubao_set_up_target(${arg_NAME} DEPENDS ${arg_DEPENDS} LINK ${arg_LINK})
  target_precompile_headers(${arg_NAME} REUSE_FROM jubao_headers)
  get_property(domains GLOBAL PROPERTY JUBAO_DOMAINS)
  foreach(domain IN LISTS domains)
    target_link_libraries(${arg_NAME} PRIVATE jubao_${domain}_domain)
  endforeach()
endfunction()

# Cases of a test program under one label. A list does not come through catch_discover_tests as one
# property, so the environment is set by a file that CTest reads after the cases.
function(jubao_discover target label spec environment)
  catch_discover_tests(
    ${target} TEST_SPEC "${spec}" TEST_PREFIX "${label}: " TEST_LIST ${label}_cases
    PROPERTIES LABELS "${label}" TIMEOUT 300 ${ARGN})
  set(file ${CMAKE_CURRENT_BINARY_DIR}/${label}_environment.cmake)
  file(WRITE ${file} "foreach(case IN LISTS ${label}_cases)
  set_tests_properties(\"\${case}\" PROPERTIES ENVIRONMENT \"${environment}\")
endforeach()
")
  set_property(DIRECTORY APPEND PROPERTY TEST_INCLUDE_FILES ${file})
endfunction()

function(jubao_test)
  cmake_parse_arguments(PARSE_ARGV 0 arg "GUI;SERVER;ONLY_SERVER;SERVICE;LAN" "NAME;FIXTURE;COST" "DEPENDS;LINK;SOURCES;ENVIRONMENT")
  set(target test_${arg_NAME})
  if(arg_GUI)
    add_executable(${target} ${arg_SOURCES} $<TARGET_OBJECTS:jubao_test_main_gui>)
    target_link_libraries(${target} PRIVATE Qt6::Widgets Qt6::Test)
    target_precompile_headers(${target} REUSE_FROM jubao_window_test_headers)
  else()
    add_executable(${target} ${arg_SOURCES} $<TARGET_OBJECTS:jubao_test_main>)
    target_precompile_headers(${target} REUSE_FROM jubao_test_headers)
  endif()
  target_compile_options(${target} PRIVATE ${JUBAO_TEST_OPTIONS})
  # A program takes from the archives what it calls; it names the rooms that those stand on itself.
  set(archives "")
  if("desk" IN_LIST arg_DEPENDS)
    list(APPEND archives jubao_test_window)
  endif()
  if(arg_LINK MATCHES "jubao_app_")
    list(APPEND archives jubao_test_office)
  endif()
  if("database" IN_LIST arg_DEPENDS)
    list(APPEND archives jubao_test_ground)
  endif()
  foreach(archive IN LISTS archives)
    target_link_libraries(${target} PRIVATE $<TARGET_FILE:${archive}>)
    add_dependencies(${target} ${archive})
  endforeach()
  set_target_properties(${target} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
  jubao_set_up_target(${target} DEPENDS ${arg_DEPENDS} LINK ${arg_LINK})
  target_include_directories(${target} PRIVATE ${CMAKE_SOURCE_DIR}/tests)
  target_compile_definitions(${target} PRIVATE JUBAO_SOURCE_DIR="${CMAKE_SOURCE_DIR}"
                                               JUBAO_BINARY_DIR="${CMAKE_BINARY_DIR}")
  set(environment QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8 TZ=Asia/Shanghai ${arg_ENVIRONMENT})
  if(NOT arg_ONLY_SERVER)
    set(more "")
    if(arg_FIXTURE)
      list(APPEND more FIXTURES_REQUIRED ${arg_FIXTURE})
    endif()
    if(arg_COST)
      list(APPEND more COST ${arg_COST})
    endif()
    jubao_discover(${target} "${arg_NAME}" "~[server]" "${environment}" ${more})
  endif()
  if(arg_SERVER OR arg_ONLY_SERVER)
    # Cases of files make no sense there; the fixture starts one server for all of them.
    jubao_discover(${target} "${arg_NAME}_server" "~[file]"
                   "${environment};JUBAO_TEST_SERVER=${CMAKE_BINARY_DIR}/tests/server-place"
                   FIXTURES_REQUIRED server)
  endif()
  if(arg_SERVICE)
    # The same cases with the registrar as a service; [direct] is for those whose point it is that
    # the office itself enters and watches.
    jubao_discover(${target} "${arg_NAME}_service" "~[server]~[direct]~[file]"
                   "${environment};JUBAO_TEST_SERVICE=1")
  endif()
  if(arg_LAN)
    jubao_discover(${target} "${arg_NAME}_lan" "~[server]~[direct]~[file]"
                   "${environment};JUBAO_TEST_SERVICE=1;JUBAO_TEST_SERVER=${CMAKE_BINARY_DIR}/tests/server-place"
                   FIXTURES_REQUIRED server)
  endif()
endfunction()
