#include "compare_view_model.h"

#include "compare_drawing.h"
#include "compare_focus.h"
#include "viewmodels/matrix/matrix_view_model.h"
#include "viewmodels/shared/named_rows.h"
#include "viewmodels/shared/number_text.h"
#include "viewmodels/shared/plain_text.h"

#include "flow/program.h"
#include "report/compare_json.h"
#include "report/compare_text.h"
#include "report/text.h"

#include <QMetaObject>

#include <algorithm>
#include <set>
#include <tuple>

namespace bindlab {

namespace {

/// How long a step is shown, in milliseconds.
constexpr int stepTime = 900;
/// How often a running check tells how far it is.
constexpr int progressTime = 100;

QString stepsText(std::size_t count) { return count == 1 ? CompareViewModel::tr("1 step") : CompareViewModel::tr("%1 steps").arg(count); }

QString statesText(std::uint64_t count) { return CompareViewModel::tr("%1 states").arg(numberText(count)); }

/// The kind of cell, and how many steps or states it took.
std::pair<int, QString> inShort(const PropertyVerdict& verdict, const ComparedSide& side)
{
    switch (verdict.verdict) {
    case Verdict::Holds: return {MatrixViewModel::Safe, statesText(side.cell.result.states)};
    case Verdict::Bounded: return {MatrixViewModel::Bounded, CompareViewModel::tr("to depth %1").arg(side.cell.result.depth)};
    case Verdict::NotApplicable: return {MatrixViewModel::NotApplicable, {}};
    case Verdict::Violated: break;
    }
    QStringList failures;
    for (const Violation& violation : verdict.violations)
        failures.append((text(violation.failure) + QLatin1Char(' ') + stepsText(violation.steps.size())).trimmed());
    return {MatrixViewModel::Fails, failures.join(QStringLiteral(", "))};
}

QString leadText(const Lead& lead, const QString& first, const QString& second)
{
    if (lead.schedule == Schedule::Fair)
        return CompareViewModel::tr("Threads take turns");
    const QString name = lead.schedule == Schedule::FailureOfFirst ? first : second;
    const QString what = (text(lead.violation.property) + QLatin1Char(' ') + text(lead.violation.failure)).trimmed();
    return CompareViewModel::tr("%1 breaks %2, %3").arg(name, what, stepsText(lead.violation.steps.size()));
}

/// A few words for a block: what was refused, else what the line is.
QString labelOf(const StepRecord& record)
{
    for (const Effect& effect : record.effects)
        if (effect.kind == EffectKind::Returned && effect.after.starts_with('-'))
            return CompareViewModel::tr("returns %1").arg(text(effect.after));
    return text(record.label.empty() ? record.text : record.label);
}

} // namespace

/// What the checking thread and the window share.
struct CompareViewModel::Job {
    std::atomic<bool> cancel{false};
};

CompareViewModel::CompareViewModel(const Library& library, QObject* parent)
    : QObject(parent), m_library(library), m_allDesigns(library.designs()),
      m_selections{Selection{"D3a", {}, "S3", "tdx"}, Selection{"D1", {}, "S3", "tdx"}}
{
    for (WorkbenchViewModel& side : m_sides)
        side.setLibrary(std::shared_ptr<const Library>(&library, [](const Library*) {}));
    m_designs.assign(namedRows(m_allDesigns));
    m_scenarios.assign(namedRows(library.scenarios()));
    m_platforms.assign(namedRows(library.platforms()));
    m_timer.setInterval(stepTime);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (m_position < length())
            seek(m_position + 1);
        if (m_position >= length())
            pause();
    });
    m_telling.setInterval(progressTime);
    connect(&m_telling, &QTimer::timeout, this, &CompareViewModel::progressed);
    // The map is laid out anew when its pane changes; what lies over it follows.
    connect(m_sides[0].map(), &MapViewModel::changed, this, &CompareViewModel::showMarks);
    tellChoice();
}

CompareViewModel::~CompareViewModel() { cancel(); }

// --- what is compared

QString CompareViewModel::nameOf(std::size_t side) const { return text(designName(m_selections[side])); }
QString CompareViewModel::titleOf(std::size_t side) const { return titleIn(m_allDesigns, m_selections[side].design); }
QString CompareViewModel::scenarioTitle() const { return titleIn(m_library.scenarios(), m_selections[0].scenario); }
QString CompareViewModel::platformTitle() const { return titleIn(m_library.platforms(), m_selections[0].platform); }

void CompareViewModel::choose(const std::array<Selection, 2>& selections)
{
    if (selections == m_selections)
        return;
    cancel();
    pause();
    m_selections = selections;
    m_comparison.reset();
    tellChoice();
    showComparison();
    start();
}

void CompareViewModel::restore(const std::array<QString, 2>& names, const QString& scenario, const QString& platform)
{
    const auto isKnown = [](const auto& infos, const std::string& id) {
        return std::ranges::any_of(infos, [&](const auto& info) { return info.id == id; });
    };
    std::array<Selection, 2> selections;
    for (std::size_t side = 0; side < 2; ++side) {
        Selection& selection = selections[side];
        selection = designNamed(names[side].toStdString());
        selection.scenario = scenario.toStdString();
        selection.platform = platform.toStdString();
        const bool arePatches = std::ranges::all_of(selection.patches, [&](const std::string& patch) {
            return isKnown(m_library.patches(), patch.starts_with('-') ? patch.substr(1) : patch);
        });
        if (!isKnown(m_allDesigns, selection.design) || !arePatches || !isKnown(m_library.scenarios(), selection.scenario)
            || !isKnown(m_library.platforms(), selection.platform))
            return;
    }
    m_selections = selections;
    tellChoice();
}

void CompareViewModel::setScenario(const QString& scenario)
{
    auto selections = m_selections;
    for (Selection& selection : selections)
        selection.scenario = scenario.toStdString();
    choose(selections);
}

void CompareViewModel::setPlatform(const QString& platform)
{
    auto selections = m_selections;
    for (Selection& selection : selections)
        selection.platform = platform.toStdString();
    choose(selections);
}

void CompareViewModel::chooseDesign(int side, const QString& design)
{
    auto selections = m_selections;
    selections[side == 0 ? 0 : 1].design = design.toStdString();
    selections[side == 0 ? 0 : 1].patches.clear();
    choose(selections);
}

void CompareViewModel::setPatch(int side, const QString& patch, bool has)
{
    auto selections = m_selections;
    Selection& selection = selections[side == 0 ? 0 : 1];
    const std::string id = patch.toStdString();
    const auto design = std::ranges::find(m_allDesigns, selection.design, &DesignInfo::id);
    const auto set = [&](const std::string& each, bool isThere) {
        std::erase_if(selection.patches, [&](const std::string& own) { return own == each || own == "-" + each; });
        const bool named = design != m_allDesigns.end() && std::ranges::find(design->patches, each) != design->patches.end();
        if (named != isThere)
            selection.patches.push_back(isThere ? each : "-" + each);
    };
    // Of the answers to one question a design has one: a new one takes the place of the old one.
    const auto patches = m_library.patches();
    const auto info = std::ranges::find(patches, id, &PatchInfo::id);
    if (has && info != patches.end() && !info->choice.empty())
        for (const PatchInfo& each : patchesOf(m_library, selection))
            if (each.choice == info->choice && each.id != id)
                set(each.id, false);
    set(id, has);
    choose(selections);
}

void CompareViewModel::resetPatches(int side)
{
    auto selections = m_selections;
    selections[side == 0 ? 0 : 1].patches.clear();
    choose(selections);
}

void CompareViewModel::swap() { choose({m_selections[1], m_selections[0]}); }

void CompareViewModel::tellChoice()
{
    std::vector<ChoiceOfPatchRow> rows;
    const std::array<std::vector<PatchInfo>, 2> own{patchesOf(m_library, m_selections[0]), patchesOf(m_library, m_selections[1])};
    const auto has = [&](std::size_t side, const std::string& id) { return std::ranges::find(own[side], id, &PatchInfo::id) != own[side].end(); };
    for (const PatchInfo& patch : m_library.patches())
        if (!patch.mutation)
            rows.push_back({text(patch.id), text(patch.title), text(patch.choice), has(0, patch.id), has(1, patch.id)});
    std::ranges::stable_sort(rows, {}, &ChoiceOfPatchRow::choice);
    m_patchChoices.assign(std::move(rows));
    emit chosen();
}

// --- the checks

void CompareViewModel::cancel()
{
    if (m_job)
        m_job->cancel = true;
    if (m_thread.joinable())
        m_thread.join();
    m_job.reset();
    m_telling.stop();
}

void CompareViewModel::start()
{
    if (m_job || (m_comparison && m_comparison->schedule != Schedule::None))
        return;
    m_job = std::make_shared<Job>();
    m_statesSoFar = 0;
    m_thread = std::thread([this, job = m_job, &library = m_library, selections = m_selections] {
        CompareOptions options;
        options.cancel = &job->cancel;
        options.progress = [this](const CheckProgress& progress) { m_statesSoFar = progress.states; };
        auto comparison = std::make_shared<Comparison>(compare(library, selections, options));
        QMetaObject::invokeMethod(this, [this, job, comparison] { finish(job, std::move(*comparison)); }, Qt::QueuedConnection);
    });
    m_telling.start();
    emit changed();
    emit progressed();
}

void CompareViewModel::stop()
{
    if (m_job)
        m_job->cancel = true;
}

void CompareViewModel::finish(const std::shared_ptr<Job>& job, Comparison comparison)
{
    if (job != m_job)
        return;
    cancel();
    m_comparison = std::move(comparison);
    m_position = 0;
    showComparison();
    jumpToSplit();
}

QString CompareViewModel::progressText() const
{
    return busy() ? tr("Checking both: %1 states").arg(numberText(m_statesSoFar)) : QString();
}

QString CompareViewModel::obstacle() const
{
    if (!m_comparison)
        return {};
    QStringList lines;
    for (std::size_t side = 0; side < 2; ++side) {
        const MatrixCell& cell = m_comparison->sides[side].cell;
        if (cell.stopped)
            lines.append(tr("%1 was stopped before its check was done.").arg(nameOf(side)));
        else if (!cell.error.empty())
            lines.append(tr("%1 cannot be run: %2").arg(nameOf(side), text(cell.error).trimmed()));
        else if (!cell.whyNotApplicable.empty())
            lines.append(tr("%1 does not apply: %2").arg(nameOf(side), text(cell.whyNotApplicable)));
    }
    return lines.join(QLatin1Char('\n'));
}

QString CompareViewModel::statesOf(std::size_t side) const
{
    return m_comparison && m_comparison->sides[side].model ? statesText(m_comparison->sides[side].cell.result.states) : QString();
}

// --- what is shown of them

void CompareViewModel::showComparison()
{
    std::vector<CompareVerdictRow> verdicts;
    std::vector<ComparePatchRow> patches;
    std::vector<DiffRow> diff;
    m_leads.clear();
    m_otherProperties = m_linesAdded = m_linesRemoved = 0;
    if (m_comparison) {
        const auto& sides = m_comparison->sides;
        const auto properties = m_library.properties();
        for (const ComparedProperty& property : comparedProperties(*m_comparison)) {
            const auto fails = [](const PropertyVerdict& side) { return side.verdict == Verdict::Violated || side.verdict == Verdict::Bounded; };
            if (!property.differs() && !fails(property.sides[0]) && !fails(property.sides[1])) {
                ++m_otherProperties;
                continue;
            }
            CompareVerdictRow row;
            row.property = text(property.id);
            row.title = titleIn(properties, property.id);
            row.differs = property.differs();
            std::tie(row.firstKind, row.firstText) = inShort(property.sides[0], sides[0]);
            std::tie(row.secondKind, row.secondText) = inShort(property.sides[1], sides[1]);
            row.spoken = tr("%1, %2. %3: %4. %5: %6.").arg(row.property, row.title, nameOf(0), verdictInWords(row.firstKind, row.firstText), nameOf(1),
                                                          verdictInWords(row.secondKind, row.secondText));
            verdicts.push_back(std::move(row));
        }
        // What tells them apart comes first.
        std::ranges::stable_partition(verdicts, &CompareVerdictRow::differs);

        const auto only = differingPatches(m_library, m_selections);
        for (std::size_t side = 0; side < 2; ++side)
            for (const PatchInfo& patch : only[side])
                patches.push_back({int(side), text(patch.id), text(patch.title), text(sourceAsText(patch.source))});

        for (const FlowDiff& flow : flowDiffs(*m_comparison)) {
            m_linesAdded += flow.added();
            m_linesRemoved += flow.removed();
            diff.push_back({FlowHead, {}, {}, text(flow.signature), codeMarkup(text(flow.signature)), {}});
            for (const DiffLine& line : flow.lines) {
                const auto number = [](int value) { return value > 0 ? QString::number(value) : QString(); };
                const int kind = line.kind == DiffLine::Kind::Added ? AddedLine : line.kind == DiffLine::Kind::Removed ? RemovedLine
                    : line.kind == DiffLine::Kind::Gap ? Gap : SameLine;
                diff.push_back({kind, number(line.first), number(line.second), text(line.text), codeMarkup(text(line.text)), text(line.patch)});
            }
        }
        m_leads = leadsOf(*m_comparison);
    }
    std::vector<NamedRow> schedules;
    for (const Lead& lead : m_leads)
        schedules.push_back({QString::number(schedules.size()), leadText(lead, nameOf(0), nameOf(1)), text(lead.violation.message), false});
    m_schedules.assign(std::move(schedules));
    m_verdicts.assign(std::move(verdicts));
    m_patches.assign(std::move(patches));
    m_diff.assign(std::move(diff));
    m_lead = -1;
    for (std::size_t row = 0; playable() && row < m_leads.size(); ++row)
        if (m_leads[row].schedule == m_comparison->schedule && m_leads[row].violation.steps == m_comparison->played.steps
            && m_leads[row].violation.property == m_comparison->played.property) {
            m_lead = int(row);
            break;
        }
    showRuns();
}

void CompareViewModel::chooseSchedule(int row)
{
    if (!m_comparison || row < 0 || row >= int(m_leads.size()) || row == m_lead)
        return;
    pause();
    if (!play(*m_comparison, m_leads[std::size_t(row)]))
        return;
    m_lead = row;
    m_position = 0;
    showRuns();
    jumpToSplit();
}

void CompareViewModel::showRuns()
{
    std::vector<CompareStepRow> steps;
    if (playable()) {
        const std::set<QString> drawn = m_wholeMaps ? std::set<QString>() : objectsThatDiffer(*m_comparison);
        for (std::size_t side = 0; side < 2; ++side) {
            std::vector<int> departures;
            const ComparedSide& compared = m_comparison->sides[side];
            for (std::size_t step = 0; step < compared.forced.size(); ++step)
                if (!compared.forced[step].empty())
                    departures.push_back(int(step));
            const ComparedSide& other = m_comparison->sides[1 - side];
            m_sides[side].map()->layBeside(drawn, std::make_shared<Snapshot>(look(*other.model, other.run->stateAt(0))));
            m_sides[side].show(*compared.run, m_selections[side], std::move(departures));
        }
        const auto& [one, other] = m_comparison->sides;
        for (int step = 0; step < length(); ++step) {
            CompareStepRow row;
            row.step = step + 1;
            row.split = step == m_comparison->split;
            QStringList spoken{row.split ? tr("Step %1, they part").arg(row.step) : tr("Step %1").arg(row.step)};
            const auto fill = [&](const ComparedSide& side, std::size_t index, int& thread, QString& label, QString& sentence, bool& fails, QString& forced) {
                if (step >= side.run->length()) {
                    spoken.append(tr("%1 has ended").arg(nameOf(index)));
                    return;
                }
                const StepRecord& record = side.run->record(step);
                thread = record.choice.thread;
                label = labelOf(record);
                sentence = text(record.sentence);
                fails = !record.findings.empty();
                forced = text(side.forced[std::size_t(step)]);
                spoken.append(tr("%1: %2").arg(nameOf(index), forced.isEmpty() ? sentence : tr("%1, so %2").arg(forced, sentence)));
            };
            fill(one, 0, row.firstThread, row.firstLabel, row.firstSentence, row.firstFails, row.firstForced);
            fill(other, 1, row.secondThread, row.secondLabel, row.secondSentence, row.secondFails, row.secondForced);
            row.spoken = spoken.join(QStringLiteral(". "));
            steps.push_back(std::move(row));
        }
    }
    m_steps.assign(std::move(steps));
    emit changed();
    showPosition();
}

QString CompareViewModel::scheduleText() const
{
    if (!playable())
        return {};
    return leadText(m_leads[std::size_t(std::max(0, m_lead))], nameOf(0), nameOf(1));
}

int CompareViewModel::leader() const
{
    if (!playable() || m_comparison->schedule == Schedule::Fair)
        return -1;
    return m_comparison->schedule == Schedule::FailureOfFirst ? 0 : 1;
}

QString CompareViewModel::splitTitle() const
{
    if (!playable())
        return {};
    return split() > 0 ? tr("The runs part at step %1").arg(split()) : tr("The runs never part");
}

QString CompareViewModel::sentence() const { return playable() ? text(m_comparison->sentence) : QString(); }

QString CompareViewModel::because() const
{
    if (split() == 0)
        return {};
    QStringList reasons;
    for (const StateDifference& reason : m_comparison->parting.because)
        reasons.append(tr("%1 is %2 in %3 and %4 in %5").arg(text(reason.name), text(reason.values[0]), nameOf(0), text(reason.values[1]), nameOf(1)));
    return reasons.isEmpty() ? QString() : tr("Before that step %1.").arg(reasons.join(tr(", and ")));
}

QStringList CompareViewModel::acts() const
{
    if (split() == 0)
        return {};
    return {text(m_comparison->parting.acts[0]), text(m_comparison->parting.acts[1])};
}

QStringList CompareViewModel::actPatches() const
{
    if (split() == 0)
        return {};
    return {text(m_comparison->parting.patches[0]), text(m_comparison->parting.patches[1])};
}

QStringList CompareViewModel::outcomes() const
{
    if (split() == 0)
        return {};
    QStringList list;
    for (const std::string& outcome : m_comparison->parting.outcomes) {
        QString sentence = text(outcome) + QLatin1Char('.');
        sentence[0] = sentence[0].toUpper();
        list.append(sentence);
    }
    return list;
}

// --- playing

int CompareViewModel::length() const
{
    if (!playable())
        return 0;
    return std::max(m_comparison->sides[0].run->length(), m_comparison->sides[1].run->length());
}

void CompareViewModel::seek(int position)
{
    const int wanted = std::clamp(position, 0, length());
    if (wanted == m_position)
        return;
    m_position = wanted;
    showPosition();
}

void CompareViewModel::showPosition()
{
    std::vector<StateDifferenceRow> rows;
    m_differ.clear();
    if (playable()) {
        for (WorkbenchViewModel& side : m_sides)
            side.seek(m_position);
        const auto& [one, other] = m_comparison->sides;
        m_differ = differencesBetween(*one.model, m_sides[0].run()->state(), *other.model, m_sides[1].run()->state());
        const auto shown = [](const std::string& value) { return value.empty() ? QStringLiteral("\u2013") : text(value); };
        for (const StateDifference& difference : m_differ)
            rows.push_back({text(difference.name), shown(difference.values[0]), shown(difference.values[1])});
        std::vector<CompareStepRow> steps = m_steps.rows();
        for (CompareStepRow& step : steps)
            step.current = step.step == m_position;
        m_steps.assign(std::move(steps));
    }
    m_differences.assign(std::move(rows));
    showMarks();
    emit moved();
}

void CompareViewModel::showMarks()
{
    std::vector<OverlayMark> marks;
    if (m_view == View::Overlay && !m_differ.empty()) {
        const Snapshot& snapshot = m_sides[0].snapshot();
        for (std::size_t object = 0; object < snapshot.objects.size(); ++object) {
            const QRectF frame = m_sides[0].map()->frameOf(int(object));
            if (frame.isEmpty())
                continue;
            QStringList words;
            for (const StateDifference& difference : m_differ)
                if (difference.object == snapshot.objects[object].name && !difference.values[1].empty())
                    words.append((text(difference.field) + QLatin1Char(' ') + text(difference.values[1])).trimmed());
            if (!words.isEmpty())
                marks.push_back({frame, words.join(QStringLiteral(", "))});
        }
    }
    m_marks.assign(std::move(marks));
}

QString CompareViewModel::brokenSoFar(std::size_t side) const
{
    if (!playable())
        return {};
    const Run& run = *m_comparison->sides[side].run;
    std::vector<Violation> broken;
    for (int step = 0; step < std::min(m_position, run.length()); ++step)
        for (const Finding& finding : run.record(step).findings) {
            Violation& violation = broken.emplace_back();
            violation.property = finding.property;
            violation.failure = finding.failure;
            violation.message = finding.message;
            violation.steps.resize(std::size_t(step) + 1);
        }
    return broken.empty() ? QString() : violationName(*std::ranges::min_element(broken, isToldBefore));
}

void CompareViewModel::jumpToSplit() { seek(split() > 0 ? split() : m_position); }

void CompareViewModel::jumpToFailure()
{
    for (const CompareStepRow& step : m_steps.rows())
        if (step.firstFails || step.secondFails) {
            seek(step.step);
            return;
        }
}

void CompareViewModel::togglePlay()
{
    if (playing()) {
        pause();
    } else if (m_position < length()) {
        m_timer.start();
        emit moved();
    }
}

void CompareViewModel::replay()
{
    pause();
    seek(0);
    togglePlay();
}

void CompareViewModel::pause()
{
    if (!playing())
        return;
    m_timer.stop();
    emit moved();
}

void CompareViewModel::setView(View view)
{
    if (view == m_view)
        return;
    m_view = view;
    emit viewChanged();
    showPosition();
}

void CompareViewModel::setWholeMaps(bool whole)
{
    if (whole == m_wholeMaps)
        return;
    m_wholeMaps = whole;
    emit viewChanged();
    showRuns();
}

void CompareViewModel::nextView() { setView(View((int(m_view) + 1) % 3)); }

QString CompareViewModel::asText() const { return m_comparison ? text(comparisonAsText(*m_comparison, m_library, mailColumns)) : QString(); }
QString CompareViewModel::asJson() const { return m_comparison ? text(comparisonAsJson(*m_comparison, m_library).dump(2)) : QString(); }

QString CompareViewModel::asSvg(const QVariantMap& inks) const
{
    if (!playable())
        return {};
    ComparePicture picture{tr("%1 against %2 in %3, %4").arg(nameOf(0), nameOf(1), scenario(), platformTitle()), sentence(), {}, m_steps.rows(), m_verdicts.rows(),
                           std::clamp((split() > 0 ? split() : m_position) - 4, 0, length())};
    for (std::size_t side = 0; side < 2; ++side)
        picture.sides[side] = {nameOf(side), tr("%1  %2, after step %3").arg(nameOf(side), titleOf(side)).arg(m_position), brokenSoFar(side), m_sides[side].map()};
    return drawComparison(picture, inks);
}

} // namespace bindlab
