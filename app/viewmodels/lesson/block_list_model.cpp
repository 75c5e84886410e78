#include "block_list_model.h"

#include "prose.h"

#include <QStringList>

#include <algorithm>
#include <cstddef>

namespace bindlab {

int BlockListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_blocks.size());
}

QVariant BlockListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const BlockView& block = m_blocks[std::size_t(index.row())];
    const auto list = [](const auto& from, auto text) {
        QStringList texts;
        for (const auto& each : from)
            texts.append(text(each));
        return texts;
    };
    switch (role) {
    case IndexRole: return block.index;
    case DirectiveRole: return QString::fromStdString(block.directive);
    case ActRole: return block.act;
    case StateRole: return State(block.state);
    case HtmlRole: return proseHtml(block.text);
    case Qt::DisplayRole:
    case PlainRole: return block.directive == "flow" ? QString::fromStdString(block.text).trimmed() : proseText(block.text);
    case HintRole: return proseHtml(block.hint);
    case ButtonRole: return QString::fromStdString(block.button);
    case OutcomeRole: return proseHtml(block.outcome);
    case FactsRole:
        return list(block.facts, [&block](const std::string& fact) {
            return block.directive == "explain" ? proseHtml(fact) : QString::fromStdString(fact);
        });
    case PicksRole: return QVariant::fromValue(QList<int>(block.picks.begin(), block.picks.end()));
    case WordsRole: return QString::fromStdString(block.words);
    case BreaksRole: return block.breaks;
    case OptionTextsRole: return list(block.options, [](const OptionView& option) { return proseHtml(option.text, Terms::Plain); });
    case OptionFeedbacksRole: return list(block.options, [](const OptionView& option) { return proseHtml(option.feedback, Terms::Plain); });
    case ChosenRole:
    case RightRole: {
        const auto found = std::find_if(block.options.begin(), block.options.end(),
                                        [role](const OptionView& option) { return role == ChosenRole ? option.chosen : option.right; });
        return found == block.options.end() ? -1 : int(found - block.options.begin());
    }
    default: return {};
    }
}

QHash<int, QByteArray> BlockListModel::roleNames() const {
    return {{IndexRole, "blockIndex"}, {DirectiveRole, "directive"}, {ActRole, "act"}, {StateRole, "actState"}, {HtmlRole, "html"},
            {PlainRole, "plain"}, {HintRole, "hint"}, {ButtonRole, "buttonText"}, {OutcomeRole, "outcome"}, {FactsRole, "facts"},
            {OptionTextsRole, "optionTexts"}, {OptionFeedbacksRole, "optionFeedbacks"}, {ChosenRole, "chosenOption"}, {RightRole, "rightOption"}, {PicksRole, "picks"}, {WordsRole, "words"}, {BreaksRole, "breaks"}};
}

void BlockListModel::update(const LessonSession* session) {
    std::vector<BlockView> blocks = session == nullptr ? std::vector<BlockView>() : session->blocks();
    const int page = session == nullptr ? -1 : session->page();
    // Blocks of another page or another lesson have nothing in common with these.
    std::size_t kept = 0;
    if (page == m_page && session == m_session) {
        while (kept < std::min(blocks.size(), m_blocks.size()) && blocks[kept].index == m_blocks[kept].index)
            ++kept;
    }
    m_page = page;
    m_session = session;
    if (kept < m_blocks.size()) {
        beginRemoveRows({}, int(kept), int(m_blocks.size()) - 1);
        m_blocks.erase(m_blocks.begin() + std::ptrdiff_t(kept), m_blocks.end());
        endRemoveRows();
    }
    for (std::size_t i = 0; i < kept; ++i)
        m_blocks[i] = blocks[i];
    if (kept > 0)
        emit dataChanged(index(0), index(int(kept) - 1));
    if (kept < blocks.size()) {
        beginInsertRows({}, int(kept), int(blocks.size()) - 1);
        m_blocks.insert(m_blocks.end(), blocks.begin() + std::ptrdiff_t(kept), blocks.end());
        endInsertRows();
    }
}

} // namespace bindlab
