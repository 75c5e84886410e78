#include "cli/manual.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <sstream>

namespace bindlab {

namespace {

/// As man wants it: hyphens that can be copied, no backslash with a meaning, no line that looks like a request.
std::string forMan(const std::string& text)
{
    std::string out;
    for (const char letter : text) {
        if (letter == '\\')
            out += "\\e";
        else if (letter == '-')
            out += "\\-";
        else if ((letter == '.' || letter == '\'') && (out.empty() || out.back() == '\n'))
            out += std::string("\\&") + letter;
        else
            out += letter;
    }
    return out;
}

std::string bold(const std::string& text)
{
    return "\\fB" + forMan(text) + "\\fR";
}

std::string italic(const std::string& text)
{
    return "\\fI" + forMan(text) + "\\fR";
}

std::string withStop(const std::string& text)
{
    return text.empty() || text.ends_with('.') ? text : text + ".";
}

bool indented(const std::string& line)
{
    return line.starts_with(' ');
}

/// Text between empty lines, its heading apart where it has one.
struct Paragraph {
    std::string heading;
    std::string text;
    bool operator==(const Paragraph&) const = default;
};

std::vector<Paragraph> paragraphs(const std::string& footer)
{
    std::vector<std::vector<std::string>> blocks{{}};
    std::istringstream stream(footer);
    for (std::string line; std::getline(stream, line);) {
        if (line.empty())
            blocks.emplace_back();
        else
            blocks.back().push_back(line);
    }
    std::vector<Paragraph> all;
    for (std::vector<std::string>& lines : blocks) {
        Paragraph paragraph;
        if (lines.size() > 1 && !indented(lines.front()) && std::all_of(lines.begin() + 1, lines.end(), indented)) {
            paragraph.heading = lines.front();
            lines.erase(lines.begin());
        }
        paragraph.text = fmt::format("{}", fmt::join(lines, "\n"));
        if (!paragraph.text.empty())
            all.push_back(std::move(paragraph));
    }
    return all;
}

/// Lines that stay as they are.
std::string asTyped(const std::string& text)
{
    return fmt::format(".nf\n{}\n.fi\n", forMan(text));
}

std::string manArgument(const ArgumentHelp& argument)
{
    std::vector<std::string> names;
    for (const std::string& name : argument.names)
        names.push_back(argument.value.empty() && !name.starts_with('-') ? italic(name) : bold(name));
    std::string head = fmt::format("{}", fmt::join(names, ", "));
    if (!argument.value.empty())
        head += " " + italic(argument.value);
    std::string help = withStop(argument.help);
    if (!argument.preset.empty())
        help += fmt::format(" Default: {}.", argument.preset);
    return fmt::format(".TP\n{}\n{}\n", head, forMan(help));
}

std::string manArguments(const std::vector<ArgumentHelp>& arguments)
{
    std::string text;
    for (const ArgumentHelp& argument : arguments)
        text += manArgument(argument);
    return text;
}

bool isHelpFlag(const ArgumentHelp& option)
{
    return std::ranges::find(option.names, "--help") != option.names.end();
}

std::string synopsis(const CommandHelp& command)
{
    std::string line = ".B bindlab";
    if (!command.name.empty())
        line += " " + command.name;
    line += "\n";
    for (const ArgumentHelp& argument : command.arguments) {
        const std::string name = italic(argument.names.front()) + (argument.repeats ? "..." : "");
        line += argument.required ? name + "\n" : fmt::format("[{}]\n", name);
    }
    return line + "[" + italic("OPTIONS") + "]\n";
}

/// A heading as man pages have it.
std::string upper(std::string text)
{
    std::ranges::transform(text, text.begin(), [](unsigned char letter) { return char(std::toupper(letter)); });
    return text;
}

std::string manCommand(CommandHelp command, const std::vector<Paragraph>& said)
{
    std::erase_if(command.options, isHelpFlag);
    std::string text = fmt::format(".SS {}\n{}.PP\n{}\n", command.name, synopsis(command), forMan(withStop(command.help)));
    text += manArguments(command.arguments) + manArguments(command.options);
    for (const Paragraph& paragraph : paragraphs(command.footer)) {
        if (std::ranges::find(said, paragraph) != said.end())
            continue;
        text += ".PP\n";
        if (!paragraph.heading.empty())
            text += forMan(paragraph.heading) + "\n.br\n";
        text += asTyped(paragraph.text);
    }
    return text;
}

/// What bindlab list knows, by the option or argument that takes one of it.
struct NameKind {
    const char* name;
    const char* kind;
};
constexpr std::array nameKinds{
    NameKind{"--design", "designs"},       NameKind{"--patch", "patches"},      NameKind{"--scenario", "scenarios"}, NameKind{"--platform", "platforms"},
    NameKind{"--property", "properties"},  NameKind{"--follow", "properties"},  NameKind{"--machine", "machines"},   NameKind{"--lesson", "lessons"},
    NameKind{"DESIGN", "designs"},         NameKind{"FIRST", "designs"},        NameKind{"SECOND", "designs"},       NameKind{"LESSON", "lessons"}};

/// The shell's words for what an option or argument may be.
std::string candidates(const ArgumentHelp& argument)
{
    if (!argument.choices.empty())
        return fmt::format("words='{}'", fmt::join(argument.choices, " "));
    for (const NameKind& kind : nameKinds) {
        if (std::ranges::find(argument.names, kind.name) != argument.names.end())
            return fmt::format("words=$(_bindlab_names {})", kind.kind);
    }
    return {};
}

std::string commandNames(const std::vector<CommandHelp>& commands)
{
    std::vector<std::string> names;
    for (const CommandHelp& command : commands) {
        if (!command.name.empty())
            names.push_back(command.name);
    }
    return fmt::format("{}", fmt::join(names, " "));
}

/// The case of one command: its options, what its arguments may be, and what follows each option that takes something.
std::string completionCase(const CommandHelp& command)
{
    std::vector<std::string> options;
    std::string values;
    for (const ArgumentHelp& option : command.options) {
        for (const std::string& name : option.names) {
            if (name.starts_with("--"))
                options.push_back(name);
        }
        if (option.value.empty())
            continue;
        const std::string words = candidates(option);
        values += fmt::format("            {}) takes=yes {} ;;\n", fmt::join(option.names, "|"), words.empty() ? "words=''" : words);
    }
    std::string text = fmt::format("    '{}')\n        options='{}'\n", command.name, fmt::join(options, " "));
    for (const ArgumentHelp& argument : command.arguments) {
        if (const std::string words = candidates(argument); !words.empty()) {
            text += fmt::format("        {}\n", words);
            break;   // arguments of different kinds stand in no command
        }
    }
    if (!values.empty())
        text += fmt::format("        case $option in\n{}        esac\n", values);
    return text + "        ;;\n";
}

constexpr const char* completionHead = R"(# Completion for bash of bindlab, made from the table of its commands.

_bindlab_names()
{
    bindlab list "$1" 2>/dev/null | awk '/^[^ ]/ { print $1 }'
}

_bindlab()
{
    local current=${COMP_WORDS[COMP_CWORD]} option=${COMP_WORDS[COMP_CWORD - 1]} command='' options='' words='' takes='' word
    COMPREPLY=()
    if [[ $current == '=' ]]; then
        current=''
    elif [[ $option == '=' ]]; then
        option=${COMP_WORDS[COMP_CWORD - 2]}
    fi
    for word in "${COMP_WORDS[@]:1:COMP_CWORD - 1}"; do
        [[ $word == -* ]] || { command=$word; break; }
    done
)";

constexpr const char* completionTail = R"(    if [[ -z $takes && $current == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$options" -- "$current")
    else
        mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
        ((${#COMPREPLY[@]})) || mapfile -t COMPREPLY < <(compgen -f -- "$current")
    fi
}
complete -o filenames -F _bindlab bindlab
)";

} // namespace

std::string manualPage(const std::vector<CommandHelp>& commands, const std::string& version, const std::string& date)
{
    const CommandHelp& program = commands.front();
    const std::string title = program.help.substr(program.help.find(": ") + 2);
    std::string text = fmt::format(".TH BINDLAB 1 \"{}\" \"Bindlab {}\" \"User Commands\"\n.ad l\n.SH NAME\nbindlab \\- {}\n", date, version, forMan(title));
    text += ".SH SYNOPSIS\n" + synopsis(program) + ".br\n.B bindlab\n" + italic("COMMAND") + "\n[" + italic("OPTIONS") + "]\n";
    text += ".SH OPTIONS\n" + manArguments(program.arguments) + manArguments(program.options);
    const std::vector<Paragraph> said = paragraphs(program.footer);
    text += ".SH COMMANDS\n";
    for (auto command = commands.begin() + 1; command != commands.end(); ++command)
        text += manCommand(*command, said);
    for (const Paragraph& paragraph : said)
        text += fmt::format(".SH {}\n{}", upper(paragraph.heading), asTyped(paragraph.text));
    return text;
}

std::string bashCompletion(const std::vector<CommandHelp>& commands)
{
    std::string text = std::string(completionHead) + "    case $command in\n";
    for (auto command = commands.begin() + 1; command != commands.end(); ++command)
        text += completionCase(*command);
    std::string program = completionCase(commands.front());
    program.replace(program.find("''"), 2, "*");
    text += program + "    esac\n";
    text += fmt::format("    ((COMP_CWORD == 1)) && words='{}'\n", commandNames(commands));
    return text + completionTail;
}

} // namespace bindlab
