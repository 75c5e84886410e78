#include "flow/errno_names.h"
#include "world/interpreter.h"

/// The names and sentences of what the interpreter knows as numbers.
namespace bindlab {

std::string objectName(const Model& model, int object) { return object < 0 ? std::string("NULL") : model.objects[std::size_t(object)].name; }

std::string lockName(const Model& model, int object, int field)
{
    const FieldInfo& info = model.fields[std::size_t(field)];
    if (!info.alias.empty())
        return info.alias;
    return model.objects[std::size_t(object)].shortName + "->" + info.name;
}

std::string valueText(const Model& model, CellKind kind, int pointsTo, int enumeration, int value)
{
    switch (kind) {
    case CellKind::Bool:
        return value ? "true" : "false";
    case CellKind::Pointer:
        if (value == 0)
            return "NULL";
        if (value < 0 || pointsTo < 0)
            return numberText(value);
        return objectName(model, model.types[std::size_t(pointsTo)].firstObject + value - 1);
    case CellKind::Enum: {
        const auto& names = model.enumerations[std::size_t(enumeration)];
        return value >= 0 && std::size_t(value) < names.size() ? names[std::size_t(value)] : numberText(value);
    }
    default:
        return numberText(value);
    }
}

const std::string& propertyOf(const Model& model, const RawFinding& finding) { return model.properties[std::size_t(finding.property)].id; }

std::string failureOf(const Model& model, const RawFinding& finding)
{
    using Kind = RawFinding::Kind;
    switch (finding.kind) {
    case Kind::UseAfterFree:
    case Kind::DoubleFree:
        return finding.object < 0 ? std::string() : model.objects[std::size_t(finding.object)].freedFailure;
    case Kind::HeldOnReturn:
    case Kind::WaitsForLeaked:
        return "F4";
    case Kind::WaitsForSelf:
        return "F6";
    case Kind::Cycle:
    case Kind::Stuck:
        return "F5";
    case Kind::Broken:
        if (finding.rule >= 0)
            return model.propertyCode[std::size_t(finding.clause)].clauses[std::size_t(finding.part)].rules[std::size_t(finding.rule)].failure;
        return {};
    case Kind::Told: {
        const auto& names = model.enumerations;
        if (finding.rule < 0 || std::size_t(finding.part) >= names.size() || std::size_t(finding.rule) >= names[std::size_t(finding.part)].size())
            return {};
        const std::string& name = names[std::size_t(finding.part)][std::size_t(finding.rule)];
        return name.starts_with("F") ? name : std::string();
    }
    case Kind::Errno:
        return finding.rule == -errnoValue("EBUSY") ? "F3" : "";
    default:
        return {};
    }
}

Finding inWords(const Model& model, const RawFinding& finding)
{
    using Kind = RawFinding::Kind;
    Finding words;
    words.property = propertyOf(model, finding);
    words.failure = failureOf(model, finding);
    const std::string thread = finding.thread >= 0 ? model.threads[std::size_t(finding.thread)].name : std::string("A thread");
    const std::string object = objectName(model, finding.object);
    std::string where;
    if (finding.place >= 0) {
        const PlaceInfo& place = model.places[std::size_t(finding.place)];
        const int flow = model.contexts[std::size_t(place.context)].flow;
        std::string text = place.text;
        while (text.ends_with(";"))
            text.pop_back();
        where = ": " + text + (flow < 0 ? std::string() : " in " + model.flows[std::size_t(flow)].name);
    }
    const std::string lock = finding.object >= 0 && finding.field >= 0 ? lockName(model, finding.object, finding.field) : std::string();
    switch (finding.kind) {
    case Kind::UseAfterFree: words.message = thread + " uses the " + object + " after it was freed" + where; break;
    case Kind::NullPointer: words.message = thread + " follows a NULL pointer" + where; break;
    case Kind::DoubleFree: words.message = thread + " frees the " + object + " a second time" + where; break;
    case Kind::NoFreeSlot: words.message = thread + " allocates more objects than the model has room for" + where; break;
    case Kind::Unguarded: {
        const FieldInfo& field = model.fields[std::size_t(finding.field)];
        words.message = thread + " touches " + model.objects[std::size_t(finding.object)].shortName + "." + field.name + " without holding its lock" + where;
        break;
    }
    case Kind::NotHeld: words.message = thread + " releases " + lock + ", which it does not hold" + where; break;
    case Kind::HeldOnReturn: words.message = thread + " returns to user space and still holds " + lock; break;
    case Kind::WaitsForLeaked: words.message = thread + " waits for " + lock + ", which was taken back to user space and is never released" + where; break;
    case Kind::WaitsForSelf: words.message = thread + " waits for " + lock + ", which it holds itself" + where; break;
    case Kind::Cycle: words.message = thread + " waits for " + lock + " and is itself waited for: no thread of the circle can move" + where; break;
    case Kind::Stuck: words.message = thread + " waits for something that cannot come any more" + where; break;
    case Kind::Endless: words.message = "no run comes to an end any more: every one goes on for ever"; break;
    case Kind::Told:
        words.message = finding.message >= 0 ? model.messages[std::size_t(finding.message)] + where
                                             : "it is no longer so that " + model.properties[std::size_t(finding.property)].title + where;
        break;
    case Kind::Errno:
        words.message = thread + " gets " + numberText(finding.rule) + " from " + model.calls[std::size_t(finding.part)].name + ", which does not say that it may return that";
        break;
    case Kind::Broken: {
        const std::string& says = model.propertyCode[std::size_t(finding.clause)].clauses[std::size_t(finding.part)].says;
        words.message = says.empty() ? "it is no longer so that " + model.properties[std::size_t(finding.property)].title : says;
        break;
    }
    }
    return words;
}

} // namespace bindlab
