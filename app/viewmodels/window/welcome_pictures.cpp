#include "welcome_pictures.h"

#include "checker/checker.h"
#include "flow/program.h"
#include "machines/tdi.h"
#include "viewmodels/workbench/workbench_check.h"
#include "world/run.h"
#include "world/snapshot.h"

#include <QCoreApplication>

#include <algorithm>

namespace bindlab {

namespace {

/// More would not fit beside the introduction.
constexpr std::size_t mostBoxes = 9;
/// A state with a longer name stands in its box alone, without its object.
constexpr int longestBareState = 9;
/// A run that is longer is not a path to be drawn.
constexpr int mostSteps = 500;

/// Gives each box its column: straight down stays in the column, everything else goes one further.
void layOut(std::vector<StoryBox>& boxes) {
    int column = 0;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        if (i > 0 && boxes[i].lane <= boxes[i - 1].lane)
            ++column;
        boxes[i].column = column;
    }
}

} // namespace

int laneOf(const std::string& component) {
    if (component == "guest")
        return 0;
    if (component == "vmm" || component == "host_admin")
        return 1;
    if (component == "tsm")
        return 3;
    if (component == "device")
        return 4;
    return 2;
}

std::vector<StoryBox> tellStory(const Library& library, const Selection& selection) {
    const auto compiled = library.compile(selection);
    if (!compiled)
        return {};
    const std::shared_ptr<const Model>& model = *compiled;
    State state = initialState(*model);
    std::vector<StoryBox> boxes;
    std::string call;
    bool locked = false;
    for (int step = 0; step < mostSteps && boxes.size() < mostBoxes; ++step) {
        const std::vector<StepChoice> ready = enabledSteps(*model, state);
        if (ready.empty())
            break;
        const Snapshot before = look(*model, state);
        const ThreadView& thread = before.threads[ready.front().thread];
        if (!thread.call.empty() && thread.call != call) {
            if (!call.empty())
                break;
            call = thread.call;
            boxes.push_back({laneOf(thread.actor.empty() ? "vmm" : thread.actor), 0, QString::fromStdString(call), true});
        }
        StepRecord record;
        if (takeStep(*model, state, ready.front(), &record) != StepStatus::Done)
            break;
        const Snapshot after = look(*model, state);
        bool running = false;
        for (const Effect& effect : record.effects) {
            if (effect.kind == EffectKind::Locked && !locked && effect.lock >= 0) {
                locked = true;
                boxes.push_back({2, 0, QString::fromStdString(after.locks[std::size_t(effect.lock)].name), true});
            } else if (effect.kind == EffectKind::Fired && effect.machine >= 0 && effect.before != effect.after) {
                const MachineView& view = after.machines[std::size_t(effect.machine)];
                const std::string component(view.machine->component());
                const bool device = laneOf(component) == 4;
                // The device is known by its state; elsewhere the object and its new state say what happened.
                QString label = QString::fromStdString(effect.after);
                if (!device && int(label.size()) < longestBareState)
                    label = QCoreApplication::translate("story", "%1 %2").arg(QString::fromStdString(after.objects[std::size_t(view.object)].name), label);
                boxes.push_back({laneOf(component), 0, label, device});
                running = running || (device && effect.after == "RUN");
            }
        }
        if (running)
            break;
    }
    if (boxes.size() > mostBoxes)
        boxes.resize(mostBoxes);
    layOut(boxes);
    return boxes;
}

namespace {

/// What the lesson starts with, then what it has checked, in order.
std::vector<Selection> selectionsOf(const Lesson& lesson) {
    std::vector<Selection> selections{{lesson.design, {}, lesson.scenario, lesson.platform}};
    for (const Page& page : lesson.pages) {
        // As Setting says: an empty name is that of the directive before, at the top of a page that of the front matter.
        Selection current = selections.front();
        for (const Block& block : page.blocks) {
            std::visit([&](const auto& each) {
                if constexpr (requires { each.setting; }) {
                    current.design = each.setting.design.empty() ? current.design : each.setting.design;
                    current.scenario = each.setting.scenario.empty() ? current.scenario : each.setting.scenario;
                }
            }, block);
            if (std::holds_alternative<Check>(block) && std::find(selections.begin(), selections.end(), current) == selections.end())
                selections.push_back(current);
        }
    }
    return selections;
}

/// A run in which threads meet says more than one that a single thread could have made. Null when nothing breaks.
const Violation* mostTelling(const CheckResult& result) {
    const auto rank = [](const Violation& violation) { return std::pair(violation.switches == 0, violation.steps.size()); };
    const Violation* best = nullptr;
    for (const Violation& violation : result.violations) {
        if (!violation.inEpilogue && (best == nullptr || rank(violation) < rank(*best)))
            best = &violation;
    }
    return best;
}

/// Who calls what in a run, and whose turn it is at each step. Of several calls the last, which breaks something, or else the first.
void tellCalls(const Model& model, const Run& run, LessonPicture& picture) {
    for (int step = 0; step < run.length(); ++step) {
        const int thread = run.record(step).choice.thread;
        if (model.threads[std::size_t(thread)].epilogue)
            continue;
        const std::string call = look(model, run.stateAt(step)).threads[std::size_t(thread)].call;
        picture.threads.append(thread);
        while (int(picture.calls.size()) <= thread)
            picture.calls.append(QString());
        if (!call.empty() && (picture.fails || picture.calls[thread].isEmpty()))
            picture.calls[thread] = QString::fromStdString(call);
    }
}

/// Of the states that the device goes through in a run, the one that lies furthest on.
QString furthestOf(const Model& model, const Run& run) {
    int furthest = 0;
    QString name;
    for (int step = 0; step <= run.length(); ++step)
        for (const MachineView& view : look(model, run.stateAt(step)).machines)
            if (view.machine == &tdi() && (name.isEmpty() || view.state > furthest)) {
                furthest = view.state;
                name = QString::fromUtf8(view.machine->states()[std::size_t(view.state)].name);
            }
    return name;
}

} // namespace

LessonPicture pictureOf(const Library& library, const Lesson& lesson) {
    LessonPicture picture;
    const std::vector<Selection> selections = selectionsOf(lesson);
    for (const Selection& selection : selections) {
        const auto model = library.compile(selection);
        if (!model)
            continue;
        const CheckResult result = check(*model);
        const Violation* violation = mostTelling(result);
        const auto run = violation == nullptr ? tl::unexpected(std::string()) : replay(*model, violation->steps);
        if (!run)
            continue;
        picture.fails = true;
        picture.outcome = violationName(*violation);
        tellCalls(**model, *run, picture);
        const Snapshot end = look(**model, run->state());
        const auto dangling = std::find_if(end.pointers.begin(), end.pointers.end(), [](const PointerView& pointer) { return pointer.dangling; });
        if (dangling != end.pointers.end()) {
            picture.from = QString::fromStdString(end.objects[std::size_t(dangling->from)].name);
            picture.to = QString::fromStdString(end.objects[std::size_t(dangling->to)].name);
            picture.field = QString::fromStdString(dangling->field);
        }
        return picture;
    }
    // Nothing breaks in this lesson: who is ready goes on.
    const auto model = library.compile(selections.front());
    if (!model)
        return picture;
    Run run(*model);
    while (run.length() < mostSteps) {
        const std::vector<StepChoice> enabled = enabledSteps(**model, run.state());
        if (enabled.empty() || run.step(enabled.front()) != StepStatus::Done)
            break;
    }
    tellCalls(**model, run, picture);
    picture.outcome = furthestOf(**model, run);
    return picture;
}

int StoryListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant StoryListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const std::size_t row = std::size_t(index.row());
    const StoryBox& box = m_boxes[row];
    switch (role) {
    case LaneRole: return box.lane;
    case ColumnRole: return box.column;
    case Qt::DisplayRole:
    case LabelRole: return box.label;
    case NameRole: return box.name;
    case FromLaneRole: return row == 0 ? -1 : m_boxes[row - 1].lane;
    case FromColumnRole: return row == 0 ? -1 : m_boxes[row - 1].column;
    case LastRole: return row + 1 == m_boxes.size();
    default: return {};
    }
}

QHash<int, QByteArray> StoryListModel::roleNames() const {
    return {{LaneRole, "lane"}, {ColumnRole, "column"}, {LabelRole, "label"}, {NameRole, "isName"}, {FromLaneRole, "fromLane"},
            {FromColumnRole, "fromColumn"}, {LastRole, "last"}};
}

int StoryListModel::columns() const {
    return m_boxes.empty() ? 0 : m_boxes.back().column + 1;
}

void StoryListModel::setStory(std::vector<StoryBox> boxes) {
    beginResetModel();
    m_boxes = std::move(boxes);
    endResetModel();
    emit storyChanged();
}

} // namespace bindlab
