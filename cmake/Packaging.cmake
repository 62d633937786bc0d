# SPDX-License-Identifier: GPL-3.0-or-later
# What is installed, and the Debian package that `cpack` makes of it. Pages and tables are inside the program.
if(NOT TARGET fihrist)
  return()
endif()
install(TARGETS fihrist RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
install(FILES "${PROJECT_SOURCE_DIR}/docs/fihrist.1" DESTINATION "${CMAKE_INSTALL_MANDIR}/man1")
install(FILES "${PROJECT_SOURCE_DIR}/README.md" "${PROJECT_SOURCE_DIR}/CHANGELOG.md"
        DESTINATION "${CMAKE_INSTALL_DOCDIR}")
install(FILES "${PROJECT_SOURCE_DIR}/cmake/package/fihrist.service" DESTINATION lib/systemd/system)

find_program(DPKG_QUERY dpkg-query) # names the libraries; elsewhere there is no such list
if(DPKG_QUERY)
  find_package(Python3 REQUIRED COMPONENTS Interpreter)
  set(materials "${CMAKE_CURRENT_BINARY_DIR}/fihrist.cdx.json")
  add_custom_command(OUTPUT "${materials}"
    COMMAND ${Python3_EXECUTABLE} "${PROJECT_SOURCE_DIR}/cmake/package/sbom" $<TARGET_FILE:fihrist> ${PROJECT_VERSION}
            > "${materials}"
    DEPENDS fihrist "${PROJECT_SOURCE_DIR}/cmake/package/sbom" VERBATIM)
  add_custom_target(fihrist_materials ALL DEPENDS "${materials}")
  install(FILES "${materials}" DESTINATION "${CMAKE_INSTALL_DOCDIR}")
endif()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME fihrist)
set(CPACK_PACKAGE_CONTACT "Fihrist developers <fihrist@example.org>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "full-text search for archives of Arabic technology articles")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SUGGESTS hunspell-ar)
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
    "Fihrist reads articles, indexes them with an analyser made for Arabic technology writing, and answers in
 the browser, as JSON over HTTP, and on the command line.")
include(CPack)
