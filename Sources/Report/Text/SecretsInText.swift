import WireText

/// What in a text is a secret by its name or by its looks.
///
/// Logs and pasted messages hold more than the service's words: the settings of a program that failed, for one.
package enum SecretsInText {
    package static let mask: Substring = SensitiveNames.mask[...]

    /// The text with every secret masked: the value of a setting that is named as one, a run of characters that has the
    /// form of a secret access key (40 of base64, of more than one kind), and one as long as only tokens are.
    package static func masked(_ text: String) -> String {
        var masked = ""
        var rest = text[...]
        // Whether a name of a secret has just come, and its value is next.
        var isNamed = false
        while let first = rest.first {
            guard isOfToken(first) else {
                // Only what stands between a name and its value keeps the name in force.
                if !isNamed || !"=:\"'\\ ".contains(first) { isNamed = false }
                masked.append(first)
                rest.removeFirst()
                continue
            }
            let run = rest.prefix(while: isOfToken)
            rest = rest[run.endIndex...]
            let (name, value) = assignment(run)
            if isNamed, run.utf8.count >= 8 {
                masked += mask
                isNamed = false
            } else if let value, isName(name), !value.isEmpty {
                masked += name + "=" + mask
            } else if looksSecret(run) {
                masked += mask
            } else {
                masked += run
                isNamed = isName(name) && leadsToValue(rest)
            }
        }
        return masked
    }

    /// A run with a sign of equality in it, which base64 has at its end only.
    private static func assignment(_ run: Substring) -> (name: Substring, value: Substring?) {
        guard let sign = run.firstIndex(of: "=") else { return (run, nil) }
        let value = run[run.index(after: sign)...]
        return (run[..<sign], value.allSatisfy { $0 == "=" } ? nil : value)
    }

    private static func leadsToValue(_ rest: Substring) -> Bool {
        let sign = rest.first { !"\"'\\ ".contains($0) }
        return sign == ":" || sign == "="
    }

    private static func isName(_ run: Substring) -> Bool {
        let name = run.lowercased().filter { $0.isLetter }
        return ["secretaccesskey", "secretkey", "sessiontoken", "securitytoken", "bearertokenbedrock", "password"]
            .contains { name.hasSuffix($0) }
    }

    private static func looksSecret(_ run: Substring) -> Bool {
        if run.utf8.count >= 100, isMixed(run) { return true }
        return run.split { $0 == "=" || $0 == "_" || $0 == "-" }.contains { $0.utf8.count == 40 && isMixed($0) }
    }

    /// Whether it has capitals, small letters and digits: paths, words and hexadecimal numbers have not.
    private static func isMixed(_ run: Substring) -> Bool {
        run.contains(where: \.isUppercase) && run.contains(where: \.isLowercase) && run.contains(where: \.isNumber)
    }

    private static func isOfToken(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber || "+/=_-".contains(character))
    }
}
