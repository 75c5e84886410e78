#pragma once

#include "catch.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

/// Compares `text` with the file of that name in tests/golden. With BINDLAB_GOLDEN=rewrite in the environment the file is
/// written instead, to be reviewed as a diff.
inline void checkGolden(const std::string& name, const std::string& text)
{
    const std::filesystem::path path = std::filesystem::path(BINDLAB_GOLDEN_DIR) / name;
    const char* mode = std::getenv("BINDLAB_GOLDEN");
    if (mode != nullptr && std::string(mode) == "rewrite") {
        std::ofstream(path, std::ios::binary) << text;
        return;
    }
    std::ifstream stream(path, std::ios::binary);
    INFO("golden file " << path.string());
    REQUIRE(stream.is_open());
    const std::string expected(std::istreambuf_iterator<char>(stream), {});
    CHECK(text == expected);
}
