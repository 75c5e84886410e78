#pragma once

#include "viewmodels/workbench/workbench_view_model.h"

#include "catch.h"

#include <QStringList>

namespace bindlab {

/// A workbench that stands at the start of a scenario.
struct Loaded {
    WorkbenchViewModel workbench;

    explicit Loaded(const char* design = "D3a", const char* scenario = "S3")
    {
        workbench.map()->arrange(760, 540, 1, "Inter", "JetBrains Mono");
        workbench.timeline()->showColumns(0, 1000);
        REQUIRE(workbench.load(design, scenario, "tdx"));
    }

    /// Steps the threads in turn, each as often as it can, until no call is left or `most` steps are taken.
    int play(int most = 400)
    {
        int taken = 0;
        for (bool moved = true; moved && taken < most;) {
            moved = false;
            for (int thread = 0; thread < int(workbench.snapshot().threads.size()) && taken < most; ++thread) {
                if (workbench.stepThread(thread)) {
                    moved = true;
                    ++taken;
                }
            }
        }
        return taken;
    }
};

} // namespace bindlab
