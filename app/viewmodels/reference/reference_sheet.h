#pragma once

#include "reference_rows.h"

#include "flow/library.h"
#include "machines/machine.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace bindlab {

/// The sheet of one machine: where its table comes from, its states, chart, transitions and refusals, and what carries it.
/// All of it is read off the machine.
class ReferenceSheet : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to the ReferenceViewModel")
    Q_PROPERTY(QString name READ name NOTIFY changed FINAL)
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
    Q_PROPERTY(QString about READ about NOTIFY changed FINAL)
    Q_PROPERTY(QString source READ source NOTIFY changed FINAL)
    Q_PROPERTY(QString carriers READ carriers NOTIFY changed FINAL)
    Q_PROPERTY(QAbstractItemModel* states READ states CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* arrows READ arrows CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* transitions READ transitions CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* refusals READ refusals CONSTANT FINAL)
    Q_PROPERTY(qreal chartWidth READ chartWidth NOTIFY changed FINAL)
    Q_PROPERTY(qreal chartHeight READ chartHeight NOTIFY changed FINAL)
    Q_PROPERTY(QRectF startMark READ startMark NOTIFY changed FINAL)
    Q_PROPERTY(QString spokenChart READ spokenChart NOTIFY changed FINAL)

public:
    using QObject::QObject;

    void show(const Machine& machine, const Library& library);

    [[nodiscard]] QString name() const;
    [[nodiscard]] QString title() const;
    /// What the glossary says of it; empty when it says nothing.
    [[nodiscard]] QString about() const;
    [[nodiscard]] QString source() const;
    /// "Device.tdi of device", one behind the other; empty when no object of the flows carries it.
    [[nodiscard]] QString carriers() const { return m_carriers; }
    [[nodiscard]] QAbstractItemModel* states() { return &m_states; }
    [[nodiscard]] QAbstractItemModel* arrows() { return &m_arrows; }
    [[nodiscard]] QAbstractItemModel* transitions() { return &m_transitions; }
    [[nodiscard]] QAbstractItemModel* refusals() { return &m_refusals; }
    /// In pixels at a text scale of 1, as everything of the chart.
    [[nodiscard]] qreal chartWidth() const { return m_size.width(); }
    [[nodiscard]] qreal chartHeight() const { return m_size.height(); }
    /// Where the machine begins.
    [[nodiscard]] QRectF startMark() const { return m_startMark; }
    [[nodiscard]] QString spokenChart() const;

    /// The machine in a format of exportedChart(); empty before one is shown.
    [[nodiscard]] Q_INVOKABLE QString exportedChart(const QString& format) const;

signals:
    void changed();

private:
    void drawChart();
    void fillTables();

    const Machine* m_machine = nullptr;
    QString m_carriers;
    StructListModel<SheetStateRow> m_states;
    StructListModel<SheetArrowRow> m_arrows;
    StructListModel<TransitionRow> m_transitions;
    StructListModel<RefusalRow> m_refusals;
    QSizeF m_size;
    QRectF m_startMark;
};

} // namespace bindlab
