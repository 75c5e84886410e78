import QtQuick
import Bindlab.Theme

/// A name or a piece of code; "->" stays two characters.
Text {
    color: Theme.text
    font.family: Theme.mono
    font.pixelSize: Theme.smallSize
    font.preferShaping: false
    elide: Text.ElideRight
    Accessible.ignored: true
}
