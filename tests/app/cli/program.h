#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

/// What one run of the program left behind.
struct Answer {
    int status = -1;     ///< exit status; 128 + signal when it was killed
    std::string out;
    std::string err;
};

struct Start {
    std::vector<std::string> arguments;
    std::map<std::string, std::string> environment;   ///< added to a bare one without a display
    std::string out;                                  ///< a file that stands in for stdout, e.g. /dev/full
    bool closedOut = false;
    std::string in = {};                              ///< what stands on stdin
    std::vector<std::string> through = {};            ///< another program that starts it, e.g. {"timeout", "1"}
};

/// Runs the built program and waits for it.
Answer run(const Start& start);
Answer bindlab(std::vector<std::string> arguments);

/// How many lines `text` has; what follows the last newline counts as one.
int linesOf(const std::string& text);

/// A folder of its own for one test, gone with it.
class Folder {
public:
    Folder();
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    [[nodiscard]] std::string path(const std::string& name) const { return (m_path / name).string(); }
    /// Writes a file and answers its path.
    std::string write(const std::string& name, const std::string& text) const;
    [[nodiscard]] std::string read(const std::string& name) const;

private:
    std::filesystem::path m_path;
};
