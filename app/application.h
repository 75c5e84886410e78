#pragma once

#include "cli/console.h"

class QQmlApplicationEngine;
class QQuickWindow;

namespace bindlab {

class AppViewModel;

/// The program's name as an argument vector that outlives the application object.
struct Arguments {
    char name[8] = "bindlab";
    char* values[2] = {name, nullptr};
    int count = 1;
};

/// To be called before there is an application object: what Qt says goes to stderr in our words, and the desktop knows our name.
void nameApplication();

/// A complaint when no text can be read here. Asks for an application object.
[[nodiscard]] tl::expected<void, Complaint> checkFonts();

/// Loads the window, hidden.
[[nodiscard]] tl::expected<QQuickWindow*, Complaint> loadWindow(QQmlApplicationEngine& engine, AppViewModel& app);

/// Says on stderr what is wrong. Answers exitBadInput.
int fail(const Complaint& complaint);

} // namespace bindlab
