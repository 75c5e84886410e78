#include "program.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace {

std::string readFile(const std::filesystem::path& path)
{
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::vector<char*> pointersTo(std::vector<std::string>& strings)
{
    std::vector<char*> pointers;
    for (std::string& text : strings)
        pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

} // namespace

Answer run(const Start& start)
{
    const Folder folder;
    const std::string out = start.out.empty() ? folder.path("out") : start.out;
    const std::string err = folder.path("err");

    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    const std::string in = folder.write("in", start.in);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, in.c_str(), O_RDONLY, 0);
    if (start.closedOut)
        posix_spawn_file_actions_addclose(&actions, STDOUT_FILENO);
    else
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, err.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);

    std::vector<std::string> arguments = start.through;
    arguments.emplace_back(BINDLAB_PROGRAM);
    arguments.insert(arguments.end(), start.arguments.begin(), start.arguments.end());
    std::vector<std::string> environment{"PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8", "HOME=" + folder.path("")};
    for (const auto& [name, value] : start.environment)
        environment.push_back(name + "=" + value);

    pid_t child = 0;
    const int error = posix_spawnp(&child, arguments.front().c_str(), &actions, nullptr, pointersTo(arguments).data(), pointersTo(environment).data());
    posix_spawn_file_actions_destroy(&actions);
    if (error != 0)
        throw std::runtime_error("cannot start " + arguments.front());
    int status = 0;
    waitpid(child, &status, 0);
    return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), start.out.empty() ? readFile(out) : std::string(), readFile(err)};
}

Answer bindlab(std::vector<std::string> arguments)
{
    Start start;
    start.arguments = std::move(arguments);
    return run(start);
}

int linesOf(const std::string& text)
{
    return int(std::ranges::count(text, '\n')) + (text.empty() || text.ends_with('\n') ? 0 : 1);
}

Folder::Folder()
{
    std::string name = (std::filesystem::temp_directory_path() / ("bindlab-" + std::string(6, 'X'))).string();   // mkdtemp() chooses the end
    if (mkdtemp(name.data()) == nullptr)
        throw std::runtime_error("cannot make a folder");
    m_path = name;
}

Folder::~Folder()
{
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

std::string Folder::write(const std::string& name, const std::string& text) const
{
    std::ofstream(m_path / name, std::ios::binary) << text;
    return path(name);
}

std::string Folder::read(const std::string& name) const
{
    return readFile(m_path / name);
}
