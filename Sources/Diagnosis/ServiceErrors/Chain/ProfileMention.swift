import WireText

/// The name of a profile, where a message, a command or a configuration file names one.
enum ProfileMention {
    private static let marks: [(before: String, end: Set<Character>)] = [
        ("config profile (", [")"]), ("profile '", ["'"]), ("Profile '", ["'"]), ("profile \"", ["\""]),
        ("--profile ", [" ", "\n", "'", "\""]), ("--profile=", [" ", "\n", "'", "\""]),
        ("AWS_PROFILE=", [" ", "\n", "'", "\""]),
        ("[profile ", ["]"]), ("profile [", ["]"]), ("Profile ", [" ", "\n"]),
    ]

    /// The first profile that a text names.
    static func first(in text: String) -> String? {
        let text = text.prefix(16_384)
        for (before, end) in marks {
            guard let found = text.firstRange(of: before) else { continue }
            let name = text[found.upperBound...].prefix { !end.contains($0) && !$0.isNewline }
            guard !name.isEmpty, name.utf8.count <= 64,
                name.allSatisfy({ $0.isLetter || $0.isNumber || "-_./@+".contains($0) })
            else { continue }
            return String(name)
        }
        return nil
    }
}
