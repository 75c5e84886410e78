#pragma once

#include <QAbstractListModel>
#include <QString>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

#include <functional>
#include <vector>

namespace bindlab {

/// Something that can be found: an action, a lesson, a term, an object, a step, a mail.
struct Findable {
    QString id;          ///< what is done when it is chosen: the id of an action, or as AppViewModel::trigger() has it
    QString title;
    QString group;       ///< what kind of thing it is, and where it stands
    QString detail;      ///< more about it, searched as well; may be empty
    QStringList keys;    ///< of an action
    bool action = false; ///< offered before anything is typed
};

/// What the palette shows: everything in which the typed words occur.
class SearchListModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to the AppViewModel")
    Q_PROPERTY(QString filter READ filter WRITE setFilter NOTIFY filterChanged FINAL)
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)

public:
    enum Role { IdRole = Qt::UserRole + 1, TitleRole, GroupRole, DetailRole, KeysRole };
    static constexpr std::size_t mostRows = 100;

    /// `everything` is asked by refresh() for what there is to be found; `meant` for what the typed text itself stands for, which is
    /// then all that is shown.
    SearchListModel(std::function<std::vector<Findable>()> everything, std::function<std::vector<Findable>(const QString&)> meant,
                    QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// Words that must all occur, in any order. What is called so comes first, then what has them in its title, then actions, then the rest as it stands.
    [[nodiscard]] QString filter() const { return m_filter; }
    void setFilter(const QString& filter);
    [[nodiscard]] int count() const { return int(m_rows.size()); }

    /// Asks again what there is.
    Q_INVOKABLE void refresh();
    [[nodiscard]] Q_INVOKABLE QString idAt(int row) const;

signals:
    void filterChanged();
    void countChanged();

private:
    void rebuild();

    std::function<std::vector<Findable>()> m_everything;
    std::function<std::vector<Findable>(const QString&)> m_meant;
    std::vector<Findable> m_all;
    std::vector<Findable> m_typed;   ///< what the text stands for
    std::vector<const Findable*> m_rows;
    QString m_filter;
};

} // namespace bindlab
