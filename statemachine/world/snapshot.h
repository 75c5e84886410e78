#pragma once

#include "flow/flow_view.h"
#include "machines/machine.h"
#include "world/step.h"

#include <string>
#include <vector>

namespace bindlab {

enum class ObjectStatus : std::uint8_t { Absent, Private, Live, Unlinked, Freed };

struct LockView {
    int object = 0;            ///< index into Snapshot::objects
    std::string name;          ///< as a kernel developer writes it: "vdev->mutex"
    std::string field;         ///< "mutex"
    bool readWrite = false;
    int holder = -1;           ///< thread holding it (for write), or -1
    std::vector<int> readers;  ///< threads holding it for read
    std::vector<int> waiters;  ///< threads whose next step wants it and cannot have it
};

struct PointerView {
    int from = 0;            ///< object
    std::string field;       ///< "vdev"
    int to = -1;             ///< object, or -1 when NULL
    bool dangling = false;   ///< names a freed object
    std::string guard;       ///< name of the lock that guards it, or empty
    bool constant = false;   ///< set once, before the object is published
};

struct ValueView {
    std::string name;
    std::string text;    ///< "true", "3", "-EBUSY", "vdevice", "NULL"
    int value = 0;
    bool counter = false;
    std::string guard;
};

struct MachineView {
    int object = 0;
    std::string field;
    const Machine* machine = nullptr;
    int state = 0;        ///< index in machine->states()
};

struct ObjectView {
    std::string type;        ///< "Vdevice"
    std::string name;        ///< "vdevice"; with several of a kind "vdevice 2"
    std::string component;   ///< "iommufd"
    int column = -1;         ///< where the map puts it inside its component; -1 when the model does not say
    int row = -1;
    ObjectStatus status = ObjectStatus::Absent;
    std::vector<ValueView> values;      ///< counters first
    std::vector<int> machines;          ///< indices into Snapshot::machines
    std::vector<int> locks;             ///< indices into Snapshot::locks
};

enum class ThreadStatus : std::uint8_t { Ready, Blocked, Done, Failed };

struct FrameView {
    int flow = -1;   ///< index into flows(model); -1 for the thread's own list of calls
    int line = 0;    ///< number of the line to be run next (innermost) or being called from
};

/// One thing a thread may do next.
struct NextView {
    StepChoice choice;
    bool enabled = false;
    std::string text;     ///< the statement, "lock(v.mutex)"
    std::string label;    ///< a few words for a button or a timeline block: "take mutex"
    std::string blocked;  ///< "waits for vdev->mutex, held by T2", or empty
};

struct ThreadView {
    std::string name;     ///< "T1"
    std::string title;    ///< "VFIO_DEVICE_TSM_UNBIND"
    std::string actor;    ///< component the thread acts for: "vmm", "host_admin", "guest"
    bool epilogue = false;
    ThreadStatus status = ThreadStatus::Ready;
    bool inCall = false;              ///< false in user space
    std::string call;                 ///< the user call it is in or does next
    std::string file;                 ///< object name of the file that call goes to ("vfio_fd"), or empty
    std::vector<FrameView> stack;     ///< outermost first
    std::vector<ValueView> locals;    ///< of the innermost frame
    std::vector<NextView> next;       ///< empty when done; one unless the flow lets the environment choose
    int waitsForLock = -1;            ///< index into Snapshot::locks
    int waitsForThread = -1;
};

/// A state, said in words. Made from the model and the state alone; looking changes neither.
/// Indices of objects, locks, pointers, machines and threads are the same in every state of one model,
/// so a view can keep its place.
struct Snapshot {
    std::vector<ObjectView> objects;
    std::vector<LockView> locks;
    std::vector<PointerView> pointers;
    std::vector<MachineView> machines;
    std::vector<ThreadView> threads;
    bool atRest = false;     ///< no call in progress
    bool ended = false;      ///< every thread, the epilogue too, is done
};

[[nodiscard]] Snapshot look(const Model& model, const State& state);
/// Every flow of the model that some thread can reach, in a fixed order.
[[nodiscard]] const std::vector<FlowView>& flows(const Model& model);

} // namespace bindlab
