import QtQuick
import Bindlab.Theme

/// A name in the code font, for a list.
Text {
    color: Theme.text2
    font.family: Theme.mono
    font.pixelSize: Theme.smallSize
    font.preferShaping: false
    elide: Text.ElideRight
}
