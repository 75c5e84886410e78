import QtQuick
import Bindlab.Theme

/// A line of text of the window itself.
Text {
    color: Theme.text2
    font.family: Theme.sans
    font.pixelSize: Theme.bodySize
    elide: Text.ElideRight
}
