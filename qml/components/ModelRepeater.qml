import QtQuick

/// A Repeater over a model that outlives it. What is let go lives on, without its context, until the next round of events; a row made
/// in it in the meantime would crash, so it forgets the model at once.
Repeater {
    id: root

    Component.onDestruction: root.model = null
}
