import Report

/// Foreign text as it stands, but for what a terminal would act upon instead of showing it.
enum VisibleText {
    /// `text` with its line breaks, and with control characters and invisible formats as escapes.
    ///
    /// Unlike ``PrintableText/escaped(_:limit:)`` it leaves backslashes alone and cuts nothing, so that what is shown
    /// can be compared and copied.
    static func of(_ text: some StringProtocol) -> String {
        text.unicodeScalars.map { scalar in
            scalar == "\n" || PrintableText.isPlain(scalar) ? String(scalar) : PrintableText.escaped(String(scalar))
        }.joined()
    }
}
