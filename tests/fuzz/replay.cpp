/// Plays the files of a folder through one fuzzing target, without a fuzzer: replay_flow FOLDER.
#include "harness.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

int main(int argc, char** argv)
{
    namespace fs = std::filesystem;
    std::vector<fs::path> files;
    std::error_code failed;
    if (argc == 2)
        for (const auto& entry : fs::directory_iterator(argv[1], failed))
            files.push_back(entry.path());
    if (files.empty()) {
        std::fprintf(stderr, "expected a folder that holds inputs\n");
        return 2;
    }
    std::sort(files.begin(), files.end());
    for (const auto& file : files) {
        std::ifstream in(file, std::ios::binary);
        const std::vector<char> bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
        std::printf("%s\n", file.filename().c_str());   // the last one is the one that breaks something
        std::fflush(stdout);
        LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
    }
    return 0;
}
