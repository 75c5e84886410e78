#pragma once

#include "device_preview.h"
#include "device_rows.h"
#include "viewmodels/workbench/workbench_rows.h"
#include "viewmodels/workbench/workbench_view_model.h"

#include "report/run_transcript.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace bindlab {

/// The simulated TDISP device: its chart, the messages it exchanged, the bytes of one of them, and what can be done to it.
class DeviceViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to the AppViewModel")
    Q_PROPERTY(QAbstractItemModel* sources READ sources CONSTANT FINAL)
    Q_PROPERTY(QString source READ source NOTIFY changed FINAL)
    Q_PROPERTY(QAbstractItemModel* interfaces READ interfaces CONSTANT FINAL)
    Q_PROPERTY(int interface READ interface WRITE setInterface NOTIFY changed FINAL)
    Q_PROPERTY(QAbstractItemModel* platforms READ platforms CONSTANT FINAL)
    Q_PROPERTY(QString platform READ platform WRITE setPlatform NOTIFY changed FINAL)
    Q_PROPERTY(QString platformTitle READ platformTitle NOTIFY changed FINAL)
    Q_PROPERTY(QString sourceTitle READ sourceTitle NOTIFY changed FINAL)
    Q_PROPERTY(bool emulatorStop READ emulatorStop WRITE setEmulatorStop NOTIFY changed FINAL)
    Q_PROPERTY(bool sessionUp READ sessionUp NOTIFY changed FINAL)
    Q_PROPERTY(QString sessionText READ sessionText NOTIFY changed FINAL)
    Q_PROPERTY(bool streamSecure READ streamSecure NOTIFY changed FINAL)
    Q_PROPERTY(QString streamText READ streamText NOTIFY changed FINAL)
    Q_PROPERTY(int state READ state NOTIFY changed FINAL)
    Q_PROPERTY(QString stateName READ stateName NOTIFY changed FINAL)
    Q_PROPERTY(bool canUndo READ canUndo NOTIFY changed FINAL)
    Q_PROPERTY(bool connected READ connected NOTIFY changed FINAL)
    Q_PROPERTY(QAbstractItemModel* states READ states CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* arrows READ arrows CONSTANT FINAL)
    Q_PROPERTY(qreal chartWidth READ chartWidth CONSTANT FINAL)
    Q_PROPERTY(qreal chartHeight READ chartHeight CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* entries READ entries CONSTANT FINAL)
    Q_PROPERTY(int selected READ selected WRITE select NOTIFY selectionChanged FINAL)
    Q_PROPERTY(bool everyRequest READ everyRequest WRITE setEveryRequest NOTIFY changed FINAL)
    Q_PROPERTY(QString title READ title NOTIFY selectionChanged FINAL)
    Q_PROPERTY(QString about READ about NOTIFY selectionChanged FINAL)
    Q_PROPERTY(QString reason READ reason NOTIFY selectionChanged FINAL)
    Q_PROPERTY(int byteCount READ byteCount NOTIFY selectionChanged FINAL)
    Q_PROPERTY(QString hex READ hex NOTIFY selectionChanged FINAL)
    Q_PROPERTY(QString reservedNote READ reservedNote NOTIFY selectionChanged FINAL)
    Q_PROPERTY(QAbstractItemModel* fields READ fields CONSTANT FINAL)
    Q_PROPERTY(int field READ field WRITE selectField NOTIFY fieldChanged FINAL)
    Q_PROPERTY(QAbstractItemModel* bits READ bits CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* segments READ segments CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* actions READ actions CONSTANT FINAL)
    Q_PROPERTY(QStringList actionGroups READ actionGroups NOTIFY changed FINAL)
    Q_PROPERTY(bool allActions READ allActions WRITE setAllActions NOTIFY changed FINAL)
    Q_PROPERTY(QString previewed READ previewed NOTIFY previewChanged FINAL)
    Q_PROPERTY(QString previewLabel READ previewLabel NOTIFY previewChanged FINAL)
    Q_PROPERTY(QString previewTitle READ previewTitle NOTIFY previewChanged FINAL)
    Q_PROPERTY(QString previewText READ previewText NOTIFY previewChanged FINAL)
    Q_PROPERTY(QString previewSource READ previewSource NOTIFY previewChanged FINAL)
    Q_PROPERTY(QString previewState READ previewState NOTIFY previewChanged FINAL)
    Q_PROPERTY(bool previewMishap READ previewMishap NOTIFY previewChanged FINAL)
    Q_PROPERTY(QAbstractItemModel* requests READ requests CONSTANT FINAL)
    Q_PROPERTY(int request READ request WRITE compose NOTIFY draftChanged FINAL)
    Q_PROPERTY(QString draft READ draft WRITE setDraft NOTIFY draftChanged FINAL)
    Q_PROPERTY(QString draftProblem READ draftProblem NOTIFY draftChanged FINAL)
    Q_PROPERTY(QString draftSummary READ draftSummary NOTIFY draftChanged FINAL)

public:
    enum EntryKind { Request, Response, Silence, HostAction, Link };
    Q_ENUM(EntryKind)

    /// `workbench` plays the run whose messages can be shown; both must outlive this object.
    DeviceViewModel(const Library& library, WorkbenchViewModel& workbench, QObject* parent = nullptr);

    /// Whose messages are shown: a device of one's own, or a TDI of the run in the workbench. NamedRow.
    [[nodiscard]] QAbstractItemModel* sources() { return &m_sources; }
    [[nodiscard]] QString source() const { return m_source; }
    [[nodiscard]] QAbstractItemModel* interfaces() { return &m_interfaces; }
    [[nodiscard]] int interface() const { return int(m_interface); }
    void setInterface(int interface);
    [[nodiscard]] QAbstractItemModel* platforms() { return &m_platforms; }
    [[nodiscard]] QString platform() const { return m_platform; }
    void setPlatform(const QString& platform);
    [[nodiscard]] QString platformTitle() const;
    [[nodiscard]] QString sourceTitle() const;
    /// STOP in CONFIG_UNLOCKED is an error, as DMTF's emulator has it. Starts over.
    [[nodiscard]] bool emulatorStop() const { return m_emulatorStop; }
    void setEmulatorStop(bool on);
    [[nodiscard]] bool sessionUp() const { return device().link().inSession(); }
    [[nodiscard]] QString sessionText() const;
    [[nodiscard]] bool streamSecure() const { return device().link().obstacle().empty(); }
    [[nodiscard]] QString streamText() const;
    [[nodiscard]] bool connected() const { return sessionUp() && streamSecure(); }
    [[nodiscard]] int state() const { return int(device().interfaces()[m_interface].state()); }
    [[nodiscard]] QString stateName() const;
    [[nodiscard]] bool canUndo() const { return m_transcript.canUndo(); }
    [[nodiscard]] QAbstractItemModel* states() { return &m_states; }
    [[nodiscard]] QAbstractItemModel* arrows() { return &m_arrows; }
    [[nodiscard]] qreal chartWidth() const;
    [[nodiscard]] qreal chartHeight() const;
    [[nodiscard]] QAbstractItemModel* entries() { return &m_entries; }
    /// Row of the history whose bytes are shown; -1: none.
    [[nodiscard]] int selected() const { return m_selected; }
    void select(int row);
    /// Each request of SPDM and IDE_KM has a line of its own; otherwise those behind each other share one.
    [[nodiscard]] bool everyRequest() const { return m_everyRequest; }
    void setEveryRequest(bool every);
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString about() const;
    [[nodiscard]] QString reason() const;
    [[nodiscard]] int byteCount() const;
    [[nodiscard]] QString hex() const;
    [[nodiscard]] QString reservedNote() const;
    [[nodiscard]] QAbstractItemModel* fields() { return &m_fields; }
    [[nodiscard]] int field() const { return m_field; }
    void selectField(int field);
    [[nodiscard]] QAbstractItemModel* bits() { return &m_bits; }
    [[nodiscard]] QAbstractItemModel* segments() { return &m_segments; }
    [[nodiscard]] QAbstractItemModel* actions() { return &m_actions; }
    /// Heads of the rows of actions, in order.
    [[nodiscard]] QStringList actionGroups() const;
    /// Every action of the model, not only the common ones.
    [[nodiscard]] bool allActions() const { return m_allActions; }
    void setAllActions(bool all);
    [[nodiscard]] QString previewed() const { return m_previewed; }
    [[nodiscard]] QString previewLabel() const;
    [[nodiscard]] QString previewTitle() const;
    [[nodiscard]] QString previewText() const;
    [[nodiscard]] QString previewSource() const;
    [[nodiscard]] QString previewState() const;
    /// The action would break a locked TDI; stopped before, it would not.
    [[nodiscard]] bool previewMishap() const;
    [[nodiscard]] QAbstractItemModel* requests() { return &m_requests; }
    [[nodiscard]] int request() const { return m_request; }
    /// Puts a request of this kind together: row of requests().
    void compose(int request);
    /// The message that will be sent, as hex digits.
    [[nodiscard]] QString draft() const { return m_draft; }
    void setDraft(const QString& draft);
    [[nodiscard]] QString draftProblem() const;
    [[nodiscard]] QString draftSummary() const;

    Q_INVOKABLE void chooseSource(const QString& key);
    /// The messages of the run in the workbench, unless there are some of one's own.
    void showRun();
    Q_INVOKABLE void startOver();
    Q_INVOKABLE void undo();
    /// SPDM session, IDE keys and stream, whatever of them is missing, request by request.
    Q_INVOKABLE void connectDevice();
    Q_INVOKABLE void send();
    Q_INVOKABLE void sendTwice();
    Q_INVOKABLE void sendWrongNonce();
    /// Shows what an action would do; an empty name: nothing.
    Q_INVOKABLE void preview(const QString& action);
    Q_INVOKABLE void inject(const QString& action);
    Q_INVOKABLE void stopThenInject(const QString& action);
    /// The row of the history below or above that shows bytes.
    Q_INVOKABLE void selectNext(int step);
    /// From lock to RUN, for pictures and for those who want to look at once.
    Q_INVOKABLE void playHappyPath();
    /// The chart of the TDI's machine, in a format of exportedChart().
    [[nodiscard]] Q_INVOKABLE QString exportedChart(const QString& format) const;

signals:
    void changed();
    void selectionChanged();
    void fieldChanged();
    void previewChanged();
    void draftChanged();
    /// What just happened, for whoever announces it.
    void said(const QString& text);

private:
    [[nodiscard]] const tdisp::Device& device() const { return m_transcript.device(); }
    [[nodiscard]] tdisp::Transcript fresh() const;
    [[nodiscard]] const tdisp::Entry* entry() const;
    [[nodiscard]] DevicePreview previewOf(const QString& action) const;
    /// From here on the device is one's own.
    void own();
    /// Shows what the device has become, and says what was done to it.
    void done(const QString& sentence);
    void follow();
    void refresh(bool toEnd);
    void refreshSources();
    void refreshChart();
    void refreshSelection();
    void refreshBits();
    void refreshActions();

    const Library& m_library;
    WorkbenchViewModel& m_workbench;
    bool m_emulatorStop = false;   ///< before the transcript, which begins with it
    tdisp::Transcript m_transcript;
    QString m_source = QStringLiteral("own");
    int m_followed = -1;                 ///< TDI machine of the workbench's run; -1: none
    std::size_t m_interface = 0;
    QString m_platform;
    bool m_everyRequest = false;
    bool m_allActions = false;
    int m_selected = -1;
    int m_field = 0;
    QString m_previewed;
    int m_request = 0;
    QString m_draft;
    std::vector<std::size_t> m_shown;    ///< by row of the history, the entry of the transcript
    StructListModel<NamedRow> m_sources;
    StructListModel<NamedRow> m_interfaces;
    StructListModel<NamedRow> m_platforms;
    StructListModel<NamedRow> m_requests;
    StructListModel<DeviceStateRow> m_states;
    StructListModel<DeviceArrowRow> m_arrows;
    StructListModel<WireRow> m_entries;
    StructListModel<FieldRow> m_fields;
    StructListModel<BitRow> m_bits;
    StructListModel<SegmentRow> m_segments;
    StructListModel<HostActionRow> m_actions;
};

} // namespace bindlab
