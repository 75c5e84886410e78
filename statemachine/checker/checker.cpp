#include "checker/search.h"

#include <tuple>

namespace bindlab {

CheckResult check(const std::shared_ptr<const Model>& model, const CheckOptions& options) { return Search(model, options).run(); }

bool isToldBefore(const Violation& one, const Violation& other)
{
    const auto rank = [](const Violation& violation) { return std::tuple(violation.property != "I3", violation.inEpilogue, violation.steps.size()); };
    return rank(one) < rank(other);
}

std::string toText(Essence::Kind kind)
{
    switch (kind) {
    case Essence::Kind::EveryRun: return "every run";
    case Essence::Kind::Events: return "events";
    case Essence::Kind::NoneOfAtMostFour: return "none of at most four";
    case Essence::Kind::NotSettled: return "not settled";
    }
    return {};
}

std::string toText(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Holds: return "holds";
    case Verdict::Violated: return "violated";
    case Verdict::Bounded: return "bounded";
    case Verdict::NotApplicable: return "n/a";
    }
    return {};
}

} // namespace bindlab
