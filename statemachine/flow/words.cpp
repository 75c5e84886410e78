#include "flow/words.h"

#include <algorithm>

namespace bindlab {

const std::vector<std::string>& declarationWords()
{
    static const std::vector<std::string> words{"source", "base", "enum", "struct", "global", "pool", "part", "ops", "flow", "state", "prologue",
                                                "epilogue", "scenario", "design", "patch", "mutation", "choice", "platform", "property"};
    return words;
}

const std::vector<std::string>& statementWords()
{
    static const std::vector<std::string> words{"if", "else", "while", "goto", "return", "choose", "or", "any", "order", "atomic", "wait", "timeout",
                                                "warn", "kill", "broken", "ghost", "NULL", "true", "false"};
    return words;
}

const std::vector<std::string>& fieldWords()
{
    static const std::vector<std::string> words{"int", "bool", "counter", "mutex", "rwsem", "machine", "ghost", "const", "guarded", "by", "for", "writes"};
    return words;
}

const std::vector<std::string>& builtInFlows()
{
    static const std::vector<std::string> words{"lock", "unlock", "down_read", "up_read", "down_write", "up_write", "trylock", "down_read_trylock",
                                                "down_write_trylock", "alloc", "free", "publish", "unlink", "fire", "dec_and_test", "freed", "exists",
                                                "lock_killable", "down_read_killable", "down_write_killable", "fput", "inside", "picked", "exited"};
    return words;
}

bool isStatementWord(std::string_view word)
{
    return std::ranges::find(statementWords(), word) != statementWords().end() || std::ranges::find(builtInFlows(), word) != builtInFlows().end();
}

} // namespace bindlab
