#include "lesson/progress.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace bindlab {

namespace {

using Json = nlohmann::ordered_json;

constexpr int progressVersion = 1;
/// A day beyond the year 2200 is damage.
constexpr std::int64_t mostDays = 84'000;

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

Json asJson(const LessonProgress& progress)
{
    Json json{{"version", progressVersion},
                                {"page", progress.page},
                                {"acts", Json::object()},
                                {"answers", progress.answers},
                                {"schedules", Json::object()},
                                {"picks", progress.picks},
                                {"texts", progress.texts},
                                {"recalls", Json::object()}};
    for (const auto& [key, state] : progress.acts)
        json["acts"][key] = toText(state);
    for (const auto& [id, steps] : progress.schedules) {
        auto list = Json::array();
        for (const auto& step : steps)
            list.push_back({step.thread, step.choice});
        json["schedules"][id] = list;
    }
    for (const auto& [id, recall] : progress.recalls)
        json["recalls"][id] = Json::array({recall.place, recall.answered.time_since_epoch().count()});
    return json;
}

/// What is no recall is left out: the question begins anew, and nothing else is lost.
void readRecalls(const Json& json, std::map<std::string, Recall>& recalls)
{
    for (const auto& [id, recall] : json.items()) {
        if (!recall.is_array() || recall.size() != 2 || !recall[0].is_number_integer() || !recall[1].is_number_integer())
            continue;
        const auto place = recall[0].get<std::int64_t>();
        const auto day = recall[1].get<std::int64_t>();
        if (place >= 0 && place < std::int64_t(restDays.size()) && day >= 0 && day <= mostDays)
            recalls[id] = {int(place), Day(std::chrono::days(day))};
    }
}

/// Throws what the library throws when something is not as it should be.
LessonProgress fromJson(const Json& json)
{
    LessonProgress progress;
    progress.page = json.at("page").get<int>();
    progress.answers = json.at("answers").get<std::map<std::string, int>>();
    progress.picks = json.value("picks", progress.picks);   // not there before these acts were
    progress.texts = json.value("texts", progress.texts);
    readRecalls(json.value("recalls", Json::object()), progress.recalls);
    for (const auto& [key, state] : json.at("acts").items())
        for (const auto known : {ActState::Done, ActState::NotSure, ActState::Skipped})
            if (state.get<std::string>() == toText(known))
                progress.acts[key] = known;
    for (const auto& [id, steps] : json.at("schedules").items())
        for (const auto& step : steps)
            progress.schedules[id].push_back({step.at(0).get<std::uint8_t>(), step.at(1).get<std::uint8_t>()});
    return progress;
}

/// What `read` makes of the text, when that is JSON of a version that is known.
template <typename Progress>
tl::expected<Progress, std::string> parsed(const std::string& text, Progress (*read)(const Json&))
{
    try {
        const auto json = Json::parse(text);
        if (const int version = json.at("version").get<int>(); version != progressVersion)
            return tl::unexpected(fmt::format("it has version {}, this program knows version {}", version, progressVersion));
        return read(json);
    } catch (const Json::exception& error) {
        return tl::unexpected(std::string("it is no progress of Bindlab: ") + error.what());
    }
}

std::string dumped(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

AllProgress allFromJson(const Json& json)
{
    AllProgress all;
    for (const auto& [id, lesson] : json.at("lessons").items())
        all[id] = fromJson(lesson);
    return all;
}

template <typename Map>
void carryOver(Map& theirs, const Map& base, const Map& mine)
{
    for (const auto& [key, value] : base) {
        if (!mine.contains(key))
            theirs.erase(key);
    }
    for (const auto& [key, value] : mine) {
        const auto before = base.find(key);
        if (before == base.end() || before->second != value)
            theirs[key] = value;
    }
}

} // namespace

LessonProgress merged(LessonProgress theirs, const LessonProgress& base, const LessonProgress& mine)
{
    if (mine.page != base.page)
        theirs.page = mine.page;
    carryOver(theirs.acts, base.acts, mine.acts);
    carryOver(theirs.answers, base.answers, mine.answers);
    carryOver(theirs.schedules, base.schedules, mine.schedules);
    carryOver(theirs.picks, base.picks, mine.picks);
    carryOver(theirs.texts, base.texts, mine.texts);
    carryOver(theirs.recalls, base.recalls, mine.recalls);
    return theirs;
}

std::string toJson(const LessonProgress& progress) { return dumped(asJson(progress)); }

std::string toJson(const AllProgress& progress)
{
    Json json{{"version", progressVersion}, {"lessons", Json::object()}};
    for (const auto& [id, lesson] : progress)
        json["lessons"][id] = asJson(lesson);
    return dumped(json) + "\n";
}

tl::expected<LessonProgress, std::string> progressFromJson(const std::string& text) { return parsed<LessonProgress>(text, fromJson); }

tl::expected<AllProgress, std::string> allProgressFromJson(const std::string& text) { return parsed<AllProgress>(text, allFromJson); }

} // namespace bindlab
