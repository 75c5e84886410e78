#pragma once

#include <sys/mman.h>

#include <cstddef>
#include <cstdlib>
#include <memory>
#include <new>
#include <type_traits>

namespace bindlab {

/// Memory that is zero at first, and looked up all over: in large pages, where the system has them, since else half the time
/// goes into finding the page. What is not touched costs nothing yet.
template <typename T>
class ZeroedPages {
    static_assert(std::is_trivially_destructible_v<T>);

public:
    static constexpr std::size_t page = std::size_t(2) << 20;   ///< bytes

    ZeroedPages() = default;
    explicit ZeroedPages(std::size_t count) : m_count(count)
    {
        const std::size_t bytes = count * sizeof(T);
        std::size_t room = bytes < page ? bytes : bytes + page;
        m_memory.reset(std::calloc(room, 1));
        if (!m_memory)
            throw std::bad_alloc();
        void* begin = m_memory.get();
        if (bytes >= page) {
            std::align(page, bytes, begin, room);
            madvise(begin, bytes, MADV_HUGEPAGE); // where it is refused the pages are small, which is slower and no fault
        }
        m_begin = static_cast<T*>(begin);
    }

    [[nodiscard]] T* data() { return m_begin; }
    [[nodiscard]] T& operator[](std::size_t i) { return m_begin[i]; }
    [[nodiscard]] const T& operator[](std::size_t i) const { return m_begin[i]; }
    [[nodiscard]] std::size_t size() const { return m_count; }

private:
    struct Free {
        void operator()(void* memory) const { std::free(memory); }
    };
    std::unique_ptr<void, Free> m_memory;
    T* m_begin = nullptr;
    std::size_t m_count = 0;
};

} // namespace bindlab
