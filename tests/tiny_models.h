#pragma once

#include "checker/checker.h"
#include "flow/library.h"
#include "flow/program.h"
#include "world/run.h"

#include "catch.h"

#include <memory>
#include <string>

namespace bindlab::testing {

/// Compiles a stand-alone file, or fails the test with its diagnostics.
inline std::shared_ptr<const Model> compiled(const std::string& text, const Selection& selection = {})
{
    Library library;
    library.add("tiny.flow", text);
    const auto model = library.compile(selection);
    if (!model)
        FAIL(toText(model.error()));
    return *model;
}

inline std::shared_ptr<const Model> shipped(const std::string& design, const std::string& scenario, const std::vector<std::string>& patches = {})
{
    const auto model = Library::shipped().compile({design, patches, scenario, "tdx"});
    if (!model)
        FAIL(toText(model.error()));
    return *model;
}

/// What is wrong with a file, as a user reads it.
inline std::string complaints(const std::string& text, const Selection& selection = {})
{
    Library library;
    library.add("tiny.flow", text);
    const auto model = library.compile(selection);
    return model ? std::string() : toText(model.error());
}

inline const Violation* find(const CheckResult& result, const std::string& property, const std::string& failure)
{
    for (const Violation& violation : result.violations)
        if (violation.property == property && violation.failure == failure)
            return &violation;
    return nullptr;
}

inline CheckResult checked(const std::shared_ptr<const Model>& model, const std::vector<std::string>& properties = {})
{
    CheckOptions options;
    options.properties = properties;
    return check(model, options);
}

} // namespace bindlab::testing
