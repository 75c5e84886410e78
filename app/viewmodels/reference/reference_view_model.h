#pragma once

#include "reference_column.h"
#include "reference_links.h"
#include "reference_sheet.h"
#include "viewmodels/lesson/lesson_shelf.h"
#include "viewmodels/window/action_list_model.h"

#include <QObject>
#include <QSortFilterProxyModel>
#include <QtQml/qqmlregistration.h>

namespace bindlab {

/// The keys that a search finds.
class FoundKeys : public QSortFilterProxyModel {
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;
    void find(const QStringList& words);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QStringList m_words;
};

/// What one looks up: terms, machines, the mails and documents behind lessons and designs, keys. One search finds in all of them.
class ReferenceViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to the AppViewModel")
    Q_PROPERTY(bindlab::ReferenceViewModel::Part part READ part WRITE setPart NOTIFY partChanged FINAL)
    Q_PROPERTY(QString query READ query WRITE setQuery NOTIFY queryChanged FINAL)
    Q_PROPERTY(QString foundText READ foundText NOTIFY changed FINAL)
    Q_PROPERTY(QAbstractItemModel* terms READ terms CONSTANT FINAL)
    Q_PROPERTY(int termRow READ termRow NOTIFY changed FINAL)
    Q_PROPERTY(QAbstractItemModel* termUses READ termUses CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* sheets READ sheets CONSTANT FINAL)
    Q_PROPERTY(int sheetRow READ sheetRow NOTIFY changed FINAL)
    Q_PROPERTY(bindlab::ReferenceSheet* sheet READ sheet CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* sources READ sources CONSTANT FINAL)
    Q_PROPERTY(int sourceRow READ sourceRow NOTIFY changed FINAL)
    Q_PROPERTY(QAbstractItemModel* citations READ citations CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* keys READ keys CONSTANT FINAL)

public:
    /// Where there is little room, one of them is shown at a time.
    enum class Part { Terms, Sheets, Sources, Keys };
    Q_ENUM(Part)

    /// All three must outlive this.
    ReferenceViewModel(const Library& library, const LessonShelf& shelf, ActionListModel& keys, QObject* parent = nullptr);

    [[nodiscard]] Part part() const { return m_part; }
    void setPart(Part part);
    [[nodiscard]] QString query() const { return m_query; }
    /// Words that must all occur, in any order.
    void setQuery(const QString& query);
    /// "3 terms, 1 machine, 2 sources, no keys"
    [[nodiscard]] QString foundText() const;

    [[nodiscard]] QAbstractItemModel* terms() { return &m_terms; }
    [[nodiscard]] int termRow() const { return m_terms.row(); }
    /// Lessons and pages that use the chosen term.
    [[nodiscard]] QAbstractItemModel* termUses() { return &m_termUses; }
    [[nodiscard]] QAbstractItemModel* sheets() { return &m_sheets; }
    [[nodiscard]] int sheetRow() const { return m_sheets.row(); }
    [[nodiscard]] ReferenceSheet* sheet() { return &m_sheet; }
    [[nodiscard]] QAbstractItemModel* sources() { return &m_sources; }
    [[nodiscard]] int sourceRow() const { return m_sources.row(); }
    /// Who cites the chosen source.
    [[nodiscard]] QAbstractItemModel* citations() { return &m_citations; }
    [[nodiscard]] QAbstractItemModel* keys() { return &m_keys; }

    /// The first place that uses the chosen term, or cites the chosen source, as AppViewModel::trigger() has it; empty without one.
    [[nodiscard]] Q_INVOKABLE QString firstUse() const;
    [[nodiscard]] Q_INVOKABLE QString firstCitation() const;

    Q_INVOKABLE void chooseTerm(int row);
    Q_INVOKABLE void chooseSheet(int row);
    Q_INVOKABLE void chooseSource(int row);
    /// By any of its names, or by the machine's; whatever was searched for. False when there is none.
    Q_INVOKABLE bool showTerm(const QString& name);
    Q_INVOKABLE bool showSheet(const QString& machine);

signals:
    void partChanged();
    void queryChanged();
    void changed();

private:
    void readLessons();
    void find();
    void showChosen();
    [[nodiscard]] std::vector<const Lesson*> lessons() const;

    const Library& m_library;
    const LessonShelf& m_shelf;
    Part m_part = Part::Terms;
    QString m_query;
    std::vector<const Term*> m_glossary;   ///< in the order of the entries of m_terms
    TermUses m_uses;
    std::vector<CitedSource> m_cited;      ///< in the order of the entries of m_sources
    ReferenceColumn<TermRow> m_terms;
    ReferenceColumn<SheetRow> m_sheets;
    ReferenceColumn<SourceRow> m_sources;
    StructListModel<ReferenceLinkRow> m_termUses;
    StructListModel<ReferenceLinkRow> m_citations;
    ReferenceSheet m_sheet;
    FoundKeys m_keys;
};

} // namespace bindlab
