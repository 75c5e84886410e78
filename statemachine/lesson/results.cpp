#include "lesson/results.h"

#include "checker/matrix.h"
#include "lesson/goal_search.h"
#include "lesson/placeholders.h"
#include "lesson/yaml_reader.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace bindlab {

namespace {

/// More than any lesson needs, few enough that a mistaken one answers soon.
constexpr std::uint64_t mostStates = 2'000'000;
/// About as many states as are looked at while a model is compiled.
constexpr std::uint64_t workOfAModel = 5'000;
/// Before all flow texts of a lesson together: they take as much memory as the texts.
constexpr std::size_t mostBlankLines = 1'000'000;
/// A page goes back and forth between a few; an order has up to 720.
constexpr std::size_t mostModelsKept = 100;

std::string keyOf(const Selection& selection)
{
    return fmt::format("{}\n{}\n{}\n{}", selection.design, fmt::join(selection.patches, ","), selection.scenario,
                       selection.platform);
}

std::string oneLine(const Diagnostics& diagnostics)
{
    if (diagnostics.empty())
        return "the model does not compile";
    const auto& first = diagnostics.front();
    auto text = first.line > 0 ? fmt::format("{}:{}: {}", first.file, first.line, first.message) : first.message;
    return first.hint.empty() ? text : text + "; " + first.hint;
}

} // namespace

Results::Results(const Library& library, const Lesson& lesson, std::uint64_t work) : Results(library, work)
{
    std::shared_ptr<Library> own;
    std::size_t blankLines = 0;   // kept with every text
    for (const auto& page : lesson.pages)
        for (const auto& block : page.blocks)
            if (const auto* flow = std::get_if<FlowText>(&block)) {
                if (!own)
                    own = std::make_shared<Library>(library);
                // Blank lines before it, so that its lines are counted as in the lesson.
                blankLines += std::size_t(std::max(0, flow->line));
                if (blankLines > mostBlankLines) {
                    m_tooMuchText = true;
                    continue;
                }
                m_ownText += flow->text + "\n";
                own->add(lesson.file, std::string(std::size_t(std::max(0, flow->line)), '\n') + flow->text);
            }
    if (!own)
        return;
    m_problems = own->problems();
    m_library = std::move(own);
}

void Results::declare(const std::string& name, const std::function<std::string()>& text)
{
    if (!m_declared.insert(name).second)
        return;
    const auto declared = text();
    m_tooMuchText = m_tooMuchText || m_ownText.size() + declared.size() > LessonLimits::flowBytes;
    if (m_tooMuchText)
        return;
    auto more = std::make_shared<Library>(*m_library);
    more->add(name, declared);
    m_ownText += declared + "\n";
    more->trust();   // scenarios only; what they call is judged when they are compiled
    m_library = std::move(more);
}

Results::ModelOrError Results::model(const Selection& selection)
{
    const auto key = keyOf(selection);
    if (const auto found = m_models.find(key); found != m_models.end())
        return found->second;
    if (m_tooMuchText)
        return tl::unexpected(fmt::format("the flow texts and orders of the lesson are more than {} MiB of flow text, the most there may be",
                                          LessonLimits::flowBytes >> 20));
    if (auto spent = spend(workOfAModel); !spent)
        return tl::unexpected(spent.error());
    auto compiled = m_library->compile(selection);
    ModelOrError answer = compiled ? ModelOrError(*compiled) : ModelOrError(tl::unexpect, oneLine(compiled.error()));
    if (m_models.size() >= mostModelsKept)
        m_models.clear();
    m_models.emplace(key, answer);
    return answer;
}

Results::CheckOrError Results::check(const Selection& selection, const std::vector<std::string>& properties)
{
    const auto key = fmt::format("{}\n{}", keyOf(selection), fmt::join(properties, ","));
    if (const auto found = m_checks.find(key); found != m_checks.end())
        return found->second;
    const auto compiled = model(selection);
    if (!compiled)
        return tl::unexpected(compiled.error());
    if (auto left = spend(1); !left)
        return tl::unexpected(left.error());
    CheckOptions options;
    options.properties = properties;
    options.maxStates = statesLeft();
    CheckOrError answer = std::make_shared<const CheckResult>(bindlab::check(*compiled, options));
    static_cast<void>(spend((*answer)->states));
    m_checks.emplace(key, answer);
    return answer;
}

std::shared_ptr<const Comparison> Results::compare(const std::array<Selection, 2>& selections)
{
    auto& known = m_comparisons[keyOf(selections[0]) + "\n" + keyOf(selections[1])];
    if (!known) {
        CompareOptions options;
        options.maxStates = statesLeft();
        known = std::make_shared<const Comparison>(bindlab::compare(*m_library, selections, options));
        for (const auto& side : known->sides)
            static_cast<void>(spend(workOfAModel + side.cell.result.states));
    }
    return known;
}

std::uint64_t Results::statesLeft() const { return std::clamp<std::uint64_t>(m_workLeft, 1, mostStates); }

tl::expected<void, std::string> Results::spend(std::uint64_t work)
{
    if (m_workLeft == 0)
        return tl::unexpected(std::string("the checks, searches and moves of this lesson together take more than the most they may; this one was left out"));
    m_workLeft -= std::min(m_workLeft, work);
    return {};
}

tl::expected<std::vector<StepChoice>, std::string> Results::nearest(const Run& run, const std::vector<Goal>& goals)
{
    if (auto left = spend(1); !left)
        return tl::unexpected(left.error());
    std::size_t states = 0;
    auto way = bindlab::nearest(run, goals, std::size_t(std::min<std::uint64_t>(m_workLeft, mostGoalStates)), &states);
    static_cast<void>(spend(states));
    return way;
}

std::string Results::fillIn(const std::string& markdown, const std::string& platform, std::vector<std::string>* errors)
{
    std::string filled;
    std::size_t from = 0;
    for (const auto& placeholder : placeholdersIn(markdown)) {
        const auto written = markdown.substr(placeholder.begin, placeholder.end - placeholder.begin);
        const auto figure = [&]() -> tl::expected<std::string, std::string> {
            if (!placeholder.error.empty())
                return tl::unexpected(placeholder.error);
            auto selection = designNamed(placeholder.design);
            selection.scenario = placeholder.scenario;
            selection.platform = platform;
            const auto result = check(selection);
            if (!result)
                return tl::unexpected(result.error());
            const auto& checked = **result;
            if (checked.verdict == Verdict::Bounded)
                return tl::unexpected("the check met a bound: " + checked.bound);
            if (placeholder.property.empty()) {
                if (placeholder.figure == "states")
                    return std::to_string(checked.states);
                if (placeholder.figure == "transitions")
                    return std::to_string(checked.transitions);
                if (placeholder.figure == "depth")
                    return std::to_string(checked.depth);
                return toText(checked.verdict);
            }
            const auto* violation = shortest(checked, placeholder.property);
            if (!violation)
                return tl::unexpected(fmt::format("{} is not violated by {} in {}", placeholder.property, placeholder.design,
                                                  placeholder.scenario));
            if (placeholder.figure == "length")
                return std::to_string(violation->steps.size());
            if (placeholder.figure == "switches")
                return std::to_string(violation->switches);
            return placeholder.figure == "failure" ? violation->failure : violation->message;
        }();
        filled += markdown.substr(from, placeholder.begin - from);
        filled += figure ? *figure : written;   // what cannot be filled stays as it is written
        if (!figure && errors)
            errors->push_back(fmt::format("{}: {}", written, figure.error()));
        from = placeholder.end;
    }
    return filled + markdown.substr(from);
}

const Violation* shortest(const CheckResult& result, const std::string& property)
{
    const Violation* best = nullptr;
    for (const auto& violation : result.violations)
        if (violation.property == property && (!best || violation.steps.size() < best->steps.size()))
            best = &violation;
    return best;
}

} // namespace bindlab
