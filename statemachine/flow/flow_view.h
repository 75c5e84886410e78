#pragma once

#include <string>
#include <vector>

namespace bindlab {

/// One line of a flow as the code panel shows it, after patches.
struct CodeLineView {
    int number = 0;        ///< from 1, within the flow: the first line of the body is 1
    std::string text;      ///< indentation kept, relative to the flow's own
    std::string patch;     ///< the patch that added it, or empty
    std::string source;    ///< "SEED1", where the line names one, or empty
    std::string file;      ///< where it stands on disk
    int fileLine = 0;
};

struct FlowView {
    std::string name;
    std::string signature;   ///< "iommufd_device_tsm_bind(idev, vdevice_id)"
    std::string component;   ///< "iommufd"
    std::string source;      ///< "RFC30 P17"
    std::vector<CodeLineView> lines;
};

} // namespace bindlab
