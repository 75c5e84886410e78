#include "cli/console.h"

#include "flow/diagnostic.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <memory>

namespace bindlab {

namespace {

constexpr std::size_t largestFile = 16U << 20U;
constexpr std::size_t longestName = 60;
constexpr std::size_t mostNamesListed = 16;

bool isSet(const char* variable)
{
    const char* value = std::getenv(variable);
    return value != nullptr && *value != '\0';
}

int terminalColumns()
{
    winsize size{};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
        return 100;
    return std::clamp(int(size.ws_col), 40, 100);
}

/// Length of the well-formed UTF-8 sequence `text` starts with; 0 when it starts with none.
std::size_t sequenceLength(std::string_view text)
{
    const auto lead = static_cast<unsigned char>(text.front());
    const std::size_t length = lead < 0x80 ? 1 : lead >= 0xC2 && lead < 0xE0 ? 2 : lead >= 0xE0 && lead < 0xF0 ? 3
                               : lead >= 0xF0 && lead < 0xF5                 ? 4
                                                                             : 0;
    if (length == 0 || length > text.size())
        return 0;
    const auto continues = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; };
    return std::ranges::all_of(text.substr(1, length - 1), continues) ? length : 0;
}

/// Without control characters, which could break the line or the terminal, and without broken UTF-8.
std::string printable(std::string_view text)
{
    std::string safe;
    while (!text.empty()) {
        const std::size_t length = sequenceLength(text);
        const auto first = static_cast<unsigned char>(text.front());
        const bool control = length == 1 && (first < 0x20 || first == 0x7F);
        const bool control1 = length == 2 && first == 0xC2 && static_cast<unsigned char>(text[1]) < 0xA0;
        if (length == 0 || control || control1)
            safe += '?';
        else
            safe += text.substr(0, length);
        text.remove_prefix(std::max<std::size_t>(1, length));
    }
    return safe;
}

using File = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

} // namespace

Console processConsole()
{
    const bool terminal = isatty(STDOUT_FILENO) != 0;
    const char* term = std::getenv("TERM");
    const bool dumb = term == nullptr || std::strcmp(term, "dumb") == 0;
    return {.out = std::cout,
            .err = std::cerr,
            .columns = terminal ? terminalColumns() : 100,
            .colour = terminal && !dumb && !isSet("NO_COLOR"),
            .progress = isatty(STDERR_FILENO) != 0 && !dumb};
}

std::string inked(const Console& console, Ink ink, std::string_view text)
{
    if (!console.colour)
        return std::string(text);
    const char* code = ink == Ink::Good ? "1;32" : ink == Ink::Bad ? "1;31" : ink == Ink::Strong ? "1" : "2";
    return fmt::format("\033[{}m{}\033[0m", code, text);
}

tl::unexpected<Complaint> complain(std::string text)
{
    return tl::unexpected(Complaint{std::move(text)});
}

int report(const Console& console, const Complaint& complaint)
{
    if (complaint.text.ends_with('\n'))
        console.err << complaint.text;
    else
        console.err << "bindlab: " << printable(complaint.text) << '\n';
    console.err.flush();
    return exitBadInput;
}

std::string inQuotes(std::string_view name)
{
    std::string shown = printable(name);
    if (shown.size() > longestName) {
        std::size_t cut = longestName;
        while ((static_cast<unsigned char>(shown[cut]) & 0xC0U) == 0x80U)
            --cut;
        shown = shown.substr(0, cut) + "…";
    }
    return fmt::format("'{}'", shown);
}

std::string unknownName(std::string_view kind, std::string_view name, const std::vector<std::string>& known)
{
    std::string text = fmt::format("unknown {} {}", kind, inQuotes(name));
    const std::string nearest = name.size() > longestName ? std::string() : nearestName(std::string(name), known);
    if (!nearest.empty())
        text += fmt::format(", did you mean '{}'?", nearest);
    if (known.empty())
        return text + "; there is none";
    if (known.size() <= mostNamesListed)
        return text + fmt::format("{} {}", nearest.empty() ? "; known:" : " Known:", fmt::join(known, ", "));
    return text;
}

tl::expected<void, Complaint> checkName(std::string_view kind, std::string_view name, const std::vector<std::string>& known)
{
    if (std::ranges::find(known, name) == known.end())
        return complain(unknownName(kind, name, known));
    return {};
}

tl::expected<std::string, Complaint> readTextFile(const std::string& path)
{
    const File file(std::fopen(path.c_str(), "rb"), &std::fclose);
    if (!file)
        return complain(fmt::format("cannot read {}: {}", inQuotes(path), std::strerror(errno)));
    std::string text;
    std::array<char, 1U << 16U> chunk{};
    while (const std::size_t size = std::fread(chunk.data(), 1, chunk.size(), file.get())) {
        text.append(chunk.data(), size);
        if (text.size() > largestFile)
            return complain(fmt::format("cannot read {}: it is larger than {} MiB", inQuotes(path), largestFile >> 20U));
    }
    if (std::ferror(file.get()) != 0)
        return complain(fmt::format("cannot read {}: {}", inQuotes(path), std::strerror(errno)));
    return text;
}

tl::expected<void, Complaint> writeTextFile(const std::string& path, std::string_view text)
{
    const auto failed = [&] { return complain(fmt::format("cannot write {}: {}", inQuotes(path), std::strerror(errno))); };
    File file(std::fopen(path.c_str(), "wb"), &std::fclose);
    if (!file)
        return failed();
    if (std::fwrite(text.data(), 1, text.size(), file.get()) != text.size())
        return failed();
    if (std::fclose(file.release()) != 0)
        return failed();
    return {};
}

} // namespace bindlab
