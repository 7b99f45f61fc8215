/// What in a text is a secret by its name or by its looks.
///
/// Logs and pasted messages hold more than the service's words: the settings of a program that failed, for one.
package enum SecretsInText {
    package static let mask: Substring = SensitiveNames.mask[...]

    /// The shortest value that a name of a secret has: a shorter one is a word about it.
    private static let shortestNamed = 6

    /// The text with every secret masked: the value of a setting that is named as one, what follows `Bearer`, and what has
    /// the form of a key or is as long as only tokens are.
    package static func masked(_ text: String) -> String {
        var masked = ""
        var copied = text.startIndex
        for secret in ranges(in: text) {
            masked += text[copied..<secret.lowerBound] + mask
            copied = secret.upperBound
        }
        return copied == text.startIndex ? text : masked + text[copied...]
    }

    /// Whether there is a secret in it.
    package static func holds(_ text: String) -> Bool { !ranges(in: text).isEmpty }

    /// Where the secrets are, in order.
    package static func ranges(in text: String) -> [Range<String.Index>] {
        var found: [Range<String.Index>] = []
        // Byte by byte, since all of it is ASCII and a log has millions of them.
        let bytes = text.utf8
        var place = text.startIndex
        // What has just come and makes a secret of the next run.
        var before = Before.nothing
        while place < text.endIndex {
            let first = bytes[place]
            guard isOfToken(first) else {
                // Only what stands between a name and its value keeps the name in force.
                if before == .name || before == .command, !between.contains(first) { before = .nothing }
                if before == .scheme, first != UInt8(ascii: " ") { before = .nothing }
                place = bytes.index(after: place)
                continue
            }
            let run = text[place..<(bytes[place...].firstIndex { !isOfToken($0) } ?? text.endIndex)]
            let rest = text[run.endIndex...]
            place = run.endIndex
            guard run.contains(where: { $0 != "=" }) else { continue }
            let (name, value) = assignment(run)
            if before == .command, SecretForm.isCommand(run) {
                before = .nothing
                continue
            } else if [.name, .command].contains(before), run.utf8.count >= shortestNamed, !SecretForm.isScheme(run) {
                found.append(run.startIndex..<valueEnd(rest))
            } else if before == .scheme, SecretForm.isCredential(run) {
                found.append(run.startIndex..<valueEnd(rest))
            } else if let value, SecretName.isOfCommand(name), SecretForm.isCommand(value) {
                before = .nothing
                continue
            } else if let value, SecretName.says(name, in: .assignment) {
                found.append(value.startIndex..<valueEnd(rest))
            } else if SecretForm.isKey(run) {
                found.append(run.startIndex..<SecretForm.end(of: run, in: rest))
            } else {
                before = announced(by: name, run, rest)
                continue
            }
            before = .nothing
            place = found.last?.upperBound ?? place
        }
        return found
    }

    private enum Before { case nothing, name, command, scheme }

    /// A run with a sign of equality in it, which base64 has at its end only.
    private static func assignment(_ run: Substring) -> (name: Substring, value: Substring?) {
        guard let sign = run.firstIndex(of: "=") else { return (run, nil) }
        let value = run[run.index(after: sign)...]
        // A path or base64 may stand before a name.
        let begin = run[..<sign].lastIndex { $0 == "/" || $0 == "+" }.map(run.index(after:)) ?? run.startIndex
        return (run[begin..<sign], value.allSatisfy { $0 == "=" } ? nil : value)
    }

    /// What a run that is no secret makes of the next one.
    private static func announced(by name: Substring, _ run: Substring, _ rest: Substring) -> Before {
        if SecretForm.isScheme(run) { return .scheme }
        let named: Before = SecretName.isOfCommand(name) ? .command : .name
        if name.endIndex < run.endIndex { return SecretName.says(name, in: .assignment) ? named : .nothing }
        return leadsToValue(rest) && SecretName.says(name, in: .text) ? named : .nothing
    }

    /// Where a value ends whose beginning is known: at what separates it from the next one.
    private static func valueEnd(_ rest: Substring) -> String.Index {
        rest.firstIndex { $0.isWhitespace || "\"'`,;&)]}<>\\".contains($0) } ?? rest.endIndex
    }

    private static func leadsToValue(_ rest: Substring) -> Bool {
        let sign = rest.first { !"\"'\\ ".contains($0) }
        return sign == ":" || sign == "="
    }

    /// What may stand between a name and its value.
    private static let between = Array("=:\"'\\ ".utf8)

    private static func isOfToken(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "="), UInt8(ascii: "_"), UInt8(ascii: "-"): true
        default: byte.isLetter || byte.isDigit
        }
    }
}
