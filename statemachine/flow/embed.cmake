# Writes OUTPUT: a C++ source in which FUNCTION (declared in HEADER) answers the text files of FOLDER named in LISTING,
# one a line. Lines end in \n whatever they end in on disk. Run by bindlab_embed().
file(READ "${LISTING}" names)
string(REPLACE "\n" ";" names "${names}")

set(entries "")
set(count 0)
foreach(name IN LISTS names)
    file(READ "${FOLDER}/${name}" text)
    string(REPLACE "\\" "\\\\" text "${text}")
    string(REPLACE "\"" "\\\"" text "${text}")
    string(REPLACE "\n" "\\n\"\n     \"" text "${text}")
    string(APPEND entries "    {\"${name}\"sv,\n     \"${text}\"sv},\n")
    math(EXPR count "${count} + 1")
endforeach()

file(WRITE "${OUTPUT}" "#include \"${HEADER}\"

#include <array>

using namespace std::string_view_literals;

namespace bindlab {
namespace {

constexpr std::array<EmbeddedFile, ${count}> files{{
${entries}}};

} // namespace

std::span<const EmbeddedFile> ${FUNCTION}() { return files; }

} // namespace bindlab
")
