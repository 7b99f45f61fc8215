/// Variables that name a model which a program calls beside the chosen one: a model in them is not the one that a report is about, where it
/// names another.
///
/// Source: <https://code.claude.com/docs/en/model-config>.
package enum SecondModelVariable {
    package static let endings = [
        "SMALL_FAST_MODEL", "DEFAULT_HAIKU_MODEL", "DEFAULT_SONNET_MODEL", "DEFAULT_OPUS_MODEL", "SUBAGENT_MODEL",
    ]

    /// A text without the values of such variables.
    static func removed(from text: String) -> String {
        guard text.contains("_MODEL") else { return text }
        var text = text
        for ending in endings {
            var kept = ""
            var rest = text[...]
            while let place = rest.firstRange(of: ending) {
                kept += rest[..<place.lowerBound]
                let value = rest[place.upperBound...].drop { " =:\"'".contains($0) }
                rest = value.drop { !$0.isWhitespace && !"\"',;".contains($0) }
            }
            text = kept + rest
        }
        return text
    }
}
