import WireText

/// The message in an error that the AWS SDK for Swift or Rust printed by its members:
/// `ValidationException(properties: ...Properties(message: Optional("...")), ...)`,
/// `AccessDeniedException { message: Some("..."), meta: ErrorMetadata { ... } }`.
///
/// Rust prints the body of the answer behind it, often cut, which says less.
enum OptionalMessage {
    private static let marks = [
        "message: Optional(\"", "message: Swift.Optional(\"", "message: Some(\"", "message: Some(\\\"",
    ]

    /// The first message that holds something; `nil` where the text is of no such form.
    static func message(in text: String) -> String? {
        for mark in marks {
            guard let found = text.firstRange(of: mark) else { continue }
            var value = ""
            var isEscaped = false
            for character in text[found.upperBound...].prefix(8_192) {
                if isEscaped {
                    value.append(character == "n" ? "\n" : character)
                    isEscaped = false
                } else if character == "\\" {
                    isEscaped = true
                } else if character == "\"" {
                    break
                } else {
                    value.append(character)
                }
            }
            if !value.isEmpty { return value }
        }
        return nil
    }
}
