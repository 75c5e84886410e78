#pragma once

#include "matrix_axes.h"
#include "matrix_card.h"
#include "matrix_checking.h"
#include "matrix_essence.h"
#include "matrix_rows.h"
#include "matrix_view.h"
#include "viewmodels/shared/plain_text.h"
#include "viewmodels/workbench/workbench_rows.h"

#include "checker/matrix.h"
#include "world/run.h"

#include <QObject>
#include <QVariantMap>
#include <QtQml/qqmlregistration.h>

#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace bindlab {

/// Every named design against every scenario on one platform, checked in the background; the same cells as `bindlab matrix`.
class MatrixViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to the AppViewModel")
    Q_PROPERTY(QAbstractItemModel* platforms READ platforms CONSTANT FINAL)
    Q_PROPERTY(QString platform READ platform WRITE setPlatform NOTIFY changed FINAL)
    Q_PROPERTY(QAbstractItemModel* groups READ groups CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* bases READ bases CONSTANT FINAL)
    Q_PROPERTY(QString base READ base WRITE setBase NOTIFY shapeChanged FINAL)
    Q_PROPERTY(QAbstractItemModel* switches READ switches CONSTANT FINAL)
    Q_PROPERTY(int combinations READ combinations NOTIFY shapeChanged FINAL)
    Q_PROPERTY(QAbstractItemModel* designs READ designs CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* scenarios READ scenarios CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* cells READ cells CONSTANT FINAL)
    Q_PROPERTY(int rowCount READ rowCount NOTIFY shapeChanged FINAL)
    Q_PROPERTY(int columnCount READ columnCount NOTIFY shapeChanged FINAL)
    Q_PROPERTY(int gapCount READ gapCount NOTIFY shapeChanged FINAL)
    Q_PROPERTY(int allDesigns READ allDesigns NOTIFY shapeChanged FINAL)
    Q_PROPERTY(QString picked READ picked NOTIFY pickedChanged FINAL)
    Q_PROPERTY(QString filter READ filter WRITE setFilter NOTIFY shapeChanged FINAL)
    Q_PROPERTY(bool hideFailing READ hideFailing WRITE setHideFailing NOTIFY shapeChanged FINAL)
    Q_PROPERTY(bool hideEqual READ hideEqual WRITE setHideEqual NOTIFY shapeChanged FINAL)
    Q_PROPERTY(bool running READ running NOTIFY changed FINAL)
    Q_PROPERTY(bool busy READ busy NOTIFY currentChanged FINAL)
    Q_PROPERTY(QString progressText READ progressText NOTIFY changed FINAL)
    Q_PROPERTY(QString effortText READ effortText NOTIFY changed FINAL)
    Q_PROPERTY(QString summary READ summary NOTIFY changed FINAL)
    Q_PROPERTY(int row READ row NOTIFY currentChanged FINAL)
    Q_PROPERTY(int column READ column NOTIFY currentChanged FINAL)
    Q_PROPERTY(int kind READ kind NOTIFY currentChanged FINAL)
    Q_PROPERTY(QString spoken READ spoken NOTIFY currentChanged FINAL)
    Q_PROPERTY(QString cardTitle READ cardTitle NOTIFY currentChanged FINAL)
    Q_PROPERTY(QString cardProperty READ cardProperty NOTIFY currentChanged FINAL)
    Q_PROPERTY(QString cardSteps READ cardSteps NOTIFY currentChanged FINAL)
    Q_PROPERTY(QString cardPlace READ cardPlace NOTIFY currentChanged FINAL)
    Q_PROPERTY(QString cardText READ cardText NOTIFY currentChanged FINAL)
    Q_PROPERTY(QString cardEssence READ cardEssence NOTIFY currentChanged FINAL)
    Q_PROPERTY(QString cardSource READ cardSource NOTIFY currentChanged FINAL)
    Q_PROPERTY(int cardLength READ cardLength NOTIFY currentChanged FINAL)
    Q_PROPERTY(int cardThreads READ cardThreads NOTIFY currentChanged FINAL)
    Q_PROPERTY(QAbstractItemModel* sequence READ sequence CONSTANT FINAL)
    Q_PROPERTY(QString others READ others NOTIFY currentChanged FINAL)

public:
    enum CellKind { Pending, Safe, Fails, Bounded, NotApplicable, Broken };
    Q_ENUM(CellKind)

    /// `cacheFolder` keeps finished cells for the next time; nothing is kept when it is empty.
    explicit MatrixViewModel(const Library& library, const QString& cacheFolder = {}, QObject* parent = nullptr);
    /// Cancels and waits.
    ~MatrixViewModel() override;

    [[nodiscard]] QAbstractItemModel* platforms() { return &m_platforms; }
    [[nodiscard]] QString platform() const { return m_platform; }
    void setPlatform(const QString& platform);
    /// Groups of scenarios, to be shown or not: NamedRow, `current` when shown.
    [[nodiscard]] QAbstractItemModel* groups() { return &m_groups; }
    /// Designs that combinations can be made of: NamedRow.
    [[nodiscard]] QAbstractItemModel* bases() { return &m_bases; }
    [[nodiscard]] QString base() const { return text(m_base); }
    void setBase(const QString& design);
    /// Choices that the combinations flip: SwitchRow.
    [[nodiscard]] QAbstractItemModel* switches() { return &m_switches; }
    /// Rows that are combinations; the others are the designs these can be made of.
    [[nodiscard]] int combinations() const { return int(m_all.size()) - m_bases.rowCount(); }
    [[nodiscard]] QAbstractItemModel* designs() { return &m_designs; }
    [[nodiscard]] QAbstractItemModel* scenarios() { return &m_scenarios; }
    [[nodiscard]] QAbstractItemModel* cells() { return &m_cells; }
    [[nodiscard]] int rowCount() const { return int(m_designs.rows().size()); }
    [[nodiscard]] int columnCount() const { return int(m_scenarios.rows().size()); }
    /// Groups of columns, less one.
    [[nodiscard]] int gapCount() const { return m_scenarios.rows().empty() ? 0 : m_scenarios.rows().back().gaps; }
    [[nodiscard]] int allDesigns() const { return int(m_all.size()); }
    /// Words that a scenario's or design's name has to have.
    [[nodiscard]] QString filter() const { return m_filter.words; }
    void setFilter(const QString& filter);
    [[nodiscard]] bool hideFailing() const { return m_filter.hideFailing; }
    void setHideFailing(bool hide);
    /// Columns in which all designs come to the same say nothing about their differences.
    [[nodiscard]] bool hideEqual() const { return m_filter.hideEqual; }
    void setHideEqual(bool hide);
    [[nodiscard]] bool running() const { return m_checking.running(); }
    /// Something that is shown is still being found out.
    [[nodiscard]] bool busy() const { return running() || m_essence.busy(); }
    [[nodiscard]] QString progressText() const;
    [[nodiscard]] QString effortText() const;
    [[nodiscard]] QString summary() const;
    /// The cell that is looked at.
    [[nodiscard]] int row() const { return m_row; }
    [[nodiscard]] int column() const { return m_column; }
    [[nodiscard]] int kind() const;
    [[nodiscard]] QString spoken() const;
    [[nodiscard]] QString cardTitle() const { return m_card.title; }
    [[nodiscard]] QString cardProperty() const { return m_card.property; }
    [[nodiscard]] QString cardSteps() const { return m_card.steps; }
    [[nodiscard]] QString cardPlace() const { return m_card.place; }
    [[nodiscard]] QString cardText() const { return m_card.text; }
    /// What alone forces the failure; empty while it is not known.
    [[nodiscard]] QString cardEssence() const { return m_essence.sentence(); }
    [[nodiscard]] QString cardSource() const;
    [[nodiscard]] int cardLength() const { return m_card.length; }
    [[nodiscard]] int cardThreads() const;
    [[nodiscard]] QAbstractItemModel* sequence() { return &m_sequence; }
    [[nodiscard]] QString others() const { return m_card.others; }

    /// Checks what has not been checked on this platform; does nothing when all is there.
    Q_INVOKABLE void start();
    Q_INVOKABLE void stop();
    Q_INVOKABLE void select(int row, int column);
    /// By their names; nothing happens when they are not shown.
    void select(const std::string& design, const std::string& scenario);
    /// The cell of this design under the scenario that is looked at. A design that is filtered away is shown again.
    void selectDesign(const std::string& design);
    Q_INVOKABLE void move(int rows, int columns);
    Q_INVOKABLE void showGroup(const QString& group, bool shown);
    /// Flips a choice in half of the combinations, or no longer. Nothing happens when there would be too many rows.
    Q_INVOKABLE void setSwitch(const QString& name, bool flipped);
    Q_INVOKABLE void reset();
    /// What is chosen, to be remembered.
    [[nodiscard]] MatrixView view() const;
    /// What was chosen another time, as far as it is there.
    void restore(const MatrixView& view);
    /// The cell that was put aside to be compared: "D3a in S3"; empty when none is.
    [[nodiscard]] QString picked() const;
    /// Puts the cell at hand aside to be compared, or takes it back; another one is the other side: then there are two to compare.
    [[nodiscard]] std::optional<std::array<Selection, 2>> pick();
    /// What `inks` (Theme.inks) colour: what is shown, as a drawing.
    [[nodiscard]] Q_INVOKABLE QString asSvg(const QVariantMap& inks) const;
    /// All cells of this platform that are there, as text of 78 columns, or JSON.
    [[nodiscard]] Q_INVOKABLE QString asText() const;
    [[nodiscard]] Q_INVOKABLE QString asJson() const;

    /// The failing run of the cell that is looked at; nothing when there is none.
    [[nodiscard]] std::optional<std::pair<Run, Selection>> failingRun() const;
    [[nodiscard]] const MatrixCell* current() const;

signals:
    void changed();
    void shapeChanged();
    void currentChanged();
    void pickedChanged();
    /// view() is another.
    void chosen();

private:
    [[nodiscard]] bool canFlip(const QString& name, bool flipped) const;
    /// All rows, shown or not: the named designs, then the combinations.
    void listRows();
    /// There are other rows: what is new of them is checked.
    void takeRows();
    void showCells();
    void rebuild();
    void recolour();
    void lookAt(int row, int column);
    [[nodiscard]] const MatrixCell* cellOf(const std::string& design, const std::string& scenario) const;
    [[nodiscard]] const Violation* violation() const;
    [[nodiscard]] const HeatCell* heatOfCurrent() const;
    [[nodiscard]] HeatCell heatCell(const std::string& design, const std::string& scenario) const;
    [[nodiscard]] Matrix matrix() const;

    const Library& m_library;
    MatrixChecking m_checking;
    MatrixEssence m_essence;
    std::vector<MatrixDesignRow> m_all;
    std::string m_base = "D6";
    std::vector<std::string> m_flipped;                       ///< DesignSwitch::id
    std::optional<Selection> m_picked;
    std::vector<ScenarioInfo> m_allScenarios;
    QString m_platform;
    MatrixFilter m_filter;
    int m_row = 0;
    int m_column = 0;
    MatrixCard m_card;                                        ///< of the cell that is looked at
    StructListModel<NamedRow> m_platforms;
    StructListModel<NamedRow> m_groups;
    StructListModel<NamedRow> m_bases;
    StructListModel<SwitchRow> m_switches;
    StructListModel<MatrixDesignRow> m_designs;
    StructListModel<MatrixScenarioRow> m_scenarios;
    StructListModel<HeatCell> m_cells;
    StructListModel<SequenceRow> m_sequence;
};

} // namespace bindlab
