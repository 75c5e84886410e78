#pragma once

#include "viewmodels/shared/background_job.h"

#include "checker/matrix.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <chrono>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace bindlab {

/// Checks cells of the matrix in the background, and keeps what was found: in memory for each platform, and in a file for the
/// next opening. What an earlier opening found under other flows is used again where the model a cell compiles to is the same.
class MatrixChecking : public QObject {
    Q_OBJECT

public:
    /// `cacheFolder` keeps finished cells for the next time; nothing is kept when it is empty.
    MatrixChecking(const Library& library, const QString& cacheFolder, QObject* parent = nullptr);

    /// Cells of this platform that an earlier opening has kept.
    void load(const std::string& platform);
    /// Checks those of designs (designName()) times scenarios that are not known. Nothing happens while it runs, or when all are.
    void start(const std::string& platform, const std::vector<std::string>& designs, const std::vector<std::string>& scenarios);
    void stop() { m_job.stop(); }
    /// Stops, and waits until it has.
    void cancel();
    [[nodiscard]] bool running() const { return m_job.running(); }

    /// Null while it is not known.
    [[nodiscard]] const MatrixCell* cell(const std::string& platform, const std::string& design, const std::string& scenario) const;
    /// The cells of these designs and scenarios for a report; what is not known is in it as stopped.
    [[nodiscard]] Matrix matrix(const std::string& platform, const std::vector<std::string>& designs, const std::vector<std::string>& scenarios) const;
    /// Time spent on a platform since the program was started; 0: none.
    [[nodiscard]] double secondsOf(const std::string& platform) const;

signals:
    /// Some cells were finished, or it has ended.
    void collected();

private:
    struct Finished;
    using Key = std::pair<std::string, std::string>;   ///< design, scenario

    /// Takes over what was finished since it was last done; answers whether anything was.
    bool collect();
    void end();
    void save(const std::string& platform) const;
    [[nodiscard]] QString fileOf(const std::string& platform) const;

    const Library& m_library;
    QString m_cacheFolder;
    std::map<std::string, std::map<Key, MatrixCell>> m_results;   ///< by platform
    std::map<std::string, std::map<Key, MatrixCell>> m_earlier;   ///< found under other flows
    std::map<std::string, double> m_seconds;
    std::string m_platform;                                       ///< that is being checked
    std::chrono::steady_clock::time_point m_begin;
    std::shared_ptr<Finished> m_finished;
    QTimer m_collecting;
    BackgroundJob m_job{this};
};

} // namespace bindlab
