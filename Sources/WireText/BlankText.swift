extension String {
    /// Whether nothing is left when white space is taken off, as Unicode has it.
    package var isBlank: Bool { unicodeScalars.allSatisfy(\.properties.isWhitespace) }
}
