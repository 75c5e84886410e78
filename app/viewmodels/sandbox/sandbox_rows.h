#pragma once

#include "viewmodels/shared/struct_list_model.h"

#include <QObject>
#include <QString>

namespace bindlab {

/// A text of the sandbox, or a tab of the editor.
struct SandboxFileRow {
    Q_GADGET
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(bool current MEMBER current)
    Q_PROPERTY(bool unsaved MEMBER unsaved)
    Q_PROPERTY(bool isFlow MEMBER isFlow)

public:
    QString name;
    QString title;         ///< what its design or scenario is called
    bool current = false;
    bool unsaved = false;
    bool isFlow = false;   ///< a tab: a flow of the kernel, whose changed lines become a patch

    bool operator==(const SandboxFileRow&) const = default;
};

/// A declaration of the text, or a flow that its threads reach.
struct OutlineRow {
    Q_GADGET
    Q_PROPERTY(QString word MEMBER word)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(int line MEMBER line)
    Q_PROPERTY(int depth MEMBER depth)
    Q_PROPERTY(int problems MEMBER problems)
    Q_PROPERTY(bool changed MEMBER changed)

public:
    QString word;          ///< "flow", "patch"
    QString name;
    int line = 0;          ///< in the text, from 1; 0: a flow of the kernel
    int depth = 0;
    int problems = 0;
    bool changed = false;  ///< a flow of the kernel that the text's patches or lines change

    bool operator==(const OutlineRow&) const = default;
};

/// Something wrong with the text or found by the check.
struct ProblemRow {
    Q_GADGET
    Q_PROPERTY(int kind MEMBER kind)
    Q_PROPERTY(QString message MEMBER message)
    Q_PROPERTY(QString where MEMBER where)
    Q_PROPERTY(QString rule MEMBER rule)
    Q_PROPERTY(int line MEMBER line)
    Q_PROPERTY(int steps MEMBER steps)
    Q_PROPERTY(int fixes MEMBER fixes)
    Q_PROPERTY(bool current MEMBER current)

public:
    int kind = 0;          ///< DraftProblem::Kind
    QString message;
    QString where;         ///< "vdevice_destroy:21"
    QString rule;          ///< what must hold, when, and who says so; empty when it is no finding
    int line = 0;          ///< in the tab that is shown; 0: elsewhere
    int steps = 0;         ///< of the run that shows it; 0: there is none
    int fixes = 0;         ///< how many are offered
    bool current = false;

    bool operator==(const ProblemRow&) const = default;
};

/// A patch or a known mistake that the design may pick.
struct PatchRow {
    Q_GADGET
    Q_PROPERTY(QString key MEMBER key)
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(QString group MEMBER group)
    Q_PROPERTY(bool picked MEMBER picked)
    Q_PROPERTY(bool mutation MEMBER mutation)

public:
    QString key;
    QString title;
    QString group;         ///< the question it answers
    bool picked = false;
    bool mutation = false;

    bool operator==(const PatchRow&) const = default;
};

/// A call of a thread of the scenario.
struct CallRow {
    Q_GADGET
    Q_PROPERTY(QString code MEMBER code)
    Q_PROPERTY(bool simple MEMBER simple)

public:
    QString code;          ///< "close_vfio_fd(dev)", or the first words of a choice
    bool simple = true;    ///< one statement

    bool operator==(const CallRow&) const = default;
};

/// A call that can be added.
struct CallChoiceRow {
    Q_GADGET
    Q_PROPERTY(QString key MEMBER key)
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(QString note MEMBER note)

public:
    QString key;           ///< the statement
    QString title;         ///< "IOMMU_DESTROY(dev)"
    QString note;          ///< who makes it

    bool operator==(const CallChoiceRow&) const = default;
};

/// A check that has been made.
struct LogRow {
    Q_GADGET
    Q_PROPERTY(QString time MEMBER time)
    Q_PROPERTY(QString scope MEMBER scope)
    Q_PROPERTY(QString verdict MEMBER verdict)
    Q_PROPERTY(QString detail MEMBER detail)
    Q_PROPERTY(int state MEMBER state)

public:
    QString time;          ///< of the day
    QString scope;         ///< design, scenario, platform
    QString verdict;
    QString detail;
    int state = 0;         ///< CheckViewModel::State

    bool operator==(const LogRow&) const = default;
};

} // namespace bindlab
