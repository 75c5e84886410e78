#pragma once

#include "flow/embedded.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

/// Every file below `folder` that ends in `extension`, README.md aside: path below the folder, and text.
inline std::map<std::string, std::string> filesOnDisk(const std::filesystem::path& folder, const std::string& extension) {
    std::map<std::string, std::string> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file() || entry.path().extension() != extension || entry.path().filename() == "README.md")
            continue;
        std::ifstream stream(entry.path(), std::ios::binary);
        files[entry.path().lexically_relative(folder).generic_string()] =
            std::string(std::istreambuf_iterator<char>(stream), {});
    }
    return files;
}

inline std::map<std::string, std::string> asMap(std::span<const bindlab::EmbeddedFile> embedded) {
    std::map<std::string, std::string> files;
    for (const auto& file : embedded)
        files[std::string(file.name)] = std::string(file.text);
    return files;
}
