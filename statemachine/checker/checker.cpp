#include "checker/search.h"

namespace bindlab {

CheckResult check(const std::shared_ptr<const Model>& model, const CheckOptions& options) { return Search(model, options).run(); }

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
