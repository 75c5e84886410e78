#pragma once

#include "flow/embedded.h"

namespace bindlab {

/// The files of lessons/, by name; its README is not one of them.
[[nodiscard]] std::span<const EmbeddedFile> embeddedLessons();

/// The one file of terms.
[[nodiscard]] std::span<const EmbeddedFile> embeddedGlossary();

} // namespace bindlab
