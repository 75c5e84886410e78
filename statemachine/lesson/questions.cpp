#include "lesson/questions.h"

#include "checker/matrix.h"
#include "lesson/stage.h"

#include <algorithm>

namespace bindlab {

namespace {

/// How what belongs to a lesson is called among what belongs to others.
std::string outside(const Lesson& lesson, const std::string& name) { return lesson.id + "/" + name; }

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

/// What the page rests on; where it names nothing, what the lesson starts from.
std::vector<std::string> sourcesOf(const Page& page, const Lesson& lesson)
{
    std::vector<std::string> sources;
    for (const auto& id : page.sources)
        sources.push_back(outside(lesson, id));
    if (sources.empty() && !lesson.sources.empty())
        sources.push_back(outside(lesson, lesson.sources.front().id));
    return sources;
}

} // namespace

std::vector<Question> questionsOf(const Lesson& lesson)
{
    std::string flows;
    for (const auto& page : lesson.pages)
        for (const auto& block : page.blocks)
            if (const auto* flow = std::get_if<FlowText>(&block))
                flows += flow->text;
    std::vector<Question> questions;
    for (const auto& page : lesson.pages) {
        if (needsOwnFlows(page, flows))
            continue;
        std::vector<Block> before{Play{{lesson.design, lesson.scenario, false, lesson.platform}, {}, page.line}};
        bool settled = true;
        for (const auto& block : page.blocks) {
            if (const auto* predict = std::get_if<Predict>(&block); predict && settled) {
                Page alone{lesson.title + ", " + page.title, before, sourcesOf(page, lesson), page.line};
                auto asked = *predict;
                asked.id = outside(lesson, predict->id);
                alone.blocks.push_back(std::move(asked));
                questions.push_back({&lesson, predict->id, std::move(alone)});
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

void ask(Lesson& lesson, const Question& question)
{
    const auto& from = *question.lesson;
    if (lesson.pages.empty()) {
        lesson.file = from.file;
        lesson.design = from.design;
        lesson.scenario = from.scenario;
        lesson.platform = from.platform;
    }
    lesson.pages.push_back(question.page);
    for (auto source : from.sources) {
        source.id = outside(from, source.id);
        if (lesson.source(source.id) == nullptr)
            lesson.sources.push_back(std::move(source));
    }
}

std::optional<bool> answeredRight(const Page& question, const LessonProgress& progress)
{
    for (const auto& block : question.blocks)
        if (const auto* predict = std::get_if<Predict>(&block)) {
            const auto answer = progress.answers.find(predict->id);
            if (answer == progress.answers.end() || answer->second == skippedAnswer)
                return std::nullopt;
            const bool inside = answer->second >= 0 && std::size_t(answer->second) < predict->options.size();
            return inside && predict->options[std::size_t(answer->second)].right;
        }
    return std::nullopt;
}

int rightAnswers(const Lesson& lesson, const LessonProgress& progress)
{
    return int(std::count_if(lesson.pages.begin(), lesson.pages.end(),
                             [&](const Page& page) { return answeredRight(page, progress) == true; }));
}

} // namespace bindlab
