# SPDX-License-Identifier: Apache-2.0
# Untried: Longtake.app in a disk image. The bundle is laid out by the rules in packaging/CMakeLists.txt; Qt's
# macdeployqt, where it is found, adds Qt and rewrites the paths of the other libraries into the bundle.
set_target_properties(longtake longtake-studio PROPERTIES INSTALL_RPATH "@executable_path/../Frameworks")
configure_file("${CMAKE_CURRENT_LIST_DIR}/Info.plist.in" "${CMAKE_CURRENT_BINARY_DIR}/Info.plist" @ONLY)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/Info.plist" DESTINATION Longtake.app/Contents)
install(FILES "${CMAKE_CURRENT_LIST_DIR}/longtake.icns" DESTINATION Longtake.app/Contents/Resources)
find_program(LONGTAKE_MACDEPLOYQT macdeployqt HINTS "${Qt6_DIR}/../../../bin")
if(LONGTAKE_MACDEPLOYQT)
  install(CODE "execute_process(COMMAND \"${LONGTAKE_MACDEPLOYQT}\" \"\${CMAKE_INSTALL_PREFIX}/Longtake.app\"
    \"-executable=\${CMAKE_INSTALL_PREFIX}/Longtake.app/Contents/MacOS/longtake\" COMMAND_ERROR_IS_FATAL ANY)")
endif()

set(CPACK_GENERATOR DragNDrop)
set(CPACK_DMG_VOLUME_NAME Longtake)
set(CPACK_DMG_FORMAT UDZO)
