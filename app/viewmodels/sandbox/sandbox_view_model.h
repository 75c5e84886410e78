#pragma once

#include "editor_text.h"
#include "sandbox_check.h"
#include "sandbox_flow_tabs.h"
#include "sandbox_problems.h"
#include "sandbox_rows.h"
#include "sandbox_texts.h"
#include "scenario_builder.h"
#include "viewmodels/workbench/workbench_check.h"

#include "draft/draft.h"
#include "world/run.h"

#include <QObject>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <optional>
#include <vector>

namespace bindlab {

/// Designs and models of one's own: texts that are read and checked while they are typed.
class SandboxViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to the AppViewModel")
    Q_PROPERTY(QAbstractItemModel* files READ files CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* tabs READ tabs CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* templates READ templates CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* outline READ outline CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* flows READ flows CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* locks READ locks CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* sources READ sources CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* problems READ problems CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* fixes READ fixes CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* patches READ patches CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* designs READ designs CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* scenarios READ scenarios CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* platforms READ platforms CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* steps READ steps CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* log READ log CONSTANT FINAL)
    Q_PROPERTY(bindlab::EditorText* editor READ editor CONSTANT FINAL)
    Q_PROPERTY(bindlab::ScenarioBuilder* builder READ builder CONSTANT FINAL)
    Q_PROPERTY(QString current READ current NOTIFY filesChanged FINAL)
    Q_PROPERTY(bool open READ open NOTIFY filesChanged FINAL)
    Q_PROPERTY(bool alone READ alone NOTIFY readChanged FINAL)
    Q_PROPERTY(QString shownFlow READ shownFlow NOTIFY filesChanged FINAL)
    Q_PROPERTY(QString flowTrouble READ flowTrouble NOTIFY flowTroubleChanged FINAL)
    Q_PROPERTY(QString design READ design NOTIFY readChanged FINAL)
    Q_PROPERTY(QString scenario READ scenario NOTIFY readChanged FINAL)
    Q_PROPERTY(QString platform READ platform NOTIFY readChanged FINAL)
    Q_PROPERTY(QString summary READ summary NOTIFY readChanged FINAL)
    Q_PROPERTY(QString savedText READ savedText NOTIFY savedChanged FINAL)
    Q_PROPERTY(bool live READ live WRITE setLive NOTIFY choicesChanged FINAL)
    Q_PROPERTY(bool reduce READ reduce WRITE setReduce NOTIFY choicesChanged FINAL)
    Q_PROPERTY(bool busy READ busy NOTIFY checkChanged FINAL)
    Q_PROPERTY(bool settled READ settled NOTIFY checkChanged FINAL)
    Q_PROPERTY(QString progressText READ progressText NOTIFY checkChanged FINAL)
    Q_PROPERTY(bindlab::CheckViewModel* verdict READ verdict CONSTANT FINAL)
    Q_PROPERTY(bool stale READ stale NOTIFY checkChanged FINAL)
    Q_PROPERTY(QString seconds READ seconds NOTIFY checkChanged FINAL)
    Q_PROPERTY(int propertyCount READ propertyCount NOTIFY checkChanged FINAL)
    Q_PROPERTY(int problem READ problem NOTIFY problemChanged FINAL)
    Q_PROPERTY(int problemLine READ problemLine NOTIFY problemChanged FINAL)
    Q_PROPERTY(QString problemMessage READ problemMessage NOTIFY problemChanged FINAL)
    Q_PROPERTY(QString problemRule READ problemRule NOTIFY problemChanged FINAL)
    Q_PROPERTY(int problemKind READ problemKind NOTIFY problemChanged FINAL)
    Q_PROPERTY(int problemSteps READ problemSteps NOTIFY problemChanged FINAL)
    Q_PROPERTY(int problemCount READ problemCount NOTIFY problemChanged FINAL)
    Q_PROPERTY(bool canUndoRemove READ canUndoRemove NOTIFY filesChanged FINAL)

public:
    static constexpr int soonMilliseconds = 150;   ///< after the last letter the text is read
    static constexpr int saveMilliseconds = SandboxTexts::saveMilliseconds;
    static constexpr std::size_t mostLogged = 50;

    /// `library` must outlive this object. Texts are kept in `folder`; without one, nowhere.
    SandboxViewModel(const Library& library, const QString& folder, QObject* parent = nullptr);
    ~SandboxViewModel() override;

    [[nodiscard]] QAbstractItemModel* files() { return &m_fileRows; }
    [[nodiscard]] QAbstractItemModel* tabs() { return &m_tabRows; }
    [[nodiscard]] QAbstractItemModel* templates() { return &m_templates; }
    [[nodiscard]] QAbstractItemModel* outline() { return &m_outline; }
    /// Flows of the kernel that the scenario's threads reach.
    [[nodiscard]] QAbstractItemModel* flows() { return &m_flows; }
    [[nodiscard]] QAbstractItemModel* locks() { return &m_locks; }
    [[nodiscard]] QAbstractItemModel* sources() { return &m_sources; }
    [[nodiscard]] QAbstractItemModel* problems() { return &m_problemRows; }
    /// Of the current problem.
    [[nodiscard]] QAbstractItemModel* fixes() { return &m_fixes; }
    [[nodiscard]] QAbstractItemModel* patches() { return &m_patches; }
    [[nodiscard]] QAbstractItemModel* designs() { return &m_designs; }
    [[nodiscard]] QAbstractItemModel* scenarios() { return &m_scenarios; }
    [[nodiscard]] QAbstractItemModel* platforms() { return &m_platforms; }
    /// The run of the current problem, a sentence a step.
    [[nodiscard]] QAbstractItemModel* steps() { return &m_steps; }
    [[nodiscard]] QAbstractItemModel* log() { return &m_log; }
    [[nodiscard]] EditorText* editor() { return &m_editor; }
    [[nodiscard]] ScenarioBuilder* builder() { return &m_builder; }
    /// Name of the open text; empty without one.
    [[nodiscard]] QString current() const { return m_texts.current(); }
    [[nodiscard]] bool open() const { return m_texts.history() != nullptr; }
    [[nodiscard]] bool alone() const { return m_read && m_read->alone; }
    /// The flow of the kernel that the tab shows; empty: the text itself.
    [[nodiscard]] QString shownFlow() const;
    /// Why what is typed in a flow is not in the design yet; empty when it is.
    [[nodiscard]] QString flowTrouble() const { return m_flowTrouble; }
    [[nodiscard]] QString design() const { return m_read ? QString::fromStdString(m_read->selection.design) : QString(); }
    [[nodiscard]] QString scenario() const { return m_read ? QString::fromStdString(m_read->selection.scenario) : QString(); }
    [[nodiscard]] QString platform() const { return QString::fromStdString(m_selection.platform); }
    /// "2 flows, 2 objects, 4 locks"
    [[nodiscard]] QString summary() const;
    [[nodiscard]] QString savedText() const { return m_texts.savedText(); }
    [[nodiscard]] bool live() const { return m_live; }
    void setLive(bool live);
    /// States that differ only in which of equal threads is which are taken as one.
    [[nodiscard]] bool reduce() const { return m_reduce; }
    void setReduce(bool reduce);
    [[nodiscard]] bool busy() const { return m_check.running(); }
    /// What is shown is about the text as it is.
    [[nodiscard]] bool settled() const { return !m_check.running() && !m_soon.isActive(); }
    [[nodiscard]] QString progressText() const;
    /// The last one that was reached.
    [[nodiscard]] CheckViewModel* verdict() { return &m_verdict; }
    /// The verdict is about an older text.
    [[nodiscard]] bool stale() const { return m_stale && m_verdict.result() != nullptr; }
    [[nodiscard]] QString seconds() const;
    [[nodiscard]] int propertyCount() const;
    [[nodiscard]] int problem() const { return m_problem; }
    [[nodiscard]] int problemCount() const { return int(m_problems.size()); }
    /// Of the current problem: its line in the tab that is shown (0: elsewhere), what it says, the rule it breaks, DraftProblem::Kind,
    /// length of its run.
    [[nodiscard]] int problemLine() const { return row().line; }
    [[nodiscard]] QString problemMessage() const { return row().message; }
    [[nodiscard]] QString problemRule() const { return row().rule; }
    [[nodiscard]] int problemKind() const { return row().kind; }
    [[nodiscard]] int problemSteps() const { return row().steps; }
    [[nodiscard]] bool canUndoRemove() const { return m_texts.canUndoRemove(); }

    /// A new text from a template ("D6", "peterson", "empty"); answers its name.
    Q_INVOKABLE QString create(const QString& templateId);
    /// A new text from a design with patches, as a Selection has them, on its scenario and platform.
    QString createFrom(const Selection& selection);
    /// A new text that somebody else wrote.
    QString createWith(const QString& name, const QString& text, const Selection& selection);
    Q_INVOKABLE void openText(const QString& name) { m_texts.open(name); }
    Q_INVOKABLE void renameText(const QString& name) { m_texts.rename(name); }
    Q_INVOKABLE void removeText(const QString& name);
    Q_INVOKABLE void undoRemove() { m_texts.undoRemove(); }
    /// Shows a flow of the kernel in a tab of its own, at a line of it.
    Q_INVOKABLE void openFlow(const QString& flow, int line = 0);
    Q_INVOKABLE void openTab(int tab);
    Q_INVOKABLE void closeTab(int tab);
    Q_INVOKABLE void setPatch(const QString& patch, bool picked);
    Q_INVOKABLE void chooseDesign(const QString& design);
    Q_INVOKABLE void chooseScenario(const QString& scenario);
    Q_INVOKABLE void choosePlatform(const QString& platform);
    /// Reads the text and tries every interleaving, whether or not that is done live.
    Q_INVOKABLE void check() { startReading(true); }
    Q_INVOKABLE void stop() { m_check.stop(); }
    Q_INVOKABLE void chooseProblem(int problem);
    /// The next one, or the one before, round the end.
    Q_INVOKABLE void nextProblem(bool forward);
    Q_INVOKABLE void applyFix(int fix);
    /// Takes back the last change of the tab that is shown.
    Q_INVOKABLE void undo() { m_editor.undo(); }
    Q_INVOKABLE void redo() { m_editor.redo(); }
    /// Copies the text, the scenario and the run of the current problem as one line; empty when it does not compile.
    [[nodiscard]] Q_INVOKABLE QString shareCode() const;
    /// "patches": the design as a series; "flow": the text; "json": a trace that brings text and scenario along. Empty when it does
    /// not compile; what is wrong is among the problems.
    [[nodiscard]] Q_INVOKABLE QString exported(const QString& format) const;
    /// Keeps now what has been typed.
    void save() { m_texts.save(); }

    /// The run of the current problem, or the start; nothing when the text does not compile.
    [[nodiscard]] std::optional<Run> currentRun() const;
    [[nodiscard]] const std::optional<ReadDraft>& read() const { return m_read; }
    [[nodiscard]] QString draftText() const { return m_texts.text(); }
    [[nodiscard]] QString fileName() const { return current() + QStringLiteral(".flow"); }

signals:
    void filesChanged();
    void readChanged();
    void checkChanged();
    void choicesChanged();
    void savedChanged();
    void problemChanged();
    void flowTroubleChanged();
    /// What went wrong, one sentence.
    void troubled(const QString& sentence);

private:
    void connectTexts();
    void onClosing();
    void onOpened(const Selection& selection);
    void onFlowEdited(const QString& flow, const QString& text);
    void onScenarioEdited(const ScenarioDraft& draft, const QString& title);
    void setFlowTrouble(const QString& sentence);
    void listTexts();
    void listTabs();
    void onRead(const CheckedDraft& draft);
    void onFinished(const CheckedDraft& draft);
    void readSoon();
    void startReading(bool check);
    void showRead();
    void showProblems();
    void showRun();
    void take(const CheckResult& result);
    [[nodiscard]] const DraftProblem* chosenProblem() const;
    [[nodiscard]] ShownTab shownTab() const;
    [[nodiscard]] ProblemRow row() const;
    [[nodiscard]] std::optional<Trace> currentTrace() const;

    const Library& m_library;
    SandboxCheck m_check;
    SandboxTexts m_texts;
    SandboxFlowTabs m_flowTabs;
    CheckViewModel m_verdict;
    EditorText m_editor;
    ScenarioBuilder m_builder;
    int m_tab = 0;                          ///< 0: the text; n: flow n - 1 of m_flowTabs
    QString m_flowTrouble;
    Selection m_selection;                  ///< chosen for the text; empty: its own
    std::optional<ReadDraft> m_read;        ///< of the text as it was last read
    std::vector<DraftProblem> m_problems;
    int m_problem = -1;
    bool m_live = true;
    bool m_reduce = true;
    bool m_stale = false;
    QTimer m_soon;
    StructListModel<SandboxFileRow> m_fileRows;
    StructListModel<SandboxFileRow> m_tabRows;
    StructListModel<NamedRow> m_templates;
    StructListModel<OutlineRow> m_outline;
    StructListModel<OutlineRow> m_flows;
    StructListModel<NamedRow> m_locks;
    StructListModel<NamedRow> m_sources;
    StructListModel<ProblemRow> m_problemRows;
    StructListModel<NamedRow> m_fixes;
    StructListModel<PatchRow> m_patches;
    StructListModel<NamedRow> m_designs;
    StructListModel<NamedRow> m_scenarios;
    StructListModel<NamedRow> m_platforms;
    StructListModel<ChoiceRow> m_steps;
    StructListModel<LogRow> m_log;
};

} // namespace bindlab
