import QtQuick
import Bindlab.Theme

/// A hairline across.
Rectangle {
    implicitHeight: Theme.border
    implicitWidth: Theme.border
    color: Theme.line
    Accessible.ignored: true
}
