import WireText

/// Writes a value so that a POSIX shell reads it back as one word, whatever it holds.
package enum ShellWord {
    /// `text` as one shell word: bare when that is safe, else in single quotes.
    ///
    /// A value with control characters cannot be typed; it yields `nil`, and the caller names the place to edit instead.
    package static func quoted(_ text: String) -> String? {
        guard text.unicodeScalars.allSatisfy(PrintableText.isPlain), text.utf8.count <= 4096 else { return nil }
        if !text.isEmpty, text.utf8.allSatisfy(isBare), text.utf8.first != UInt8(ascii: "-") { return text }
        // By scalars: a quote that a combining scalar follows is one character with it, and a quote to the shell all the same.
        var word = "'"
        for scalar in text.unicodeScalars {
            if scalar == "'" { word += "'\\''" } else { word.unicodeScalars.append(scalar) }
        }
        return word + "'"
    }

    private static func isBare(_ byte: UInt8) -> Bool {
        byte.isLetter || byte.isDigit || "-_./:@%+,=".utf8.contains(byte)
    }
}
