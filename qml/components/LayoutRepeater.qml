import QtQuick

/// A ModelRepeater in a layout. A layout of Qt 6.4 that gets another size before it has let go of what was taken away falls over it,
/// so it lets go before that is gone; it is told itself, as the repeater may be let go in the meantime.
ModelRepeater {
    id: root

    onItemRemoved: if (root.parent) Qt.callLater(root.parent.ensurePolished) // qmllint disable type
}
