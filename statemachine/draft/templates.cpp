#include "draft/templates.h"

#include "draft/design_text.h"
#include "flow/embedded.h"

#include <algorithm>

namespace bindlab {

namespace {

constexpr std::string_view flowEnding = ".flow";

std::string idOf(const EmbeddedFile& file) { return std::string(file.name.substr(0, file.name.size() - flowEnding.size())); }

} // namespace

std::vector<DraftTemplate> draftTemplates(const Library& shipped)
{
    std::vector<DraftTemplate> all{{"empty", "an empty text", DraftTemplate::Kind::Empty}};
    for (const EmbeddedFile& file : embeddedModels()) {
        Library model;
        model.add(std::string(file.name), file.text);
        const auto scenarios = model.scenarios();
        all.push_back({idOf(file), scenarios.empty() ? idOf(file) : scenarios.front().title, DraftTemplate::Kind::Model});
    }
    for (const DesignInfo& design : shipped.designs())
        all.push_back({design.id, design.title, DraftTemplate::Kind::Design});
    return all;
}

std::string draftFrom(const Library& shipped, const std::string& id, const std::string& name, const std::vector<std::string>& patches)
{
    for (const EmbeddedFile& file : embeddedModels())
        if (idOf(file) == id)
            return std::string(file.text);
    const auto designs = shipped.designs();
    const auto design = std::ranges::find(designs, id, &DesignInfo::id);
    if (design == designs.end())
        return {};
    std::string text = "// From " + design->id + ", \"" + design->title + "\"";
    const SourceInfo& source = design->source;
    text += source.title.empty() ? ".\n" : ": " + source.author + (source.author.empty() ? "" : ", ") + source.date + (source.date.empty() ? "" : ", ")
                                               + "\"" + source.title + "\".\n";
    text += "\n" + designText(name, "from " + design->id, design->base, design->patches) + "\n";
    for (const std::string& patch : patches)
        text = patch.starts_with("-") ? withPatch(text, name, patch.substr(1), false) : withPatch(text, name, patch, true);
    return text;
}

} // namespace bindlab
