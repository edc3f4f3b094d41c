# SPDX-License-Identifier: Apache-2.0
# Every third-party library is found here and only here, as one target each.
find_package(nlohmann_json 3.10 QUIET)
if(NOT nlohmann_json_FOUND)
  # A machine without packages: the single header, put into .deps/include by `./dev bundle`.
  find_path(NLOHMANN_JSON_INCLUDE nlohmann/json.hpp HINTS "${LONGTAKE_DEPS_DIR}/include" REQUIRED)
  add_library(nlohmann_json::nlohmann_json INTERFACE IMPORTED)
  target_include_directories(nlohmann_json::nlohmann_json SYSTEM INTERFACE "${NLOHMANN_JSON_INCLUDE}")
endif()

# libtorch: the user's own (Torch_DIR, CMAKE_PREFIX_PATH) first, then .deps/torch.
# CMAKE_LIBRARY_PATH keeps the wheel's config from picking up a distribution's libc10.
if(NOT Torch_DIR AND EXISTS "${LONGTAKE_DEPS_DIR}/torch/share/cmake/Torch")
  set(Torch_DIR "${LONGTAKE_DEPS_DIR}/torch/share/cmake/Torch")
endif()
if(Torch_DIR)
  get_filename_component(longtake_torch_root "${Torch_DIR}/../../.." ABSOLUTE)
  list(PREPEND CMAKE_LIBRARY_PATH "${longtake_torch_root}/lib")
endif()
find_package(Torch 2.6 REQUIRED)
message(STATUS "libtorch ${Torch_VERSION}")
add_library(longtake_torch INTERFACE)
target_link_libraries(longtake_torch INTERFACE ${TORCH_LIBRARIES})
separate_arguments(longtake_torch_flags UNIX_COMMAND "${TORCH_CXX_FLAGS}")
target_compile_options(longtake_torch INTERFACE ${longtake_torch_flags})
if(TORCH_CXX_FLAGS MATCHES "_GLIBCXX_USE_CXX11_ABI=0")
  # PyTorch's wheels before 2.7 know only the old std::string; everything linked with them has to follow, sentencepiece too.
  if(NOT LONGTAKE_ENGINE_ONLY)
    message(FATAL_ERROR "This libtorch was built with the old libstdc++ ABI, which Qt, OpenCV and yaml-cpp do not share. "
      "Take libtorch 2.7 or newer (or 2.6 with cxx11-abi), or build with -DLONGTAKE_ENGINE_ONLY=ON.")
  endif()
  add_compile_definitions(_GLIBCXX_USE_CXX11_ABI=0)
endif()
get_target_property(longtake_torch_includes torch INTERFACE_INCLUDE_DIRECTORIES)
if(longtake_torch_includes)
  target_include_directories(longtake_torch SYSTEM INTERFACE ${longtake_torch_includes})
endif()

# sentencepiece, static: a distribution's shared one clashes with OpenCV's protobuf inside one process.
find_path(SENTENCEPIECE_INCLUDE sentencepiece_processor.h
  HINTS "${LONGTAKE_DEPS_DIR}/sentencepiece/include" NO_DEFAULT_PATH)
find_path(SENTENCEPIECE_INCLUDE sentencepiece_processor.h REQUIRED)
find_library(SENTENCEPIECE_LIBRARY NAMES sentencepiece HINTS "${LONGTAKE_DEPS_DIR}/sentencepiece/lib" NO_DEFAULT_PATH)
find_library(SENTENCEPIECE_LIBRARY NAMES sentencepiece REQUIRED)
find_library(SENTENCEPIECE_TRAIN_LIBRARY NAMES sentencepiece_train HINTS "${LONGTAKE_DEPS_DIR}/sentencepiece/lib")
add_library(longtake_sentencepiece INTERFACE)
target_include_directories(longtake_sentencepiece SYSTEM INTERFACE "${SENTENCEPIECE_INCLUDE}")
target_link_libraries(longtake_sentencepiece INTERFACE
  ${SENTENCEPIECE_TRAIN_LIBRARY} "${SENTENCEPIECE_LIBRARY}")
if(UNIX AND NOT APPLE)
  target_link_options(longtake_sentencepiece INTERFACE "LINKER:--exclude-libs,ALL")
endif()

if(NOT LONGTAKE_ENGINE_ONLY)
  find_package(yaml-cpp REQUIRED)
  add_library(longtake_yaml INTERFACE)
  if(TARGET yaml-cpp::yaml-cpp)
    target_link_libraries(longtake_yaml INTERFACE yaml-cpp::yaml-cpp)
  else()
    target_link_libraries(longtake_yaml INTERFACE yaml-cpp)
  endif()

  find_package(OpenCV REQUIRED COMPONENTS core imgproc imgcodecs video calib3d)
  add_library(longtake_opencv INTERFACE)
  target_include_directories(longtake_opencv SYSTEM INTERFACE ${OpenCV_INCLUDE_DIRS})
  target_link_libraries(longtake_opencv INTERFACE opencv_core opencv_imgproc opencv_imgcodecs opencv_video)

  find_package(PkgConfig REQUIRED)
  pkg_check_modules(LIBAV REQUIRED IMPORTED_TARGET
    libavformat>=59 libavcodec>=59 libavutil>=57 libswscale>=6 libswresample>=4)
  add_library(longtake_libav ALIAS PkgConfig::LIBAV)

  if(LONGTAKE_STUDIO)
    find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui Widgets Multimedia Svg LinguistTools Test)
  endif()
endif()
if(LONGTAKE_TESTS)
  find_path(DOCTEST_INCLUDE doctest/doctest.h HINTS "${LONGTAKE_DEPS_DIR}/include" REQUIRED)
  add_library(longtake_doctest INTERFACE)
  target_include_directories(longtake_doctest SYSTEM INTERFACE "${DOCTEST_INCLUDE}")
endif()
