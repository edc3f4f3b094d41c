# SPDX-License-Identifier: Apache-2.0
# Untried: the NSIS installer. Qt's deploy step copies its libraries and plug-ins; the DLLs of the other libraries
# (vcpkg's) are found through the programs that need them.
qt_generate_deploy_app_script(TARGET longtake-studio OUTPUT_SCRIPT longtake_deploy_script NO_UNSUPPORTED_PLATFORM_ERROR)
install(SCRIPT "${longtake_deploy_script}")
install(TARGETS longtake longtake-studio RUNTIME_DEPENDENCY_SET longtake_needed RUNTIME DESTINATION bin)
install(RUNTIME_DEPENDENCY_SET longtake_needed
  PRE_EXCLUDE_REGEXES "api-ms-.*" "ext-ms-.*" "Qt6.*" "torch.*" "c10.*"
  POST_EXCLUDE_REGEXES ".*system32/.*\\.dll"
  RUNTIME DESTINATION bin)

set(CPACK_GENERATOR NSIS)
set(CPACK_PACKAGE_EXECUTABLES longtake-studio Longtake)
set(CPACK_NSIS_DISPLAY_NAME Longtake)
set(CPACK_NSIS_MUI_ICON "${CMAKE_CURRENT_LIST_DIR}/longtake.ico")
set(CPACK_NSIS_MUI_UNIICON "${CMAKE_CURRENT_LIST_DIR}/longtake.ico")
set(CPACK_NSIS_INSTALLED_ICON_NAME "bin\\longtake-studio.exe")
set(CPACK_NSIS_ENABLE_UNINSTALL_BEFORE_INSTALL ON)
set(CPACK_NSIS_MODIFY_PATH ON)
# .t2vproj opens by double click.
set(CPACK_NSIS_EXTRA_INSTALL_COMMANDS [[
  WriteRegStr SHCTX "Software\Classes\.t2vproj" "" "Longtake.Film"
  WriteRegStr SHCTX "Software\Classes\Longtake.Film" "" "Longtake film"
  WriteRegStr SHCTX "Software\Classes\Longtake.Film\DefaultIcon" "" "$INSTDIR\bin\longtake-studio.exe,0"
  WriteRegStr SHCTX "Software\Classes\Longtake.Film\shell\open\command" "" '"$INSTDIR\bin\longtake-studio.exe" "%1"'
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, i 0, i 0)'
]])
set(CPACK_NSIS_EXTRA_UNINSTALL_COMMANDS [[
  DeleteRegKey SHCTX "Software\Classes\.t2vproj"
  DeleteRegKey SHCTX "Software\Classes\Longtake.Film"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, i 0, i 0)'
]])
