import Report

/// The few colours of text output, or none, and its width.
///
/// The codes are ECMA-48's "select graphic rendition"; anything richer would be noise in a report.
struct TextStyle: Sendable {
    var colored: Bool

    /// The columns that a line of prose may take; a command or an id that is longer is left whole.
    var width = TerminalWidth.usual

    func bold(_ text: String) -> String { rendition("1", text) }
    func dim(_ text: String) -> String { rendition("2", text) }
    func command(_ text: String) -> String { rendition("36", text) }

    /// The word for a status, padded to one width, in its colour.
    func mark(_ status: Status) -> String {
        let word = TextStyle.word(status).padded(to: 4)
        return switch status {
        case .pass: rendition("32", word)
        case .warn: rendition("33", word)
        case .fail: rendition("1;31", word)
        case .skip: rendition("2", word)
        case .unknown: rendition("35", word)
        }
    }

    /// The status as text output names it.
    static func word(_ status: Status) -> String {
        switch status {
        case .pass: "ok"
        case .warn: "warn"
        case .fail: "FAIL"
        case .skip: "skip"
        case .unknown: "?"
        }
    }

    private func rendition(_ code: String, _ text: String) -> String {
        colored && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}

extension String {
    /// The text with spaces after it up to a width in columns.
    func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - columns))
    }

    func withoutTrailingSpaces() -> String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
