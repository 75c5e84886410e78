/// Starts the window, the window with a lesson, and a minimal one of the same Qt, in turn and many times, and prints how long each
/// took until its first frame, where that time went, and how much memory each had a second later.
///
///     bench_window_start BINDLAB MINIMAL LESSON.md ROUNDS
///
/// Exit status 1 when a figure is missed, 2 when a window did not show. Processor time counts every thread of a program.

#include "table.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QThread>

#include <optional>

using namespace bindlab::bench;

namespace {

constexpr double frameLimit = 400;      ///< milliseconds, from the start of the process
constexpr double aboveMinimal = 250;    ///< milliseconds a first frame may come later than the minimal window's
constexpr double lessonLimit = 800;     ///< milliseconds, from the start of the process
constexpr double memoryLimit = 80;      ///< MB above the minimal window
constexpr int rest = 1000;              ///< milliseconds after the first frame: what goes on in the background has come to its end

struct Stage {
    QString name;
    std::vector<double> wall, worked;   ///< milliseconds since the stage before, a start each
};

/// A program that is started again and again.
struct Program {
    QString name;
    QString last;   ///< stage at which it is there
    QString path;
    QStringList arguments;
    QString backend;   ///< of Qt Quick; empty where the program chooses
    std::vector<Stage> stages = {};
    std::vector<double> firstFrame = {}, there = {}, memory = {};   ///< milliseconds, milliseconds, MB
};

double monotonic()
{
    timespec time{};
    clock_gettime(CLOCK_MONOTONIC, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

QByteArray contentOf(const QString& name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

double residentOf(qint64 process)
{
    const QByteArray status = contentOf(QStringLiteral("/proc/%1/status").arg(process));
    return status.mid(status.indexOf("VmRSS:") + 6).trimmed().split(' ').constFirst().toDouble() / 1024;
}

/// Keeps the times of one start; `begun` is when the process was made.
void keep(Program& program, const QByteArray& trace, double begun)
{
    double before = begun;
    double workedBefore = 0;
    std::size_t place = 0;
    for (const QString& line : QString::fromUtf8(trace).trimmed().split(QLatin1Char('\n'))) {
        const double at = line.section(QLatin1Char(' '), 0, 0).toDouble() / 1e6;
        const double worked = line.section(QLatin1Char(' '), 1, 1).toDouble() / 1e6;
        const QString name = line.section(QLatin1Char(' '), 2);
        if (place == program.stages.size())
            program.stages.push_back({name, {}, {}});
        program.stages[place].wall.push_back(at - before);
        program.stages[place].worked.push_back(worked - workedBefore);
        if (name == QLatin1String("first frame"))
            program.firstFrame.push_back(at - begun);
        if (name == program.last)
            program.there.push_back(at - begun);
        before = at;
        workedBefore = worked;
        ++place;
    }
}

/// One start in a home of its own; whether it came as far as it should.
bool start(Program& program)
{
    const QTemporaryDir home;
    const QString trace = home.filePath(QStringLiteral("trace"));
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"})
        environment.insert(QString::fromLatin1(name), home.path());
    environment.insert(QStringLiteral("BINDLAB_START_TRACE"), trace);
    if (!program.backend.isEmpty() && !environment.contains(QStringLiteral("QT_QUICK_BACKEND")))
        environment.insert(QStringLiteral("QT_QUICK_BACKEND"), program.backend);
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    const double begun = monotonic();
    process.start(program.path, program.arguments);
    const QByteArray last = program.last.toUtf8() + '\n';
    while (!contentOf(trace).endsWith(last)) {
        if (process.waitForFinished(5) || monotonic() - begun > 60'000) {
            std::fprintf(stderr, "%s did not show a frame\n", qUtf8Printable(program.name));
            return false;
        }
    }
    QThread::msleep(rest);
    keep(program, contentOf(trace), begun);
    program.memory.push_back(residentOf(process.processId()));
    process.terminate();
    process.waitForFinished();
    return true;
}

std::string times(const std::vector<double>& values)
{
    return milliseconds(quantile(values, 0.5)) + ", p95 " + milliseconds(quantile(values, 0.95));
}

std::string megabytes(double value)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.0f MB", value);
    return text;
}

void printStages(const Program& program)
{
    std::printf("\n%s: where the time until \"%s\" goes\n", qUtf8Printable(program.name), qUtf8Printable(program.last));
    for (const Stage& stage : program.stages)
        std::printf("    %-24s %8.1f ms, worked %8.1f ms\n", qUtf8Printable(stage.name), quantile(stage.wall, 0.5), quantile(stage.worked, 0.5));
}

double median(const std::vector<double>& values) { return quantile(values, 0.5); }

/// Whether all of it is as asked for.
bool told(const Program& welcome, const Program& lesson, const Program& minimal)
{
    const double frame = median(welcome.firstFrame);
    const double peer = median(minimal.firstFrame);
    const double memory = median(lesson.memory) - median(minimal.memory);
    const bool isFrameMet = frame <= frameLimit && frame - peer <= aboveMinimal;
    const bool isLessonMet = median(lesson.there) <= lessonLimit;
    const bool isMemoryMet = memory <= memoryLimit;
    const auto met = [](bool is) { return is ? "met" : "NOT MET"; };
    row("start to first frame", times(welcome.firstFrame), milliseconds(peer), milliseconds(frameLimit) + ", peer + " + milliseconds(aboveMinimal), met(isFrameMet));
    row("start to first lesson usable", times(lesson.there), milliseconds(peer), milliseconds(lessonLimit), met(isLessonMet));
    row("resident memory, lesson open", megabytes(median(lesson.memory)), megabytes(median(minimal.memory)), "peer + " + megabytes(memoryLimit), met(isMemoryMet));
    for (const Program* program : {&welcome, &lesson, &minimal})
        printStages(*program);
    return isFrameMet && isLessonMet && isMemoryMet;
}

} // namespace

int main(int count, char** values)
{
    const QCoreApplication application(count, values);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 5 || arguments[4].toInt() < 1) {
        std::fprintf(stderr, "usage: bench_window_start BINDLAB MINIMAL LESSON.md ROUNDS\n");
        return 2;
    }
    const QString frame = QStringLiteral("first frame");
    Program welcome{QStringLiteral("welcome screen"), frame, arguments[1], {}, {}};
    Program lesson{QStringLiteral("first lesson"), QStringLiteral("lesson usable"), arguments[1], {arguments[3]}, {}};
    // On a virtual X server ours draws in software, whatever graphics card there is.
    Program minimal{QStringLiteral("minimal window"), frame, arguments[2], {}, QStringLiteral("software")};
    for (int round = 0; round < arguments[4].toInt(); ++round)
        for (Program* program : {&welcome, &minimal, &lesson})
            if (!start(*program))
                return 2;
    return told(welcome, lesson, minimal) ? 0 : 1;
}
