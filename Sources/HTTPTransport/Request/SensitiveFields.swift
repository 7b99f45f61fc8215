/// The header fields and query parameters whose values are never printed.
enum SensitiveFields {
    /// What stands in place of a secret value.
    static let mask = "<redacted>"

    private static let names: Set<String> = [
        "authorization", "proxy-authorization", "x-amz-security-token", "x-api-key", "cookie",
        "set-cookie",
    ]

    private static let queryNames: Set<String> = [
        "x-amz-security-token", "x-amz-signature", "x-amz-credential",
    ]

    /// Whether the values of a field of this name are masked.
    static func contains(_ name: String) -> Bool { names.contains(name.lowercased()) }

    /// A request target with the values of secret query parameters (presigned requests) masked.
    static func masked(target: String) -> String {
        guard let mark = target.firstIndex(of: "?") else { return target }
        let pairs = target[target.index(after: mark)...].split(
            separator: "&", omittingEmptySubsequences: false)
        let shown = pairs.map { pair -> String in
            guard let equals = pair.firstIndex(of: "="), queryNames.contains(pair[..<equals].lowercased())
            else {
                return String(pair)
            }
            return "\(pair[..<equals])=\(mask)"
        }
        return target[...mark] + shown.joined(separator: "&")
    }

    /// The text of a message head with secret values masked, one line for each line of the head.
    static func masked(head: [UInt8]) -> String {
        var lines: [String] = []
        var hideContinuation = false
        for line in head.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            let text = String(
                decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
            if text.first == " " || text.first == "\t" {
                lines.append(hideContinuation ? " " + mask : text)
            } else if let colon = text.firstIndex(of: ":"), contains(String(text[..<colon])) {
                hideContinuation = true
                lines.append("\(text[..<colon]): \(mask)")
            } else {
                hideContinuation = false
                lines.append(lines.isEmpty ? masked(requestLine: text) : text)
            }
        }
        return lines.joined(separator: "\n")
    }

    private static func masked(requestLine: String) -> String {
        guard let first = requestLine.firstIndex(of: " "), let last = requestLine.lastIndex(of: " "),
            first < last
        else { return requestLine }
        let target = requestLine[requestLine.index(after: first)..<last]
        return requestLine[...first] + masked(target: String(target)) + requestLine[last...]
    }
}
