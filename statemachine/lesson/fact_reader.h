#pragma once

#include "lesson/lesson.h"
#include "lesson/yaml_reader.h"

#include <optional>
#include <string>
#include <vector>

namespace bindlab {

/// Which facts may stand at a place.
enum class FactsOf { Moment, Check, Either };

/// Reads what the directives have in common: settings, facts, moves. What is wrong is complained of with its line, and left out.
class FactReader {
public:
    explicit FactReader(YamlReader& reader) : m_reader(reader) {}

    /// From `design`, `scenario` and `from`.
    Setting setting(const YamlReader::Fields& fields);
    /// The entries of a list that is not empty. With an `owner` the field has to be there.
    std::optional<std::vector<YAML::Node>> list(const YamlReader::Fields& fields, const std::string& key, const YAML::Node* owner);
    std::vector<Fact> factField(const YamlReader::Fields& fields, const std::string& key, FactsOf of, const YAML::Node* owner);
    std::vector<Fact> facts(const YAML::Node& node, FactsOf of);
    /// `goal`, a list of facts, or `any`, a list of such lists.
    std::vector<Goal> goals(const YamlReader::Fields& fields, const YAML::Node& owner);
    std::vector<Move> moves(const YamlReader::Fields& fields, const std::string& key, const YAML::Node* owner);

private:
    std::optional<Fact> fact(const YAML::Node& node);
    FactAttribute attribute(FactSubject subject, const std::string& name, const YAML::Node& node);
    Move move(const YAML::Node& node);
    /// `nearest` or `shortest`: a whole run.
    void moveToGoal(const YamlReader::Fields& fields, const YAML::Node& node, Move& move);
    /// Steps of one thread, before or after a statement, so many, or until something is so.
    void moveOfThread(const YamlReader::Fields& fields, const YAML::Node& node, Move& move);
    void moveUntil(const YamlReader::Fields& fields, const YAML::Node& until, Move& move);
    /// Complains of what stands beside a move that says all by itself.
    void alone(const YamlReader::Fields& fields, const std::string& key);

    YamlReader& m_reader;
};

} // namespace bindlab
