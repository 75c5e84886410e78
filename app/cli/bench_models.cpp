#include "cli/bench_models.h"

#include <fmt/format.h>

#include <algorithm>

namespace bindlab {

namespace {

/// "dev", "dev2", "dev3": the first has no number.
std::string numbered(const std::string& name, int device) { return device == 1 ? name : name + std::to_string(device); }

std::string fieldOfNext(const std::string& name, int device, int devices)
{
    return device == devices ? std::string() : fmt::format(" next = {};", numbered(name, device + 1));
}

/// The objects of so many functions, as the shipped part `sibling` has those of two.
std::string partOf(int devices, int threads)
{
    std::string part = "part scaled {\n";
    for (int d = 1; d <= devices; ++d) {
        const auto name = [d](const char* of) { return numbered(of, d); };
        const auto next = [d, devices](const char* of) { return fieldOfNext(of, d, devices); };
        part += fmt::format("    global Assigned {} in vmm {{ fd = {}; vfio = {}; id = {}; viommu_id = viommu_id; guest = {}; }}\n", name("dev"),
                            name("vfio_fd"), name("vfio_pci"), name("vdevice_id"), name("guest"));
        part += fmt::format("    global VfioFile {} in vmm {{ device = {};{} }}\n", name("vfio_fd"), name("vfio_pci"), next("vfio_fd"));
        part += fmt::format("    global VfioPci {} in vfio {{ dev_set = dev_set; pdev = {}; slot = {}; igroup = {}; idev_id = {};{} }}\n",
                            name("vfio_pci"), name("pdev"), name("memslot"), name("igroup"), name("idev_id"), next("vfio_pci"));
        part += fmt::format("    global IdevEntry {} in iommufd;\n    global Igroup {} in iommufd;\n", name("idev_id"), name("igroup"));
        part += fmt::format("    global XaEntry {} in iommufd{}\n", name("vdevice_id"), d == devices ? ";" : " {" + next("vdevice_id") + " }");
        part += fmt::format("    global Pdev {} in pci_tsm {{ pf0 = pf0; device = {}; vfio = {}; context = {}; guest = {}; is_vf = true;{} }}\n",
                            name("pdev"), name("device"), name("vfio_pci"), name("context"), name("guest"), next("pdev"));
        part += fmt::format("    global Memslot {} in kvm {{ vfio = {};{} }}\n", name("memslot"), name("vfio_pci"), next("memslot"));
        part += fmt::format("    global Guest {} in guest;\n    global TsmContext {} in tsm;\n    global Device {} in device;\n", name("guest"),
                            name("context"), name("device"));
    }
    part += fmt::format("    pool {0} Idev idev in iommufd freed F2;\n    pool {0} Vdevice vdevice as vdev in iommufd freed F1;\n"
                        "    pool {1} PciTdi tdi in pci_tsm;\n}}\n", devices, devices + std::max(threads - 2, 1));
    return part;
}

std::string startAndEndOf(int devices)
{
    std::string start = "prologue P_scaled {\n    set_up(dev);\n";
    std::string dels;
    std::string closes;
    for (int d = 2; d <= devices; ++d)
        start += fmt::format("    assign_second({});\n", numbered("dev", d));
    for (int d = 1; d <= devices; ++d) {
        start += fmt::format("    bind_and_run({});\n", numbered("dev", d));
        dels += fmt::format("    KVM_DEV_VFIO_FILE_DEL({});\n", numbered("dev", d));
        closes += fmt::format("    close_vfio_fd({});\n", numbered("dev", d));
    }
    return start + "}\nepilogue E_scaled {\n" + dels + closes
        + "    close_iommufd();\n    close_kvm_vfio_fd();\n    close_vm_fd(vm_fd);\n    ret = disconnect_store(pdev);\n"
          "    ghost { everything_is_closed(ret); }\n}\n";
}

} // namespace

std::string ScaledModel::id() const { return fmt::format("X{}d{}t{}r", devices, threads, rounds); }

std::string ScaledModel::title() const
{
    return fmt::format("{} device{}, {} threads, {}", devices, devices == 1 ? "" : "s", threads,
                       rounds == 1 ? "once" : rounds == 2 ? "twice" : fmt::format("{} times", rounds));
}

std::string ScaledModel::flow() const
{
    std::string text = fmt::format("// {}.\n", title());
    text += partOf(devices, threads) + startAndEndOf(devices);
    text += fmt::format("scenario {} scaled \"{}\" group \"scaled\" with scaled from P_scaled then E_scaled {{\n", id(), title());
    for (int thread = 1; thread <= threads; ++thread) {
        const std::string device = numbered("dev", (thread - 1) % devices + 1);
        const std::string calls = thread == 2 ? fmt::format("VFIO_DEVICE_RESET({0});", device) : fmt::format("UNBIND({0}); BIND({0});", device);
        text += fmt::format("    thread T{} \"{}\" {{", thread, thread == 2 ? "RESET" : "UNBIND, BIND");
        for (int round = 0; round < rounds; ++round)
            text += " " + calls;
        text += " }\n";
    }
    return text + "}\n";
}

std::vector<ScaledModel> scaledModels(bool andLargest)
{
    std::vector<ScaledModel> models{{1, 2, 1}, {1, 3, 1}, {1, 4, 1}, {2, 2, 1}, {2, 3, 1}, {3, 3, 1}};
    if (andLargest)
        models.insert(models.end(), {{1, 3, 2}, {1, 3, 3}, {2, 4, 1}, {3, 4, 1}, {4, 4, 1}});
    return models;
}

std::optional<ScaledModel> scaledModel(std::string_view id)
{
    for (int devices = 1; devices <= 4; ++devices)
        for (int threads = 2; threads <= 4; ++threads)
            for (int rounds = 1; rounds <= 9; ++rounds)
                if (const ScaledModel model{devices, threads, rounds}; model.id() == id)
                    return model;
    return std::nullopt;
}

} // namespace bindlab
