# SPDX-License-Identifier: Apache-2.0
# The .deb: desktop entry, icon, file type, copyright; Debian's own libraries are named as dependencies by shlibdeps.
set_target_properties(longtake longtake-studio PROPERTIES INSTALL_RPATH "$ORIGIN/../lib/longtake")
install(FILES "${CMAKE_CURRENT_LIST_DIR}/longtake-studio.desktop" DESTINATION share/applications)
install(FILES "${CMAKE_CURRENT_LIST_DIR}/longtake-studio.xml" DESTINATION share/mime/packages)
install(FILES "${CMAKE_CURRENT_LIST_DIR}/longtake-studio.metainfo.xml" DESTINATION share/metainfo)
install(FILES "${CMAKE_SOURCE_DIR}/resources/icons/longtake.svg" DESTINATION share/icons/hicolor/scalable/apps
  RENAME longtake-studio.svg)
install(FILES "${CMAKE_SOURCE_DIR}/resources/icons/longtake.svg" DESTINATION share/icons/hicolor/scalable/mimetypes
  RENAME application-x-longtake-film.svg)
install(FILES "${CMAKE_CURRENT_LIST_DIR}/copyright" DESTINATION share/doc/longtake)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION video)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"A prompt per shot on a timeline; an open text-to-video model renders them on this
machine, each shot going on from the last pictures of the one before. No account,
no server, no telemetry. A small starter model is inside.")
set(CPACK_DEBIAN_COMPRESSION_TYPE zstd)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS "${longtake_torch_libraries}")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "qt6-translations-l10n, qt6-wayland, fonts-noto-core")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "fonts-noto-cjk")
