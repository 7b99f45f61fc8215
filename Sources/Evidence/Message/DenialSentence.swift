import JSONText
import WireText

/// IAM's sentence of a denial, cut out of what stands before it.
///
/// The one who was refused stands before `is not authorized to perform`, the action and the resource behind it. Names elsewhere, in
/// a setting or a policy that was pasted above, are none of the sentence's.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html>.
struct DenialSentence {
    /// From the one who was refused on.
    let text: String

    /// From the action on.
    let behind: String

    private static let marks = ["authorized to perform", "authorised to perform"]

    /// The name of whoever was refused is hardly longer.
    private static let reach = 400

    /// The first such sentence of a text; `nil` where there is none.
    init?(_ text: String) {
        let flat = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard let mark = Self.marks.lazy.compactMap({ flat.firstRange(of: $0) }).first else { return nil }
        let before = flat[..<mark.lowerBound].suffix(Self.reach)
        // Redacted or not, the one who was refused is the last name before the mark.
        let start =
            before.ranges(of: "User: ").last?.lowerBound ?? before.ranges(of: "arn:").last?.lowerBound
            ?? before.endIndex
        self.text = String(flat[start...])
        behind = String(flat[mark.upperBound...])
    }

    /// The name of the role that stands as the resource, path included.
    var role: String? {
        guard let mark = behind.firstRange(of: "resource:") else { return nil }
        let word = behind[mark.upperBound...].drop { $0 == " " }.prefix { $0 != " " }
        guard let found = word.firstRange(of: "role/") else { return nil }
        let name = word[found.upperBound...].prefix { $0.isLetter || $0.isNumber || "+=,.@_-/".contains($0) }
        return name.isEmpty ? nil : String(name.trimmed(of: ".,"))
    }
}
