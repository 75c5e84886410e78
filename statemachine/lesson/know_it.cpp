#include "lesson/know_it.h"

#include "checker/matrix.h"
#include "lesson/stage.h"

#include <fmt/format.h>

#include <algorithm>

namespace bindlab {

namespace {

constexpr std::string_view testPrefix = "test:";

/// Whether the page runs something that the lesson itself declares, which is not there without it.
bool needsOwnFlows(const Page& page, const std::string& flows)
{
    return std::any_of(page.blocks.begin(), page.blocks.end(), [&](const Block& block) {
        const auto effect = effectOf(block);
        if (!effect)
            return std::holds_alternative<FlowText>(block);
        auto names = designNamed(effect->setting.design).patches;
        names.push_back(effect->setting.scenario);
        return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
            return !name.empty() && (flows.find("patch " + name + " ") != std::string::npos || flows.find("scenario " + name + " ") != std::string::npos);
        });
    });
}

/// A page for each question whose place in the run does not hang on what the reader did before.
std::vector<Page> questionsOf(const Lesson& lesson)
{
    std::string flows;
    for (const auto& page : lesson.pages)
        for (const auto& block : page.blocks)
            if (const auto* flow = std::get_if<FlowText>(&block))
                flows += flow->text;
    std::vector<Page> questions;
    for (const auto& page : lesson.pages) {
        if (needsOwnFlows(page, flows))
            continue;
        std::vector<Block> before{Play{{lesson.design, lesson.scenario, false}, {}, page.line}};
        bool settled = true;
        for (const auto& block : page.blocks) {
            if (const auto* predict = std::get_if<Predict>(&block); predict && settled) {
                Page question{fmt::format("{}, {}", lesson.title, page.title), before, {}, page.line};
                auto asked = *predict;
                asked.id = lesson.id + "/" + predict->id;
                question.blocks.push_back(std::move(asked));
                questions.push_back(std::move(question));
            }
            const auto effect = effectOf(block);
            if (effect && startsAnew(effect->setting))
                settled = true;
            else if (std::holds_alternative<Replay>(block))
                settled = false;
            if (effect)
                before.push_back(*effect);
            else if (const auto* prose = std::get_if<Prose>(&block))
                before.push_back(Prose{prose->markdown, prose->line});
        }
    }
    return questions;
}

} // namespace

Lesson testOf(std::string_view unit, const std::vector<Lesson>& lessons, int round)
{
    Lesson test;
    test.id = fmt::format("{}{}", testPrefix, unit);
    test.title = fmt::format("What do you know of \"{}\"?", unit);
    test.unit = unit;
    std::vector<Page> questions;
    for (const auto& lesson : lessons) {
        if (lesson.unit != unit)
            continue;
        if (test.file.empty()) {
            test.file = lesson.file;
            test.design = lesson.design;
            test.scenario = lesson.scenario;
            test.platform = lesson.platform;
        }
        test.sources.insert(test.sources.end(), lesson.sources.begin(), lesson.sources.end());
        for (auto& page : questionsOf(lesson))
            if (lesson.platform == test.platform)
                questions.push_back(std::move(page));
    }
    const auto count = std::min<std::size_t>(questions.size(), knowItQuestions);
    for (std::size_t i = 0; i < count; ++i)   // as far apart as they can be
        test.pages.push_back(questions[(std::size_t(round) + i * questions.size() / count) % questions.size()]);
    return test;
}

bool isTest(const Lesson& lesson) { return lesson.id.starts_with(testPrefix); }

int rightAnswers(const Lesson& test, const LessonProgress& progress)
{
    int right = 0;
    for (const auto& page : test.pages)
        for (const auto& block : page.blocks)
            if (const auto* predict = std::get_if<Predict>(&block)) {
                const auto answer = progress.answers.find(predict->id);
                const bool inside = answer != progress.answers.end() && answer->second >= 0
                    && std::size_t(answer->second) < predict->options.size();
                right += inside && predict->options[std::size_t(answer->second)].right ? 1 : 0;
            }
    return right;
}

LessonProgress knownAlready(const Lesson& lesson, LessonProgress progress)
{
    for (std::size_t page = 0; page < lesson.pages.size(); ++page)
        for (std::size_t block = 0; block < lesson.pages[page].blocks.size(); ++block)
            if (isAct(lesson.pages[page].blocks[block]))
                progress.acts.emplace(actKey(lesson, page, block), ActState::Skipped);
    return progress;
}

} // namespace bindlab
