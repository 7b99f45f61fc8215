import JSONText

/// The fields of an XML answer of AWS's query protocol, which has each name once and no attributes on them.
///
/// It reads what a log has cut off as well, so it is no reader of XML in general.
package enum XMLFields {
    /// The text of the first element of that name, to the end where it is cut off; `nil` where there is none.
    package static func text(of name: String, in text: String) -> String? {
        guard let open = text.firstRange(of: "<\(name)>") else { return nil }
        let rest = text[open.upperBound...]
        let end = rest.firstRange(of: "</\(name)>")?.lowerBound ?? rest.endIndex
        return EscapedText.plain(rest[..<end].trimmedWhitespace())
    }
}
