package import Codes
import JSONText
import WireText

extension CodeRegistry {
    /// The code whose spelling is nearest to a mistyped one; `nil` when none is near.
    package static func nearest(to spelling: String) -> FindingCode? {
        NearestName.nearest(to: spelling, among: all.map(\.spelling)).flatMap(code(spelled:))
    }
}
