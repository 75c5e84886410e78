#pragma once

#include "lesson/recall.h"
#include "world/step.h"

#include <tl/expected.hpp>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace bindlab {

/// How far the reader has come with one act.
enum class ActState : std::uint8_t { Open, Done, NotSure, Skipped };

/// An answer to a prediction that is no option: "not sure", and passing on without an answer.
constexpr int notSureAnswer = -1;
constexpr int skippedAnswer = -2;

/// What a reader leaves behind; everything else follows from the lesson.
struct LessonProgress {
    int page = 0;
    std::map<std::string, ActState> acts;                      ///< those that are no longer open, by actKey()
    std::map<std::string, int> answers;                        ///< by id of the prediction: option, or one of the two above
    std::map<std::string, std::vector<StepChoice>> schedules;  ///< by id of the drive
    std::map<std::string, std::vector<int>> picks;             ///< by id of the order or repair: items, from 0
    std::map<std::string, std::string> texts;                  ///< by id of the explanation: the reader's own words
    std::map<std::string, Recall> recalls;                     ///< by id of the prediction; see review.h
    bool operator==(const LessonProgress&) const = default;
};

/// By id of the lesson.
using AllProgress = std::map<std::string, LessonProgress>;

/// `theirs` with what turned `base` into `mine`: two programs that started from `base` both keep what was done in them. Where both
/// changed the same thing, it is as in `mine`.
[[nodiscard]] LessonProgress merged(LessonProgress theirs, const LessonProgress& base, const LessonProgress& mine);

[[nodiscard]] std::string toJson(const LessonProgress& progress);
[[nodiscard]] std::string toJson(const AllProgress& progress);
/// Damaged text, and what a newer program has written, is an error of one line.
[[nodiscard]] tl::expected<LessonProgress, std::string> progressFromJson(const std::string& text);
[[nodiscard]] tl::expected<AllProgress, std::string> allProgressFromJson(const std::string& text);

} // namespace bindlab
