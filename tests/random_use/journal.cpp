#include "journal.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <unistd.h>

namespace bindlab::random_use {

Journal::Journal(const QString& file) : m_file(file)
{
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Unbuffered)) {
        std::fprintf(stderr, "cannot write the journal %s\n", qUtf8Printable(file));
        std::exit(2);
    }
}

void Journal::line(const QByteArrayList& fields)
{
    QByteArrayList plain = fields;
    for (QByteArray& field : plain)
        field.replace('\t', ' ').replace('\n', ' ');
    const QByteArray line = plain.join('\t') + '\n';
    if (m_file.write(line) != line.size() || fdatasync(m_file.handle()) != 0) {
        std::fprintf(stderr, "cannot write the journal %s\n", qUtf8Printable(m_file.fileName()));
        std::exit(2);
    }
}

namespace {

void hold(Promise& promise, const QByteArray& value)
{
    const auto last = std::find(promise.values.rbegin(), promise.values.rend(), value);
    if (last != promise.values.rend())
        promise.values.erase(promise.values.begin(), last.base() - 1);
    promise.held = true;
}

void move(Promises& promises, const QByteArray& from, const QByteArray& to)
{
    if (auto node = promises.ofSlot.extract(from)) {
        node.key() = to;
        promises.ofSlot.insert(std::move(node));
    }
    promises.freed.push_back(from);
}

bool covers(const QByteArray& freed, const QByteArray& slot)
{
    return slot == freed || (freed.endsWith('/') && slot.startsWith(freed));
}

void free(Promises& promises, const QByteArray& freed)
{
    std::erase_if(promises.ofSlot, [&](const auto& slot) { return covers(freed, slot.first); });
    promises.freed.push_back(freed);
}

} // namespace

bool Promises::isFree(const QByteArray& slot) const
{
    return !ofSlot.contains(slot) && std::ranges::any_of(freed, [&](const QByteArray& each) { return covers(each, slot); });
}

Promises promisesOf(const QString& journal)
{
    Promises promises;
    QFile file(journal);
    if (!file.open(QIODevice::ReadOnly))
        return promises;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine();
        if (!line.endsWith('\n'))
            break;   // killed while it was written
        const QByteArrayList fields = line.chopped(1).split('\t');
        const QByteArray& what = fields.front();
        if (what == "says" && fields.size() == 3)
            promises.ofSlot[fields[1]].values.push_back(fields[2]);
        else if (what == "holds" && fields.size() == 3)
            hold(promises.ofSlot[fields[1]], fields[2]);
        else if (what == "frees" && fields.size() == 2)
            free(promises, fields[1]);
        else if (what == "moves" && fields.size() == 3)
            move(promises, fields[1], fields[2]);
    }
    return promises;
}

} // namespace bindlab::random_use
