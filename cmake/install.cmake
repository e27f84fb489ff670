# What `cmake --install` puts where: the programs, the libraries and their headers, the vocabulary's files to extend.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(stages versus_corpus versus_extract versus_normalize versus_score)
foreach(stage corpus extract normalize score)
  set_target_properties(versus_${stage} PROPERTIES EXPORT_NAME ${stage})
  install(DIRECTORY ${PROJECT_SOURCE_DIR}/${stage} DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/versus
    FILES_MATCHING PATTERN "*.h" PATTERN articles EXCLUDE PATTERN gold EXCLUDE PATTERN vocabulary EXCLUDE)
endforeach()
install(TARGETS versus versus-evaluate RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(TARGETS ${stages} EXPORT versusTargets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(EXPORT versusTargets NAMESPACE versus:: DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/versus)
configure_package_config_file(${PROJECT_SOURCE_DIR}/cmake/versusConfig.cmake.in ${PROJECT_BINARY_DIR}/versusConfig.cmake
  INSTALL_DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/versus)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/versusConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/versusConfig.cmake ${PROJECT_BINARY_DIR}/versusConfigVersion.cmake
  DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/versus)
install(FILES ${PROJECT_SOURCE_DIR}/README.md ${PROJECT_SOURCE_DIR}/LICENSE ${PROJECT_SOURCE_DIR}/CHANGELOG.md
  DESTINATION ${CMAKE_INSTALL_DOCDIR})
