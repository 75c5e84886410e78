#include "search_list_model.h"

#include "viewmodels/shared/words.h"

#include <algorithm>

namespace bindlab {

SearchListModel::SearchListModel(std::function<std::vector<Findable>()> everything, std::function<std::vector<Findable>(const QString&)> meant,
                                 QObject* parent)
    : QAbstractListModel(parent), m_everything(std::move(everything)), m_meant(std::move(meant)) {}

int SearchListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant SearchListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Findable& row = *m_rows[std::size_t(index.row())];
    switch (role) {
    case IdRole: return row.id;
    case Qt::DisplayRole:
    case TitleRole: return row.title;
    case GroupRole: return row.group;
    case DetailRole: return row.detail;
    case KeysRole: return row.keys;
    default: return {};
    }
}

QHash<int, QByteArray> SearchListModel::roleNames() const {
    return {{IdRole, "findId"}, {TitleRole, "title"}, {GroupRole, "group"}, {DetailRole, "detail"}, {KeysRole, "keys"}};
}

void SearchListModel::setFilter(const QString& filter) {
    if (filter == m_filter)
        return;
    m_filter = filter;
    rebuild();
    emit filterChanged();
}

void SearchListModel::refresh() {
    beginResetModel();
    m_rows.clear();   // they point into what is replaced
    m_all = m_everything();
    endResetModel();
    rebuild();
}

QString SearchListModel::idAt(int row) const {
    return row >= 0 && row < count() ? m_rows[std::size_t(row)]->id : QString();
}

void SearchListModel::rebuild() {
    beginResetModel();
    m_rows.clear();
    const QStringList words = wordsOf(m_filter);
    const QString whole = words.join(QLatin1Char(' '));
    const auto rank = [&](const Findable& one) {
        const bool named = one.title.startsWith(whole, Qt::CaseInsensitive) && (one.title.size() == whole.size() || one.title.mid(whole.size()).startsWith(QLatin1String(" ·")));
        return named && !words.isEmpty() ? -1 : (hasAll(one.title, words) ? 0 : 2) + (one.action ? 0 : 1);
    };
    m_typed = m_meant(m_filter);
    for (const Findable& one : m_typed)
        m_rows.push_back(&one);
    for (const Findable& one : m_all) {
        if (!m_typed.empty())
            break;
        if (words.isEmpty() ? one.action : hasAll(one.title + QLatin1Char(' ') + one.group + QLatin1Char(' ') + one.detail, words))
            m_rows.push_back(&one);
    }
    std::ranges::stable_sort(m_rows, {}, [&](const Findable* one) { return rank(*one); });
    m_rows.resize(std::min(m_rows.size(), mostRows));
    endResetModel();
    emit countChanged();
}

} // namespace bindlab
