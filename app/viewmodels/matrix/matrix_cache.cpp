#include "matrix_cache.h"

#include "viewmodels/shared/kept_file.h"

#include <QCoreApplication>
#include <QDataStream>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>

namespace bindlab {

namespace {

constexpr quint32 magic = 0x426c4d32;   // "BlM2": another layout has another number
constexpr quint32 mostCells = 100'000;
constexpr quint32 mostViolations = 10'000;

// What goes into the file and comes out of it, in one order.

template <typename Stream, typename Text>
void string(Stream& stream, Text& text)
{
    if constexpr (std::is_const_v<Text>) {
        stream << QByteArray::fromStdString(text);
    } else {
        QByteArray bytes;
        stream >> bytes;
        text = bytes.toStdString();
    }
}

template <typename As, typename Stream, typename Number>
void number(Stream& stream, Number& number)
{
    if constexpr (std::is_const_v<Number>) {
        stream << As(number);
    } else {
        As value{};
        stream >> value;
        number = Number(value);
    }
}

template <typename Stream, typename List>
void list(Stream& stream, List& list, quint32 most, auto each)
{
    auto count = quint32(list.size());
    if constexpr (!std::is_const_v<List>) {
        stream >> count;
        if (count > most)
            stream.setStatus(QDataStream::ReadCorruptData);
        for (quint32 i = 0; i < count && stream.status() == QDataStream::Ok; ++i)
            each(list.emplace_back());
    } else {
        stream << count;
        for (auto& entry : list)
            each(entry);
    }
}

template <typename Stream, typename Cell>
void cell(Stream& stream, Cell& cell)
{
    string(stream, cell.selection.design);
    list(stream, cell.selection.patches, mostViolations, [&](auto& patch) { string(stream, patch); });
    string(stream, cell.selection.scenario);
    string(stream, cell.selection.platform);
    string(stream, cell.whyNotApplicable);
    string(stream, cell.error);
    number<quint64>(stream, cell.content);
    auto& result = cell.result;
    number<quint8>(stream, result.verdict);
    number<quint64>(stream, result.states);
    number<quint64>(stream, result.transitions);
    number<qint32>(stream, result.depth);
    string(stream, result.bound);
    list(stream, result.violations, mostViolations, [&](auto& violation) {
        string(stream, violation.property);
        string(stream, violation.failure);
        string(stream, violation.message);
        number<qint32>(stream, violation.switches);
        number<quint8>(stream, violation.inEpilogue);
        number<qint32>(stream, violation.loopsTo);
        list(stream, violation.steps, mostCells, [&](auto& step) {
            number<quint8>(stream, step.thread);
            number<quint8>(stream, step.choice);
        });
    });
}

/// Of this build of the program.
QByteArray buildKey()
{
    const QFileInfo program(QCoreApplication::applicationFilePath());
    return QByteArray::number(program.size()) + '-' + QByteArray::number(program.lastModified().toMSecsSinceEpoch());
}

} // namespace

KeptCells loadCells(const QString& file)
{
    QFile input(file);
    if (!input.open(QIODevice::ReadOnly))
        return {};
    QDataStream stream(&input);
    stream.setVersion(QDataStream::Qt_6_4);
    quint32 kind = 0;
    QByteArray build;
    stream >> kind >> build;
    if (kind != magic || build != buildKey())
        return {};
    KeptCells kept;
    number<quint64>(stream, kept.flows);
    list(stream, kept.cells, mostCells, [&](MatrixCell& each) { cell(stream, each); });
    return stream.status() == QDataStream::Ok ? kept : KeptCells();
}

void saveCells(const QString& file, const KeptCells& kept)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << magic << buildKey();
    number<quint64>(stream, kept.flows);
    list(stream, kept.cells, mostCells, [&](const MatrixCell& each) { cell(stream, each); });
    QDir().mkpath(QFileInfo(file).path());
    writeWhole(file, bytes);   // what cannot be kept is checked again
}

} // namespace bindlab
