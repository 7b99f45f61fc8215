/// A value that a line gives to its key: that of `api_key` or a bearer token, and not one of another member beside it.
enum KeyOfLine {
    static func has(_ word: String, in line: Substring) -> Bool {
        for mark in line.ranges(of: "Bearer \(word)").prefix(8) {
            guard let next = line[mark.upperBound...].first else { return true }
            if "\",.)}".contains(next) || (next == " " && word != "none") { return true }
        }
        for mark in line.ranges(of: "\"\(word)\"").prefix(8) {
            let before = line[..<mark.lowerBound].suffix(80)
            let after = line[mark.upperBound...].prefix(40)
            if endsAtKey(before) || isKey(after.prefix { !parting.contains($0) }) { return true }
        }
        return false
    }

    private static let parting = "\",;{}"

    /// Whether the words before a value, back to where another member ends, have the key: `"api_key": `, `api_key falls back to `.
    private static func endsAtKey(_ text: Substring) -> Bool {
        let near = lastPart(of: text)
        if isKey(near) { return true }
        // The quote that closes a member's name, right before its colon.
        guard near.first == ":" || near.first == " " || near.first == "=", near.contains(where: { ":=".contains($0) })
        else { return false }
        let rest = text.dropLast(near.count)
        guard rest.last == "\"" else { return false }
        return isKey(lastPart(of: rest.dropLast()))
    }

    /// What stands behind the last sign that parts one member from the next.
    private static func lastPart(of text: Substring) -> Substring {
        guard let end = text.lastIndex(where: parting.contains) else { return text }
        return text[text.index(after: end)...]
    }

    private static func isKey(_ text: Substring) -> Bool {
        let lower = text.lowercased()
        let names = lower.split { !($0.isLetter || $0.isNumber || "_-".contains($0)) }
        return lower.contains("api key")
            || names.contains { $0 == "bearer" || $0 == "apikey" || $0.hasSuffix("api_key") || $0.hasSuffix("api-key") }
    }
}
