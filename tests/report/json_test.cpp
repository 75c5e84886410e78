#include "report/json.h"

#include "catch.h"

using namespace bindlab;

TEST_CASE("a state in short leaves out what is not there", "[report]") {
    Snapshot snapshot;
    ObjectView absent;
    absent.name = "viommu";
    ObjectView freed;
    freed.name = "vdevice";
    freed.type = "Vdevice";
    freed.status = ObjectStatus::Freed;
    freed.values.push_back({"users", "1", 1, true, ""});
    ObjectView idev;
    idev.name = "idev";
    idev.type = "Idev";
    idev.status = ObjectStatus::Live;
    snapshot.objects = {absent, freed, idev};
    snapshot.pointers = {{2, "vdev", 1, true, "igroup->lock", false}, {2, "hwpt", -1, false, "", false}, {0, "kvm", 1, false, "", false}};
    ThreadView first;
    first.name = "T1";
    first.status = ThreadStatus::Blocked;
    first.inCall = true;
    first.call = "UNBIND";
    first.next.push_back({{0, 0}, false, "lock(v.mutex)", "take mutex", "waits for vdev->mutex, held by T2"});
    ThreadView second;
    second.name = "T2";
    second.status = ThreadStatus::Done;
    snapshot.threads = {first, second};
    snapshot.locks = {{1, "vdev->mutex", "mutex", false, 1, {}, {0}}, {2, "igroup->lock", "lock", false, -1, {}, {}}};

    const Json json = stateAsJson(snapshot);
    CHECK(json == Json::parse(R"({
        "objects": [
            {"name": "vdevice", "type": "Vdevice", "status": "freed", "fields": {"users": "1"}},
            {"name": "idev", "type": "Idev", "status": "live", "fields": {}}],
        "pointers": [
            {"object": "idev", "field": "vdev", "to": "vdevice", "dangling": true},
            {"object": "idev", "field": "hwpt", "to": null}],
        "locks": [{"lock": "vdev->mutex", "holder": "T2", "waiters": ["T1"]}],
        "threads": [
            {"thread": "T1", "status": "blocked", "call": "UNBIND", "reason": "waits for vdev->mutex, held by T2"},
            {"thread": "T2", "status": "done"}],
        "at_rest": false, "ended": false})"));
}
