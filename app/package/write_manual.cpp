#include "cli/manual.h"

#include <iostream>
#include <string_view>

/// Writes what is made from the table of commands: write_manual man VERSION DATE, or write_manual completion.
int main(int argc, char** argv)
{
    const std::string_view kind = argc > 1 ? argv[1] : "";
    if (kind == "man" && argc == 4)
        std::cout << bindlab::manualPage(bindlab::commandHelp(), argv[2], argv[3]);
    else if (kind == "completion" && argc == 2)
        std::cout << bindlab::bashCompletion(bindlab::commandHelp());
    else
        return 2;
    return std::cout.flush() ? 0 : 1;
}
