/// The service refuses text that is empty or white space only.
enum BlankText {
    static func isBlank(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy(\.properties.isWhitespace)
    }
}
