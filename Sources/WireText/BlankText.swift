extension String {
    /// Whether nothing is left when white space is taken off, as Unicode has it.
    package var isBlank: Bool {
        // Most begin with a letter, which needs no look at characters.
        if let first = utf8.first, first > 0x20, first < 0x7F { return false }
        return unicodeScalars.allSatisfy(\.properties.isWhitespace)
    }
}
