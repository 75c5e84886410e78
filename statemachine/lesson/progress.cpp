#include "lesson/progress.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace bindlab {

namespace {

constexpr int progressVersion = 1;

std::string toText(ActState state)
{
    switch (state) {
    case ActState::Open: return "open";
    case ActState::Done: return "done";
    case ActState::NotSure: return "not sure";
    case ActState::Skipped: return "skipped";
    }
    return {};
}

} // namespace

std::string toJson(const LessonProgress& progress)
{
    nlohmann::ordered_json json{{"version", progressVersion},
                                {"page", progress.page},
                                {"acts", nlohmann::ordered_json::object()},
                                {"answers", progress.answers},
                                {"schedules", nlohmann::ordered_json::object()},
                                {"picks", progress.picks},
                                {"texts", progress.texts}};
    for (const auto& [key, state] : progress.acts)
        json["acts"][key] = toText(state);
    for (const auto& [id, steps] : progress.schedules) {
        auto list = nlohmann::ordered_json::array();
        for (const auto& step : steps)
            list.push_back({step.thread, step.choice});
        json["schedules"][id] = list;
    }
    return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

tl::expected<LessonProgress, std::string> progressFromJson(const std::string& text)
{
    try {
        const auto json = nlohmann::json::parse(text);
        if (const int version = json.at("version").get<int>(); version != progressVersion)
            return tl::unexpected(fmt::format("this progress has version {}, known is {}", version, progressVersion));
        LessonProgress progress;
        progress.page = json.at("page").get<int>();
        progress.answers = json.at("answers").get<std::map<std::string, int>>();
        progress.picks = json.value("picks", progress.picks);   // not there before these acts were
        progress.texts = json.value("texts", progress.texts);
        for (const auto& [key, state] : json.at("acts").items())
            for (const auto known : {ActState::Done, ActState::NotSure, ActState::Skipped})
                if (state.get<std::string>() == toText(known))
                    progress.acts[key] = known;
        for (const auto& [id, steps] : json.at("schedules").items())
            for (const auto& step : steps)
                progress.schedules[id].push_back({step.at(0).get<std::uint8_t>(), step.at(1).get<std::uint8_t>()});
        return progress;
    } catch (const nlohmann::json::exception& error) {
        return tl::unexpected(std::string("this is no progress of a lesson: ") + error.what());
    }
}

} // namespace bindlab
