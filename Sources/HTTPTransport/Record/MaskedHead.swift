import WireText

/// A message head as a log may show it.
enum MaskedHead {
    /// The text of a message head with secret values masked, one line for each line of the head.
    static func text(_ head: [UInt8]) -> String {
        var lines: [String] = []
        var hideContinuation = false
        for line in head.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            let text = String(
                decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
            if text.first == " " || text.first == "\t" {
                lines.append(hideContinuation ? " " + SensitiveNames.mask : text)
            } else if let colon = text.firstIndex(of: ":"), SensitiveNames.isHeader(String(text[..<colon])) {
                hideContinuation = true
                lines.append("\(text[..<colon]): \(SensitiveNames.mask)")
            } else {
                hideContinuation = false
                lines.append(lines.isEmpty ? masked(requestLine: text) : SecretsInText.masked(text))
            }
        }
        return lines.joined(separator: "\n")
    }

    private static func masked(requestLine: String) -> String {
        guard let first = requestLine.firstIndex(of: " "), let last = requestLine.lastIndex(of: " "),
            first < last
        else { return requestLine }
        let target = requestLine[requestLine.index(after: first)..<last]
        return requestLine[...first] + SensitiveNames.masked(target: Array(target.utf8)) + requestLine[last...]
    }
}
