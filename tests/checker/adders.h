#pragma once

#include "checker/compare.h"
#include "tiny_models.h"

namespace bindlab::testing {

/// Two threads add to one number: without a lock, with one taken late, with one taken first; or a flag is raised as well.
inline constexpr const char* adders = R"(
source LIST "Re: adding" by "A. Author" on "2025-06-04";
base old "a kernel";
struct S { int n; bool flag; mutex lock "s->lock"; }
global S s;
flow add() : kernel {
    s.flag = true;
    n = s.n;
    s.n = n + 1;
}
patch with-lock "both hold the lock" @LIST {
    in flow add {
        s.flag = true;
+       lock(s.lock);
        n = s.n;
        s.n = n + 1;
+       unlock(s.lock);
    }
}
patch low-flag "the flag is lowered" @LIST {
    in flow add {
-       s.flag = true;
+       s.flag = false;
    }
}
patch no-such-line "takes away what is not there" {
    in flow add {
-       s.n = 7;
    }
}
patch dead-lines "lines that are never run" {
    in flow add {
+       n = 0;
+       if (n)
+           s.n = 7;
        s.flag = true;
    }
}
design bare "no lock" : old { }
design locked "a lock" : old { with-lock }
design low "no lock, no flag" : old { low-flag }
design lockedLow "a lock, no flag" : old { with-lock, low-flag }
design broken "does not compile" : old { no-such-line }
property P "nothing is lost" end { must s.n == 2 says "an update was lost" fails F99; }
property Q "the flag stays low" always { must !s.flag says "the flag is up" fails F98; }
epilogue close { n = s.n; }
scenario both two-adders "two threads add" then close { thread T1 { add(); } thread T2 { add(); } }
scenario twice add-twice "one thread adds twice" then close { thread T1 { add(); add(); } }
)";

inline const Library& library()
{
    static const Library library = [] {
        Library made;
        made.add("adders.flow", adders);
        return made;
    }();
    REQUIRE(toText(library.problems()).empty());
    return library;
}

inline std::array<Selection, 2> pair(const std::string& first, const std::string& second, const std::string& scenario = "both")
{
    return {Selection{first, {}, scenario, ""}, Selection{second, {}, scenario, ""}};
}

} // namespace bindlab::testing
