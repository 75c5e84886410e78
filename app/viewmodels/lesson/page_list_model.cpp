#include "page_list_model.h"

#include <utility>

namespace bindlab {

int PageListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant PageListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row& row = m_rows[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole: return row.title;
    case StateRole: return row.state;
    case CurrentRole: return row.current;
    default: return {};
    }
}

QHash<int, QByteArray> PageListModel::roleNames() const {
    return {{TitleRole, "title"}, {StateRole, "pageState"}, {CurrentRole, "current"}};
}

void PageListModel::update(const LessonSession* session) {
    std::vector<Row> rows;
    if (session != nullptr) {
        for (int page = 0; page < session->pageCount(); ++page) {
            rows.push_back({QString::fromStdString(session->lesson().pages[std::size_t(page)].title),
                            session->pageDone(page) ? Done : Ahead, page == session->page()});
        }
    }
    if (rows.size() != m_rows.size()) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i] == m_rows[i])
            continue;
        m_rows[i] = rows[i];
        emit dataChanged(index(int(i)), index(int(i)));
    }
}

} // namespace bindlab
