import WireText

extension ModelMention {
    /// The text without its percent-encoding, of which a name in a logged URL may have two layers.
    static func decoded(_ text: String) -> String {
        var text = text
        for _ in 0..<2 where text.contains("%") {
            let encoded = Array(text.utf8)
            text = PercentCoding.decodedText(encoded.span)
        }
        return text
    }
}
