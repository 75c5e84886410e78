#include "tdisp/codec.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace bindlab::tdisp {

namespace {

/// Puts fields behind what there is.
class Writer {
public:
    explicit Writer(Bytes& out) : m_out(out) {}

    template <std::unsigned_integral Number>
    void field(FieldText, const Number& value)
    {
        for (std::size_t i = 0; i < sizeof(Number); ++i)
            m_out.push_back(std::uint8_t(std::uint64_t(value) >> 8 * i));
    }
    template <std::size_t count>
    void field(FieldText, const std::array<std::uint8_t, count>& value) { m_out.insert(m_out.end(), value.begin(), value.end()); }
    void reserved(std::size_t count) { m_out.resize(m_out.size() + count); }
    void list(FieldText text, const Bytes& entries, std::size_t) { rest(text, entries); }
    void bytes(FieldText text, const Bytes& bytes, std::size_t) { rest(text, bytes); }
    void rest(FieldText, const Bytes& bytes) { m_out.insert(m_out.end(), bytes.begin(), bytes.end()); }
    template <typename Part>
    void parts(std::vector<Part>& parts, std::size_t)
    {
        for (Part& part : parts)
            part.fields(*this);
    }

private:
    Bytes& m_out;
};

/// Takes fields from the bytes, and tells `Seen` of each. Past their end every field is 0, and the reading has failed.
template <typename Seen>
class Reader {
public:
    Reader(std::span<const std::uint8_t> bytes, Seen seen) : m_bytes(bytes), m_seen(seen) {}

    template <std::unsigned_integral Number>
    void field(FieldText text, Number& value)
    {
        const auto taken = take(sizeof(Number));
        std::uint64_t number = 0;
        for (std::size_t i = 0; i < taken.size(); ++i)
            number |= std::uint64_t(taken[i]) << 8 * i;
        value = Number(number);
        tell(text, taken, sizeof(Number), false);
    }
    template <std::size_t count>
    void field(FieldText text, std::array<std::uint8_t, count>& value)
    {
        const auto taken = take(count);
        value = {};
        std::ranges::copy(taken, value.begin());
        tell(text, taken, count, false);
    }
    void reserved(std::size_t count)
    {
        const auto taken = take(count);
        tell({"reserved", "must be zero; the device does not look at it"}, taken, count, true);
    }
    void list(FieldText text, Bytes& entries, std::size_t count)
    {
        entries.clear();
        for (std::size_t i = 0; i < count && !m_failed; ++i) {
            std::uint8_t entry = 0;
            field(text, entry);
            entries.push_back(entry);
        }
    }
    void bytes(FieldText text, Bytes& bytes, std::size_t count)
    {
        const auto taken = take(count);
        bytes.assign(taken.begin(), taken.end());
        if (count > 0)
            tell(text, taken, count, false);
    }
    void rest(FieldText text, Bytes& bytes) { this->bytes(text, bytes, m_bytes.size() - m_at); }
    template <typename Part>
    void parts(std::vector<Part>& parts, std::size_t count)
    {
        parts.clear();
        for (std::size_t i = 0; i < count && !m_failed; ++i)
            parts.emplace_back().fields(*this);
    }

    /// Everything was there, and nothing is left.
    [[nodiscard]] bool isComplete() const { return !m_failed && m_at == m_bytes.size(); }
    [[nodiscard]] std::size_t at() const { return m_at; }
    void tellTheRest()
    {
        if (m_at < m_bytes.size())
            tell({"beyond the message", "more bytes than this message has"}, take(m_bytes.size() - m_at), 0, false);
    }

private:
    std::span<const std::uint8_t> take(std::size_t count)
    {
        const std::size_t there = std::min(count, m_bytes.size() - m_at);
        m_failed = m_failed || there < count;
        const auto taken = m_bytes.subspan(m_at, there);
        m_at += there;
        return taken;
    }
    void tell(const FieldText& text, std::span<const std::uint8_t> taken, std::size_t whole, bool isReserved)
    {
        if (!taken.empty())
            m_seen(text, m_at - taken.size(), taken, whole, isReserved);
    }

    std::span<const std::uint8_t> m_bytes;
    Seen m_seen;
    std::size_t m_at = 0;
    bool m_failed = false;
};

void headerFields(Header& header, std::uint8_t& type, auto&& as)
{
    as.field({"TDISP_VERSION", "", explainVersion}, header.version);
    as.field({"MESSAGE_TYPE", "", explainCode}, type);
    as.reserved(2);
    as.field({"FUNCTION_ID", "", explainFunctionId}, header.functionId);
    as.reserved(8);
}

constexpr auto unseen = [](auto&&...) {};

/// The body that has this type, empty; nothing where none has.
std::optional<Body> emptyBody(std::uint8_t type)
{
    std::optional<Body> found;
    [&]<std::size_t... i>(std::index_sequence<i...>) {
        ((std::uint8_t(std::variant_alternative_t<i, Body>::code) == type ? void(found.emplace(std::in_place_index<i>)) : void()), ...);
    }(std::make_index_sequence<std::variant_size_v<Body>>());
    return found;
}

/// What a learner sees of one field.
Field seenField(const FieldText& text, std::size_t offset, std::span<const std::uint8_t> bytes, std::size_t whole, bool isReserved)
{
    Field field;
    field.text = text;
    field.offset = offset;
    field.size = bytes.size();
    field.isReserved = isReserved;
    if (bytes.size() <= 8) {
        for (std::size_t i = 0; i < bytes.size(); ++i)
            field.number |= std::uint64_t(bytes[i]) << 8 * i;
        field.value = fmt::format("0x{:0{}X}", field.number, bytes.size() <= 4 ? 2 * bytes.size() : 1);
    }
    if (bytes.size() < whole)
        field.meaning = fmt::format("cut off: {} of {} bytes", bytes.size(), whole);
    else
        field.meaning = text.explain ? text.explain(field.number) : std::string(text.about);
    return field;
}

auto collectInto(std::vector<Field>& fields)
{
    return [&fields](const FieldText& text, std::size_t offset, std::span<const std::uint8_t> bytes, std::size_t whole, bool isReserved) {
        fields.push_back(seenField(text, offset, bytes, whole, isReserved));
    };
}

/// A portion that is the whole report is told field by field as well.
void explainReport(std::vector<Field>& fields, std::span<const std::uint8_t> bytes)
{
    const std::size_t begin = fields.back().offset;
    if (begin < Header::size + 4 || !decodeReport(bytes.subspan(begin)))
        return;
    fields.pop_back();
    for (Field& field : fieldsOfReport(bytes.subspan(begin))) {
        field.offset += begin;
        fields.push_back(std::move(field));
    }
}

} // namespace

Bytes encode(const Message& message)
{
    Bytes out;
    Writer writer(out);
    Header header = message.header;
    auto type = std::uint8_t(message.code());
    headerFields(header, type, writer);
    Body body = message.body;
    std::visit([&](auto& fields) { fields.fields(writer); }, body);
    return out;
}

Bytes encode(const InterfaceReport& report)
{
    Bytes out;
    InterfaceReport body = report;
    body.fields(Writer(out));
    return out;
}

tl::expected<Header, Malformed> decodeHeader(std::span<const std::uint8_t> bytes)
{
    if (bytes.size() < Header::size)
        return tl::unexpected(Malformed::NoHeader);
    Header header;
    std::uint8_t type = 0;
    headerFields(header, type, Reader(bytes, unseen));
    return header;
}

tl::expected<Message, Malformed> decode(std::span<const std::uint8_t> bytes)
{
    const auto header = decodeHeader(bytes);
    if (!header)
        return tl::unexpected(header.error());
    auto body = emptyBody(typeOf(bytes));
    if (!body)
        return tl::unexpected(Malformed::UnknownCode);
    Reader reader(bytes.subspan(Header::size), unseen);
    std::visit([&](auto& fields) { fields.fields(reader); }, *body);
    if (!reader.isComplete())
        return tl::unexpected(Malformed::WrongLength);
    return Message{*header, std::move(*body)};
}

tl::expected<InterfaceReport, Malformed> decodeReport(std::span<const std::uint8_t> bytes)
{
    InterfaceReport report;
    Reader reader(bytes, unseen);
    report.fields(reader);
    if (!reader.isComplete())
        return tl::unexpected(Malformed::WrongLength);
    return report;
}

std::vector<Field> fieldsOf(std::span<const std::uint8_t> bytes)
{
    std::vector<Field> fields;
    Reader reader(bytes, collectInto(fields));
    Header header;
    std::uint8_t type = 0;
    headerFields(header, type, reader);
    if (auto body = bytes.size() >= 2 ? emptyBody(type) : std::nullopt)
        std::visit([&](auto& of) { of.fields(reader); }, *body);
    reader.tellTheRest();
    if (type == std::uint8_t(Code::DeviceInterfaceReport))
        explainReport(fields, bytes);
    return fields;
}

std::vector<Field> fieldsOfReport(std::span<const std::uint8_t> bytes)
{
    std::vector<Field> fields;
    Reader reader(bytes, collectInto(fields));
    InterfaceReport().fields(reader);
    reader.tellTheRest();
    return fields;
}

std::string summary(std::span<const std::uint8_t> bytes)
{
    if (bytes.size() < 2)
        return "not a message";
    const auto code = findCode(typeOf(bytes));
    if (!code)
        return fmt::format("unknown type 0x{:02X}", typeOf(bytes));
    const auto message = decode(bytes);
    if (!message)
        return fmt::format("{}, malformed", code->name);
    if (const auto* error = std::get_if<Error>(&message->body))
        return fmt::format("{} {}", code->name, nameOf(error->error));
    if (const auto* state = std::get_if<DeviceInterfaceState>(&message->body); state && state->state < tdi().states().size())
        return fmt::format("{} {}", code->name, tdi().states()[state->state].name);
    return std::string(code->name);
}

} // namespace bindlab::tdisp
