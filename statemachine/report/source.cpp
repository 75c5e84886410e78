#include "report/source.h"

#include "report/text.h"

#include <fmt/format.h>

namespace bindlab {

std::string sourceAsText(const SourceInfo& source)
{
    std::string text = source.author;
    if (!source.date.empty())
        text += (text.empty() ? "" : ", ") + source.date;
    const std::string& title = source.title.empty() ? source.id : source.title;
    if (!title.empty())
        text += (text.empty() ? "" : ": ") + title;
    if (!source.section.empty())
        text += fmt::format("{}({})", text.empty() ? "" : " ", source.section);
    return text;
}

nlohmann::ordered_json sourceAsJson(const SourceInfo& source)
{
    if (source.id.empty())
        return nullptr;
    return {{"id", source.id}, {"title", source.title}, {"author", source.author}, {"date", source.date}, {"section", source.section}};
}

std::string patchesAsText(const std::vector<PatchInfo>& patches, int columns, int indent)
{
    std::vector<std::vector<std::string>> rows;
    for (const PatchInfo& patch : patches) {
        rows.push_back({patch.id, patch.title});
        if (const std::string source = sourceAsText(patch.source); !source.empty())
            rows.push_back({"", source});
    }
    return table(rows, columns, indent);
}

nlohmann::ordered_json patchesAsJson(const std::vector<PatchInfo>& patches)
{
    auto items = nlohmann::ordered_json::array();
    for (const PatchInfo& patch : patches)
        items.push_back({{"id", patch.id}, {"title", patch.title}, {"choice", patch.choice}, {"source", sourceAsJson(patch.source)}});
    return items;
}

} // namespace bindlab
