#pragma once

#include "sandbox_rows.h"
#include "viewmodels/workbench/workbench_rows.h"

#include "draft/draft.h"
#include "world/run.h"

#include <vector>

namespace bindlab {

/// The lists beside the sandbox's text, each made anew from what was read and found.

/// Declarations of the text, with how many problems each has.
[[nodiscard]] std::vector<OutlineRow> outlineRows(const ReadDraft& read, const std::vector<DraftProblem>& problems, const QString& file);
/// Flows of the kernel that its threads reach, those the design changes in front.
[[nodiscard]] std::vector<OutlineRow> kernelFlowRows(const ReadDraft& read, const std::vector<DraftProblem>& problems, const QString& file);
/// Patches and mutations that fit the design's base; empty for a text that stands alone.
[[nodiscard]] std::vector<PatchRow> patchRows(const ReadDraft& read, const QString& text);
/// Where the design and what it picks come from, each once.
[[nodiscard]] std::vector<NamedRow> sourceRows(const ReadDraft& read);
/// The text's own in front.
[[nodiscard]] std::vector<NamedRow> designRows(const ReadDraft& read);
[[nodiscard]] std::vector<NamedRow> scenarioRows(const ReadDraft& read);
/// What a new text can begin as; `current` where it is a design.
[[nodiscard]] std::vector<NamedRow> templateRows(const Library& library);
/// The locks of a check's model.
[[nodiscard]] std::vector<NamedRow> lockRows(const CheckResult& result);
/// A run, a sentence a step.
[[nodiscard]] std::vector<ChoiceRow> stepRows(const Run& run);
/// Design, scenario and platform; of a text that has no design the scenario alone.
[[nodiscard]] QString scopeText(const Selection& selection);
/// The sites of what a problem is about: "vdevice_destroy:21", "mine.flow:7".
[[nodiscard]] QString whereText(const DraftProblem& problem);
/// "2 flows, 2 objects, 4 locks" of the model; of a text without one, nothing.
[[nodiscard]] QString summaryText(const ReadDraft& read);

} // namespace bindlab
