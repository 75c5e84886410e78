/// What is wrong with a selection, told once.
#include "flow/complaints.h"

#include <algorithm>

namespace bindlab::compiling {

bool Complaints::adopt(const Diagnostics& found)
{
    for (const Diagnostic& diagnostic : found)
        if (!isFull(m_problems) && std::find(m_parts.problems.begin(), m_parts.problems.end(), diagnostic) == m_parts.problems.end()
            && std::find(m_problems.begin(), m_problems.end(), diagnostic) == m_problems.end())
            m_problems.push_back(diagnostic);
    return !found.empty();
}

void Complaints::at(const Token& token, const std::string& message, const std::string& hint)
{
    if (isFull(m_problems))
        return;
    Diagnostic diagnostic = complain(token, message, hint);
    // A flow expanded in two places is wrong once.
    if (std::find(m_problems.begin(), m_problems.end(), diagnostic) == m_problems.end())
        m_problems.push_back(std::move(diagnostic));
}

std::string Complaints::didYouMean(const std::string& name, const std::vector<std::string>& known)
{
    const std::string near = nearestName(name, known);
    return near.empty() ? std::string() : "did you mean '" + near + "'?";
}

void Complaints::unknown(const Token& token, const std::string& what, const std::string& name, const std::vector<std::string>& known)
{
    if (isFull(m_problems))
        return;
    at(token, "there is no " + what + " '" + name + "'", didYouMean(name, known));
}

} // namespace bindlab::compiling
