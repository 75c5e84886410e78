#pragma once

#include <array>

namespace bindlab::inks {

/// The light theme of the window (ui.md, Tokens): drawings end up on white paper.
constexpr const char* pane = "#FFFFFF";
constexpr const char* lane = "#FAFBFC";
constexpr const char* laneAlt = "#F4F5F8";
constexpr const char* line = "#E3E6EB";
constexpr const char* lineStrong = "#C6CCD6";
constexpr const char* edge = "#838D9D";
constexpr const char* text = "#171A20";
constexpr const char* text2 = "#454D5B";
constexpr const char* text3 = "#626B7A";
constexpr const char* accent = "#4448CC";
constexpr const char* accentFill = "#ECEDFF";

/// A role in three tones.
struct Tones {
    const char* ink;
    const char* fill;
    const char* line;
};
constexpr std::array<Tones, 3> threads{{{"#0A67B0", "#E3F1FD", "#93C4EC"}, {"#8A5A00", "#FCF1D9", "#DDB665"}, {"#A03079", "#FBE9F4", "#DFA4CA"}}};
constexpr Tones fails{"#C2213F", "#FDE8EB", "#E9A0AC"};

} // namespace bindlab::inks
