import QtQuick

/// A Repeater in a layout. A layout of Qt 6.4 that gets another size before it has let go of what was taken away falls over it,
/// so it lets go before that is gone.
Repeater {
    id: root

    function letGo(): void {
        if (root.parent)
            root.parent.ensurePolished()
    }

    onItemRemoved: Qt.callLater(root.letGo) // qmllint disable type
}
